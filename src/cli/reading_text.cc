#include "cli/reading_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <climits>
#include <map>

#include "cli/claim_words.h"
#include "cli/day_words.h"
#include "cli/excerpt.h"
#include "cli/paragraph.h"
#include "cli/standing_words.h"
#include "cli/story.h"
#include "record/names.h"

namespace sumario::cli {
namespace {

constexpr int kIndent = 2, kQuoteIndent = 6, kGap = 3;
constexpr std::string_view kNobodyKnown = "Of people it does not name";

// One line without control characters, for what is not wrapped.
std::string plain(const std::string& text) {
  std::string line = Paragraph().add(text).lines(Look{false, INT_MAX}, 0, 0);
  line.pop_back();
  return line;
}

void add_modality(Paragraph& paragraph, const Claim& claim) {
  if (std::string_view modality = modality_in_words(claim.modality); !modality.empty())
    paragraph.add(fmt::format(" ({})", modality), Style::kWarning);
}

std::string heading(std::string_view text, const Look& look) {
  return "\n" + styled(text, Style::kStrong, look) + "\n";
}

std::string_view words_of_flag(PageFlag flag) {
  switch (flag) {
    case PageFlag::kPaywall:
      return "behind a paywall";
    case PageFlag::kLive:
      return "a live report";
    case PageFlag::kVideo:
      return "a video's page";
    case PageFlag::kAudio:
      return "a recording's page";
    case PageFlag::kGallery:
      return "a gallery";
    case PageFlag::kIndex:
      return "a list of other pages";
  }
  return "";
}

std::string origin_of(const Article& article) {
  std::string origin;
  auto add = [&](const std::string& part) { origin += (origin.empty() ? "" : " · ") + part; };
  if (article.outlet) add(*article.outlet);
  if (article.original_outlet) add("from " + *article.original_outlet);
  add(article.published ? in_words(*article.published) : "no date of publication");
  if (article.updated) add("updated " + *article.updated);
  for (const std::string& author : article.authors) add(author);
  if (article.url) add(*article.url);
  if (article.language != "en") add("language " + article.language);
  for (PageFlag flag : article.flags) add(std::string(words_of_flag(flag)));
  return origin;
}

std::string title_lines(const Article& article, const Look& look) {
  Paragraph title, origin;
  title.add(article.title && !article.title->empty() ? *article.title : "(no title)", Style::kStrong);
  origin.add(origin_of(article), Style::kDim);
  return title.lines(look, 0, 0) + origin.lines(look, 0, 0);
}

std::string people_lines(const Story& story, const Look& look) {
  int widest = 0;
  for (const PersonInStory& person : story.people) widest = std::max(widest, columns_of(person.entity->name));
  widest = std::min(widest, look.width / 3);
  const int parts_at = kIndent + widest + kGap;
  std::string out;
  for (const PersonInStory& person : story.people) {
    Paragraph parts;
    for (const std::string& part : person.parts) parts.add((parts.empty() ? "" : ", ") + part, Style::kDim);
    for (const Standing& standing : person.standing) {
      const StatusWords& status = status_in_words(standing.status);
      parts.add(" · ").add(status.words, status.open ? Style::kOpen : Style::kEnded);
      if (standing.since) parts.add(" since " + in_words(*standing.since));
      if (!standing.forum.empty()) parts.add(", " + standing.forum);
    }
    std::string lines = parts.lines(look, parts_at, parts_at);
    const int taken = columns_of(person.entity->name);
    const std::string name = std::string(kIndent, ' ') + plain(person.entity->name);
    // The name stands in the indent of its line; too long for it, on a line of its own.
    out += taken > widest ? name + "\n" + lines : name + lines.substr(static_cast<size_t>(kIndent + taken));
  }
  return out;
}

std::string timeline_lines(const Story& story, const Look& look) {
  std::string out;
  for (const casefile::Event& event : story.events) {
    const Claim& claim = event.told.front()->claim;
    Paragraph line;
    line.add(in_words(event.days), Style::kStrong).add(" · ");
    if (std::string who = who_in_words(claim, story.names); !who.empty()) line.add(who + " · ");
    line.add(deed_in_words(claim));
    add_modality(line, claim);
    if (event.told.size() > 1) line.add(fmt::format(" (told {} times)", event.told.size()), Style::kDim);
    out += line.lines(look, kIndent, kQuoteIndent);
  }
  return out;
}

std::string claim_lines(const Claim& claim, bool named, const Reading& reading, const Names& names, const Look& look) {
  Paragraph head, quote;
  if (std::string who = who_in_words(claim, names); !named && !who.empty()) head.add(who + " · ");
  head.add(deed_in_words(claim), Style::kStrong);
  add_modality(head, claim);
  for (const std::string& detail : details_of(claim, names)) head.add(" · " + detail);
  if (claim.time && !in_words(claim.time->days).empty()) head.add(" · " + in_words(claim.time->days));
  if (std::string sources = sources_in_words(claim, names); !sources.empty()) head.add(" · " + sources, Style::kDim);
  add_excerpt(quote, reading.document, claim.evidence.range);
  return head.lines(look, kIndent, kQuoteIndent) + quote.lines(look, kQuoteIndent, kQuoteIndent);
}

// Whom a claim is told under: the entity that fills its main role first; "" where nobody known does.
std::string subject_of(const Claim& claim) {
  auto fillers = claim.roles.find(std::string(main_role_of(claim.kind)));
  return fillers == claim.roles.end() ? "" : fillers->second.front().entity.value_or("");
}

std::string claims_lines(const Reading& reading, const Story& story, const Look& look) {
  std::vector<std::string> subjects;  // by first claim
  std::map<std::string, std::vector<const Claim*>> groups;
  for (const Claim& claim : reading.claims) {
    std::string subject = subject_of(claim);
    if (groups[subject].empty() && !subject.empty()) subjects.push_back(subject);
    groups[subject].push_back(&claim);
  }
  if (groups.contains("")) subjects.push_back("");
  std::string out;
  for (const std::string& subject : subjects) {
    // One kind after another, each in the order of the text.
    std::vector<const Claim*>& claims = groups[subject];
    std::stable_sort(claims.begin(), claims.end(), [](const Claim* a, const Claim* b) { return a->kind < b->kind; });
    out += heading(subject.empty() ? kNobodyKnown : plain(story.names.at(subject)), look);
    for (const Claim* claim : claims) out += claim_lines(*claim, !subject.empty(), reading, story.names, look);
  }
  return out;
}

}  // namespace

std::string reading_text(const Reading& reading, const Look& look) {
  const Story story = story_of(reading);
  std::string out = title_lines(reading.document, look);
  for (const Note& note : reading.notes)
    out += Paragraph().add(note_in_words(note, reading.document.text), Style::kWarning).lines(look, 0, 0);
  if (!story.people.empty()) out += heading("PEOPLE", look) + people_lines(story, look);
  if (!story.events.empty()) out += heading("TIMELINE", look) + timeline_lines(story, look);
  out += reading.claims.empty() ? "\nNothing is claimed here that sumario can tell.\n"
                                : claims_lines(reading, story, look);
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
