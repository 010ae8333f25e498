#include "cli/reading_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "casefile/dossier.h"
#include "cli/claim_words.h"
#include "cli/day_words.h"
#include "cli/excerpt.h"
#include "cli/paragraph.h"
#include "record/names.h"

namespace sumario::cli {
namespace {

constexpr int kIndent = 2, kQuoteIndent = 6;
constexpr std::string_view kNobodyNamed = "Not told of whom";

std::string heading(std::string_view text, const Look& look) {
  return "\n" + styled(text, Style::kStrong, look) + "\n";
}

std::string origin_of(const Article& article) {
  std::string origin;
  auto add = [&](const std::string& part) { origin += (origin.empty() ? "" : " · ") + part; };
  if (article.outlet) add(*article.outlet);
  add(article.published ? in_words(*article.published) : "no date of publication");
  for (const std::string& author : article.authors) add(author);
  if (article.url) add(*article.url);
  if (article.language != "en") add("language " + article.language);
  return origin;
}

std::string title_lines(const Article& article, const Look& look) {
  Paragraph title, origin;
  title.add(article.title && !article.title->empty() ? *article.title : "(no title)", Style::kStrong);
  origin.add(origin_of(article), Style::kDim);
  return title.lines(look, 0, 0) + origin.lines(look, 0, 0);
}

std::vector<KeptClaim> kept_claims(const Reading& reading) {
  std::vector<KeptClaim> kept;
  for (const Claim& claim : reading.claims)
    kept.push_back({claim.id, reading.document.id, {}, {}, {}, reading.document.published, claim});
  return kept;
}

// "suspect, speaker": what the person does in this story.
std::string parts_in_words(const std::string& person, const std::vector<KeptClaim>& kept, const std::string& document) {
  std::string words;
  for (const Part& part : casefile::parts_of(person, kept, std::vector<std::string>{document}))
    words += (words.empty() ? "" : ", ") + (part.part == "other" ? std::string("named") : part.part);
  return words;
}

std::string people_lines(const Reading& reading, const Look& look) {
  std::vector<KeptClaim> kept = kept_claims(reading);
  std::vector<std::pair<std::string, std::string>> rows;
  int widest = 0;
  for (const Entity& entity : reading.entities) {
    if (entity.kind != EntityKind::kPerson) continue;
    rows.emplace_back(entity.name, parts_in_words(entity.id, kept, reading.document.id));
    widest = std::max(widest, columns_of(entity.name));
  }
  widest = std::min(widest, look.width / 2);
  std::string out;
  for (const auto& [name, parts] : rows) {
    std::string line(kIndent, ' ');
    line += name + std::string(static_cast<size_t>(std::max(0, widest - columns_of(name))) + 3, ' ') +
            styled(parts, Style::kDim, look);
    out += line + "\n";
  }
  return out;
}

std::string claim_lines(const Claim& claim, const std::string& subject, const Article& article, const Look& look) {
  Paragraph head, quote;
  auto fillers = claim.roles.find(std::string(main_role_of(claim.kind)));
  if (subject == kNobodyNamed && fillers != claim.roles.end()) head.add(fillers->second.front().text + " · ");
  head.add(deed_in_words(claim), Style::kStrong);
  if (claim.modality != Modality::kAsserted)
    head.add(" (" + std::string(modality_in_words(claim.modality)) + ")", Style::kWarning);
  for (const std::string& detail : details_of(claim))
    if (claim.kind != ClaimKind::kStatement) head.add(" · " + detail);
  if (claim.time && !in_words(claim.time->days).empty()) head.add(" · " + in_words(claim.time->days));
  if (std::string sources = sources_in_words(claim); !sources.empty()) head.add(" · " + sources, Style::kDim);
  add_excerpt(quote, article, claim.evidence.range);
  return head.lines(look, kIndent, kQuoteIndent) + quote.lines(look, kQuoteIndent, kQuoteIndent);
}

// Whom a claim is told under: the first filler of its main role, if it is known or named.
std::string subject_of(const Claim& claim, const std::map<std::string, std::string>& names) {
  auto fillers = claim.roles.find(std::string(main_role_of(claim.kind)));
  if (fillers == claim.roles.end()) return std::string(kNobodyNamed);
  const Filler& filler = fillers->second.front();
  auto name = filler.entity ? names.find(*filler.entity) : names.end();
  if (name != names.end()) return name->second;
  bool lower = !filler.text.empty() && filler.text[0] >= 'a' && filler.text[0] <= 'z';
  return lower ? std::string(kNobodyNamed) : filler.text;
}

std::string claims_lines(const Reading& reading, const Look& look) {
  std::map<std::string, std::string> names;
  for (const Entity& entity : reading.entities) names[entity.id] = entity.name;
  std::vector<std::string> subjects;  // by first claim
  std::map<std::string, std::vector<const Claim*>> groups;
  for (const Claim& claim : reading.claims) {
    std::string subject = subject_of(claim, names);
    if (groups[subject].empty()) subjects.push_back(subject);
    groups[subject].push_back(&claim);
  }
  std::string out;
  for (const std::string& subject : subjects) {
    // One kind after another, each in the order of the text.
    std::vector<const Claim*>& claims = groups[subject];
    std::stable_sort(claims.begin(), claims.end(), [](const Claim* a, const Claim* b) { return a->kind < b->kind; });
    out += heading(subject, look);
    for (const Claim* claim : claims) out += claim_lines(*claim, subject, reading.document, look);
  }
  return out;
}

}  // namespace

std::string reading_text(const Reading& reading, const Look& look) {
  std::string out = title_lines(reading.document, look);
  std::string people = people_lines(reading, look);
  if (!people.empty()) out += heading("PEOPLE", look) + people;
  out += reading.claims.empty() ? "\nNothing is claimed here that sumario can tell.\n" : claims_lines(reading, look);
  return out + "\n";
}

std::string article_text(const Article& article, const Look& look) {
  std::string out = title_lines(article, look);
  for (const Block& block : article.blocks) {
    Paragraph paragraph;
    paragraph.add(fmt::format("[{}] ", name_of(block.role)), Style::kDim);
    uint32_t at = block.range.start;
    for (const Residue& residue : article.residue) {
      if (!residue.range.overlaps(block.range)) continue;
      paragraph.add(words_of(article.text, {at, std::max(at, residue.range.start)}));
      paragraph.add(fmt::format("[{}: ", name_of(residue.why)), Style::kWarning);
      at = std::min(residue.range.end, block.range.end);
      paragraph.add(words_of(article.text, {std::max(residue.range.start, block.range.start), at}), Style::kDim)
          .add("]", Style::kWarning);
    }
    paragraph.add(words_of(article.text, {at, block.range.end}));
    out += "\n" + paragraph.lines(look, 0, 0);
  }
  return out + "\n";
}

}  // namespace sumario::cli
