#include "nlp/lexeme.h"

#include <cstring>

#include "base/utf8.h"
#include "nlp/characters.h"
#include "nlp/lookups.h"
#include "nlp/norm_exceptions.h"

namespace sumario::nlp {
namespace {

constexpr size_t kLongWord = 100, kLongestRun = 4, kSuffixLength = 3;

std::string_view copy_to(std::pmr::memory_resource& arena, std::string_view text) {
  if (text.empty()) return {};
  auto* bytes = static_cast<char*>(arena.allocate(text.size(), 1));
  std::memcpy(bytes, text.data(), text.size());
  return {bytes, text.size()};
}

char32_t shape_of(char32_t c) {
  if (is_letter(c)) return is_upper(c) ? U'X' : U'x';
  return is_digit(c) ? U'd' : c;
}

}  // namespace

std::string word_shape(std::string_view text) {
  if (count_characters(text) >= kLongWord) return "LONG";
  std::string shape;
  char32_t last = 0;
  size_t run = 0;
  for (size_t at = 0; at < text.size();) {
    CodePoint c = code_point_at(text, at);
    at += c.size;
    char32_t mapped = shape_of(c.value);
    run = !shape.empty() && mapped == last ? run + 1 : 1;
    last = mapped;
    if (run <= kLongestRun) append_utf8(shape, mapped);
  }
  return shape;
}

Result<Norms> Norms::load(std::string_view bytes, const std::string& file) {
  auto lookups = Lookups::load(bytes, file);
  if (!lookups) return tl::unexpected(lookups.error());
  Norms norms;
  auto read = lookups->for_each("lexeme_norm", [&norms](StringId id, const MsgpackValue& value) -> Result<void> {
    auto norm = value.string();
    if (!norm) return tl::unexpected(norm.error());
    norms.table_.emplace(id, *norm);
    return {};
  });
  if (!read) return tl::unexpected(read.error());
  return norms;
}

std::string_view Norms::norm_of(std::string_view text, std::string_view lower) const {
  if (!table_.empty()) {
    auto found = table_.find(string_id(text));
    if (found != table_.end()) return found->second;
  }
  std::string_view base = base_norm(text);
  return base.empty() ? lower : base;
}

uint32_t LexemeTable::intern(std::string_view text, std::string_view norm_override, const Norms& norms) {
  // 0xFF occurs in no UTF-8, so no text can be taken for another with an override.
  std::string joined;
  std::string_view key = text;
  if (!norm_override.empty()) {
    joined.append(text).append(1, '\xFF').append(norm_override);
    key = joined;
  }
  auto found = index_.find(key);
  if (found != index_.end()) return found->second;
  auto index = static_cast<uint32_t>(lexemes_.size());
  std::string_view kept = copy_to(arena_, key);
  Lexeme lexeme;
  lexeme.text = kept.substr(0, text.size());
  std::string lowered = sumario::nlp::lower(text);
  lexeme.lower = lowered == text ? lexeme.text : copy_to(arena_, lowered);
  lexeme.orth = string_id(text);
  lexeme.norm = string_id(norm_override.empty() ? norms.norm_of(text, lexeme.lower) : norm_override);
  lexeme.prefix = string_id(first_character(text));
  lexeme.suffix = string_id(last_characters(text, kSuffixLength));
  lexeme.shape = string_id(word_shape(text));
  lexeme.is_space = all_space(text);
  bytes_ += 2 * text.size() + norm_override.size();
  lexemes_.push_back(lexeme);
  index_.emplace(kept, index);
  return index;
}

bool LexemeTable::make_room() {
  if (!full()) return false;
  clear();
  return true;
}

void LexemeTable::clear() {
  index_.clear();
  lexemes_.clear();
  arena_.release();
  bytes_ = 0;
  ++generation_;
}

}  // namespace sumario::nlp
