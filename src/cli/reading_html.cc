#include "cli/reading_html.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "cli/claim_words.h"
#include "cli/day_words.h"
#include "record/names.h"

namespace sumario::cli {
namespace {

constexpr std::string_view kHead = R"html(<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Reading</title>
<style>
:root { color-scheme: light dark; --line: #8885; --dim: #777;
  --proceeding: #ffb74d66; --allegation: #e5737366; --office: #64b5f666; --statement: #81c78455; --other: #ba68c844; }
body { margin: 0 auto; max-width: 76rem; padding: 1.5rem; font: 1rem/1.55 Georgia, "Times New Roman", serif; }
main { display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 2.5rem; border-top: 1px solid var(--line); padding: 1rem 0 3rem; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0; }
.origin, .claims small, .legend { color: var(--dim); font: .85rem/1.5 system-ui, sans-serif; }
.residue { color: var(--dim); }
mark { color: inherit; border-radius: .2em; padding: .05em 0; }
.proceeding { background: var(--proceeding); } .allegation { background: var(--allegation); }
.office { background: var(--office); } .statement { background: var(--statement); } .other { background: var(--other); }
mark:target, mark:has(a:target) { outline: 2px solid; }
.claims { font: .9rem/1.45 system-ui, sans-serif; list-style: none; margin: 0; padding: 0; }
.claims li { border-left: .35rem solid var(--line); padding: .1rem 0 .1rem .7rem; margin: 0 0 .8rem; background: none; }
.claims li.proceeding { border-color: #ffb74d; } .claims li.allegation { border-color: #e57373; }
.claims li.office { border-color: #64b5f6; } .claims li.statement { border-color: #81c784; } .claims li.other { border-color: #ba68c8; }
.claims a { color: inherit; }
@media (max-width: 50rem) { main { grid-template-columns: 1fr; } }
</style>
</head>
<body>
<p class="legend"><mark class="proceeding">proceedings</mark> · <mark class="allegation">allegations</mark> ·
<mark class="office">offices</mark> · <mark class="statement">statements</mark> · <mark class="other">laws, actions, relations</mark></p>
)html";

std::string_view class_of(ClaimKind kind) { return kind <= ClaimKind::kStatement ? name_of(kind) : "other"; }

// Of several claims over the same words the one of the first kind gives the colour.
const Claim* first_over(const Reading& reading, ByteRange piece) {
  const Claim* first = nullptr;
  for (const Claim& claim : reading.claims)
    if (claim.evidence.range.contains(piece) && (!first || claim.kind < first->kind)) first = &claim;
  return first;
}

std::string piece_html(const Reading& reading, ByteRange piece, size_t number) {
  const Article& article = reading.document;
  std::string anchors;
  for (const Claim& claim : reading.claims)
    if (claim.evidence.range.start == piece.start)
      anchors += fmt::format("<a id=\"d{}{}\"></a>", number, escaped(claim.id));
  std::string words = escaped(words_of(article.text, piece));
  if (const Claim* claim = first_over(reading, piece))
    return fmt::format("<mark class=\"{}\">{}{}</mark>", class_of(claim->kind), anchors, words);
  bool residue = std::any_of(article.residue.begin(), article.residue.end(),
                             [&](const Residue& r) { return r.range.contains(piece); });
  return residue ? "<span class=\"residue\">" + words + "</span>" : words;
}

std::string block_html(const Reading& reading, const Block& block, size_t number) {
  std::set<uint32_t> cuts = {block.range.start, block.range.end};
  auto cut = [&](ByteRange range) {
    for (uint32_t at : {range.start, range.end})
      if (at > block.range.start && at < block.range.end) cuts.insert(at);
  };
  for (const Claim& claim : reading.claims) cut(claim.evidence.range);
  for (const Residue& residue : reading.document.residue) cut(residue.range);
  std::string html;
  for (auto at = cuts.begin(); std::next(at) != cuts.end(); ++at)
    html += piece_html(reading, {*at, *std::next(at)}, number);
  const char* tag = block.role == BlockRole::kTitle || block.role == BlockRole::kSubhead ? "h2" : "p";
  return fmt::format("<{0}>{1}</{0}>\n", tag, html);
}

std::string claim_html(const Claim& claim, size_t number) {
  std::string who;
  if (auto fillers = claim.roles.find(std::string(main_role_of(claim.kind))); fillers != claim.roles.end())
    for (const Filler& filler : fillers->second) who += (who.empty() ? "" : ", ") + filler.text;
  std::string rest;
  if (claim.modality != Modality::kAsserted) rest += " (" + std::string(modality_in_words(claim.modality)) + ")";
  if (claim.kind != ClaimKind::kStatement)
    for (const std::string& detail : details_of(claim)) rest += " · " + detail;
  if (claim.time && !in_words(claim.time->days).empty()) rest += " · " + in_words(claim.time->days);
  std::string sources = sources_in_words(claim);
  return fmt::format("<li class=\"{}\"><b>{}</b> <a href=\"#d{}{}\">{}</a>{}{}</li>\n", class_of(claim.kind),
                     escaped(who), number, escaped(claim.id), escaped(deed_in_words(claim)), escaped(rest),
                     sources.empty() ? "" : "<br><small>" + escaped(sources) + "</small>");
}

}  // namespace

std::string escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t' ? ' ' : c;
    }
  }
  return out;
}

std::string page_head() { return std::string(kHead); }

std::string reading_html(const Reading& reading, size_t number) {
  const Article& article = reading.document;
  std::string origin;
  auto add = [&](const std::string& part) { origin += (origin.empty() ? "" : " · ") + escaped(part); };
  if (article.outlet) add(*article.outlet);
  if (article.published) add(in_words(*article.published));
  if (article.url) add(*article.url);
  std::string html = fmt::format("<h1>{}</h1>\n<p class=\"origin\">{}</p>\n<main>\n<article>\n",
                                 escaped(article.title.value_or("(no title)")), origin);
  for (const Block& block : article.blocks)
    if (block.role != BlockRole::kTitle) html += block_html(reading, block, number);
  html += "</article>\n<ul class=\"claims\">\n";
  for (const Claim& claim : reading.claims) html += claim_html(claim, number);
  return html + "</ul>\n</main>\n";
}

std::string page_tail() { return "</body>\n</html>\n"; }

}  // namespace sumario::cli
