#include "page/input/feed_item.h"

#include <fmt/format.h>
#include <lexbor/html/tokenizer.h>
#include <libxml/uri.h>

#include <memory>
#include <new>

#include "base/utf8.h"

namespace sumario::page {
namespace {

constexpr size_t kShortHtml = size_t{16} << 10;
constexpr size_t kLongestAddress = size_t{8} << 10;

// Collects the text tokens of a piece of HTML.
struct TextTokens {
  std::string text;
  bool in_code = false;  // inside script or style

  static lxb_html_token_t* take(lxb_html_tokenizer_t*, lxb_html_token_t* token, void* context) {
    auto& self = *static_cast<TextTokens*>(context);
    bool closing = (token->type & LXB_HTML_TOKEN_TYPE_CLOSE) != 0;
    if (token->tag_id == LXB_TAG__TEXT) {
      if (!self.in_code) {
        self.text.append(reinterpret_cast<const char*>(token->text_start),
                         static_cast<size_t>(token->text_end - token->text_start));
      }
    } else if (token->tag_id == LXB_TAG_SCRIPT || token->tag_id == LXB_TAG_STYLE) {
      self.in_code = !closing;
    } else if (token->tag_id == LXB_TAG_BR || token->tag_id == LXB_TAG_P || token->tag_id == LXB_TAG_DIV) {
      self.text += ' ';
    }
    return token;
  }
};

// White space folded, none at the ends.
std::string folded(std::string_view text) {
  std::string line;
  for (char c : text) {
    bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\0';
    if (!space)
      line += c;
    else if (!line.empty() && line.back() != ' ')
      line += ' ';
  }
  if (line.ends_with(' ')) line.pop_back();
  return line;
}

}  // namespace

std::string escaped_html(std::string_view text) {
  std::string html;
  html.reserve(text.size() + text.size() / 16);
  for (char c : text) {
    if (c == '&')
      html += "&amp;";
    else if (c == '<')
      html += "&lt;";
    else if (c == '>')
      html += "&gt;";
    else if (c == '"')
      html += "&quot;";
    else
      html += c;
  }
  return html;
}

std::string page_of(const FeedItem& item) {
  const std::string language = item.declared.language.value_or("");
  return fmt::format(
      "<!DOCTYPE html>\n<html{}><head><meta charset=\"utf-8\">{}<title>{}</title></head>\n<body><article>\n{}\n"
      "</article></body></html>\n",
      language.empty() ? "" : fmt::format(" lang=\"{}\"", escaped_html(language)),
      item.base.empty() ? "" : fmt::format("<base href=\"{}\">", escaped_html(item.base)),
      escaped_html(item.declared.title.value_or("")), item.html);
}

std::string text_of_html(std::string_view html) {
  if (html.find_first_of("<&") == std::string_view::npos)
    return folded(html.substr(0, boundary_before(html, kShortHtml)));
  html = html.substr(0, boundary_before(html, kShortHtml));
  std::unique_ptr<lxb_html_tokenizer_t, lxb_html_tokenizer_t* (*)(lxb_html_tokenizer_t*)> tokenizer(
      lxb_html_tokenizer_create(), lxb_html_tokenizer_destroy);
  if (lxb_html_tokenizer_init(tokenizer.get()) != LXB_STATUS_OK) throw std::bad_alloc();
  TextTokens tokens;
  lxb_html_tokenizer_callback_token_done_set(tokenizer.get(), TextTokens::take, &tokens);
  const auto* start = reinterpret_cast<const lxb_char_t*>(html.data());
  if (lxb_html_tokenizer_begin(tokenizer.get()) == LXB_STATUS_OK &&
      lxb_html_tokenizer_chunk(tokenizer.get(), start, html.size()) == LXB_STATUS_OK) {
    lxb_html_tokenizer_end(tokenizer.get());
  }
  return folded(repair_utf8(tokens.text));
}

std::string resolved(std::string_view address, std::string_view base) {
  if (address.size() > kLongestAddress) return {};
  std::string as_written = folded(address);
  if (base.empty()) return as_written;
  std::string from(base);
  std::unique_ptr<xmlChar, void (*)(void*)> built(
      xmlBuildURI(reinterpret_cast<const xmlChar*>(as_written.c_str()), reinterpret_cast<const xmlChar*>(from.c_str())),
      xmlFree);
  return built ? reinterpret_cast<const char*>(built.get()) : as_written;
}

}  // namespace sumario::page
