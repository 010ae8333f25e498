#include "cli/dossier_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "cli/claim_words.h"
#include "cli/day_words.h"
#include "cli/excerpt.h"
#include "cli/paragraph.h"
#include "cli/standing_words.h"

namespace sumario::cli {
namespace {

constexpr int kLine = 2, kQuote = 6;
constexpr size_t kQuotesOfAnOffice = 1, kQuotesOfAnAllegation = 2;

class DossierWriter {
 public:
  DossierWriter(const Dossier& dossier, const Articles& articles, int documents, const Look& look)
      : dossier_(dossier), articles_(articles), documents_(documents), look_(look) {}

  std::string write() {
    write_name();
    write_standing_lines();
    for (const Standing& standing : dossier_.standing) write_case(standing);
    write_offices();
    write_allegations();
    write_parts();
    write_doubted();
    return out_ + "\n";
  }

 private:
  void line(const Paragraph& paragraph, int first = kLine, int rest = kQuote) {
    out_ += paragraph.lines(look_, first, rest);
  }
  void heading(std::string_view text) { out_ += "\n" + styled(text, Style::kStrong, look_) + "\n"; }

  void write_name() {
    Paragraph name, also;
    name.add(dossier_.name, Style::kStrong).add("  as of " + in_words(dossier_.as_of), Style::kDim);
    line(name, 0, 0);
    for (const std::string& form : dossier_.also) also.add((also.empty() ? "also " : ", ") + form, Style::kDim);
    if (!also.empty()) line(also, 0, 0);
    out_ += "\n";
  }

  // The answer: one line a forum and matter.
  void write_standing_lines() {
    bool any = false;
    for (const Standing& standing : dossier_.standing) {
      if (standing.status == "none") continue;
      any = true;
      const StatusWords& status = status_in_words(standing.status);
      Paragraph answer;
      answer.add(forum_in_words(standing) + ": ").add(status.words, status.open ? Style::kOpen : Style::kEnded);
      if (standing.since) answer.add(" since " + in_words(*standing.since));
      if (!standing.matter.empty()) answer.add(" · " + standing.matter);
      line(answer);
    }
    if (any) return;
    Paragraph nothing;
    nothing.add("Accused of nothing", Style::kEnded).add(" in this case file as of that day.");
    line(nothing);
  }

  void write_case(const Standing& standing) {
    heading(forum_in_words(standing) + (standing.matter.empty() ? "" : " — " + standing.matter));
    for (const Step& step : standing.steps) {
      // Accusations have their own list; here they only fill the way to a status that is more.
      if (step.type == "accuse" && standing.status != "accused") continue;
      Paragraph told;
      std::string days = in_words(step.days);
      told.add(deed_in_words(step.type)).add(days.empty() ? " · day not told" : " · " + days);
      line(told);
      quote(best_first(step.claims), 1);
    }
    std::optional<Day> last = last_day(standing);
    if (!status_in_words(standing.status).open || !last) return;
    Paragraph none;
    none.add("No outcome found since " + in_words(*last) + ".", Style::kDim);
    line(none);
  }

  // The claim that says the day proves the most; else the first to tell.
  std::vector<std::string> best_first(std::vector<std::string> claims) const {
    std::stable_partition(claims.begin(), claims.end(), [&](const std::string& id) {
      const std::optional<ClaimTime>& time = dossier_.claims.at(id).claim.time;
      return time && time->days.to;
    });
    return claims;
  }

  static std::optional<Day> last_day(const Standing& standing) {
    std::optional<Day> last = standing.since;
    for (const Step& step : standing.steps)
      if (step.days.to && (!last || *step.days.to > *last)) last = step.days.to;
    return last;
  }

  void write_offices() {
    if (!dossier_.offices.empty()) heading("Offices");
    for (const Tenure& tenure : dossier_.offices) {
      Paragraph held;
      held.add(tenure.office + (tenure.body.empty() ? "" : ", " + tenure.body));
      std::string days = in_words(tenure.days);
      if (!days.empty()) held.add(" · " + days);
      line(held);
      quote(tenure.claims, kQuotesOfAnOffice);
    }
  }

  void write_allegations() {
    if (!dossier_.allegations.empty()) heading("Allegations");
    for (const Allegation& allegation : dossier_.allegations) {
      Paragraph told;
      told.add(allegation.conduct.empty() ? "accused" : "accused of: " + allegation.conduct);
      if (!allegation.accuser.empty()) told.add(" · by " + allegation.accuser);
      told.add(" · " + allegation.answer.value_or("no answer found"), allegation.answer ? Style::kStrong : Style::kDim);
      line(told);
      // The accusation, and the last answer to it.
      std::vector<std::string> shown = {allegation.claims.front()};
      if (allegation.answer) shown.push_back(allegation.claims.back());
      quote(shown, kQuotesOfAnAllegation, allegation.claims.size());
    }
  }

  void write_parts() {
    Paragraph parts;
    parts.add(fmt::format("Named in {} document{}: ", documents_, documents_ == 1 ? "" : "s"));
    bool accused = false;
    std::string words;
    for (const Part& part : dossier_.parts) {
      accused |= part.part == "defendant" || part.part == "suspect";
      words += fmt::format("{}{} in {}", words.empty() ? "" : ", ", part.part == "other" ? "in no part" : part.part,
                           part.documents);
    }
    parts.add(words + (accused ? "." : ", accused in 0."));
    out_ += "\n";
    line(parts, 0, kLine);
  }

  void write_doubted() {
    if (dossier_.doubted.empty()) return;
    const KeptClaim& kept = dossier_.doubted.front();
    Paragraph why, sentence;
    why.add("Left out: one sentence reads as if it accused an officer of the court whom all else shows at work.",
            Style::kDim);
    line(why, 0, kLine);
    auto article = articles_.find(kept.document);
    if (article == articles_.end()) return;
    add_excerpt(sentence, article->second, kept.claim.evidence.range);
    sentence.add(" — " + source_in_words(article->second), Style::kDim);
    line(sentence, kQuote, kQuote);
  }

  // The sentences of the first `most` claims, and how many more say the same.
  void quote(const std::vector<std::string>& claims, size_t most, size_t all = 0) {
    std::set<std::string> seen;
    all = std::max(all, claims.size());
    for (const std::string& id : claims) {
      if (seen.size() == most || !seen.insert(id).second) continue;
      const KeptClaim& kept = dossier_.claims.at(id);
      auto article = articles_.find(kept.document);
      if (article == articles_.end()) continue;
      Paragraph sentence;
      add_excerpt(sentence, article->second, kept.claim.evidence.range);
      sentence.add(" — " + source_in_words(article->second), Style::kDim);
      if (seen.size() == most && all > most) sentence.add(fmt::format(" (and {} more)", all - most), Style::kDim);
      line(sentence, kQuote, kQuote);
    }
  }

  const Dossier& dossier_;
  const Articles& articles_;
  int documents_;
  const Look& look_;
  std::string out_;
};

}  // namespace

std::string dossier_text(const Dossier& dossier, const Articles& articles, int documents, const Look& look) {
  return DossierWriter(dossier, articles, documents, look).write();
}

}  // namespace sumario::cli
