#include "cli/changes_text.h"

#include <algorithm>

#include "cli/day_words.h"
#include "cli/excerpt.h"
#include "cli/paragraph.h"
#include "cli/standing_words.h"

namespace sumario::cli {
namespace {

constexpr int kLine = 2, kQuote = 6;

void add_status(Paragraph& line, std::string_view status) {
  const StatusWords& words = status_in_words(status);
  line.add(status == "none" ? "nothing" : std::string(words.words), words.open ? Style::kOpen : Style::kEnded);
}

std::string_view turn_in_words(OfficeTurn turn) {
  switch (turn) {
    case OfficeTurn::kTaken:
      return "took office";
    case OfficeTurn::kLeft:
      return "left office";
    case OfficeTurn::kUntold:
      return "no longer told to hold office";
  }
  return "";
}

class ChangesWriter {
 public:
  ChangesWriter(const PersonChanges& changes, const Articles& articles, const Look& look)
      : changes_(changes), articles_(articles), look_(look) {}

  std::string write() {
    out_ = styled(changes_.name, Style::kStrong, look_) + "\n";
    for (const StandingChange& change : changes_.standing) write_standing(change);
    for (const OfficeChange& change : changes_.offices) write_office(change);
    return out_ + "\n";
  }

 private:
  void write_standing(const StandingChange& change) {
    Paragraph line;
    line.add((change.forum.empty() ? "Country not told" : change.forum) + ": ");
    add_status(line, change.before);
    line.add(" → ");
    add_status(line, change.after);
    if (change.since) line.add(" since " + in_words(*change.since));
    if (!change.matter.empty()) line.add(" · " + change.matter);
    out_ += line.lines(look_, kLine, kQuote);
    quote_latest(change.claims);
  }

  void write_office(const OfficeChange& change) {
    Paragraph line;
    line.add(std::string(turn_in_words(change.turn)) + ": " + change.office);
    if (!change.body.empty()) line.add(", " + change.body);
    if (change.day) line.add(" · " + in_words(*change.day));
    out_ += line.lines(look_, kLine, kQuote);
    quote_latest(change.claims);
  }

  // The sentence of the claim that lies on the latest day.
  void quote_latest(const std::vector<std::string>& claims) {
    const KeptClaim* latest = nullptr;
    auto day_of = [](const KeptClaim& kept) {
      return kept.claim.time && kept.claim.time->days.to ? kept.claim.time->days.to : kept.published;
    };
    for (const std::string& id : claims) {
      auto kept = changes_.claims.find(id);
      if (kept != changes_.claims.end() && (!latest || day_of(kept->second) > day_of(*latest))) latest = &kept->second;
    }
    auto article = latest ? articles_.find(latest->document) : articles_.end();
    if (article == articles_.end()) return;
    Paragraph sentence;
    add_excerpt(sentence, article->second, latest->claim.evidence.range);
    sentence.add(" — " + source_in_words(article->second), Style::kDim);
    out_ += sentence.lines(look_, kQuote, kQuote);
  }

  const PersonChanges& changes_;
  const Articles& articles_;
  const Look& look_;
  std::string out_;
};

}  // namespace

std::string changes_text(const PersonChanges& changes, const Articles& articles, const Look& look) {
  return ChangesWriter(changes, articles, look).write();
}

std::set<std::string> documents_of(const PersonChanges& changes) {
  std::set<std::string> documents;
  for (const auto& [id, kept] : changes.claims) documents.insert(kept.document);
  return documents;
}

}  // namespace sumario::cli
