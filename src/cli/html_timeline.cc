#include "cli/html_timeline.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <unordered_map>

#include "cli/claim_words.h"
#include "cli/day_scale.h"
#include "cli/day_words.h"
#include "record/names.h"

namespace sumario::cli {
namespace {

constexpr double kNarrowestBar = 1.5;  // percent

// What holds over all of its days, not on one of them.
bool lasts(const Claim& claim) {
  return (claim.kind == ClaimKind::kOffice && claim.type == "hold") || claim.kind == ClaimKind::kRelation;
}

class TimelineWriter {
 public:
  TimelineWriter(const Reading& reading, const Story& story, const PageNames& names)
      : story_(story),
        names_(names),
        published_(reading.document.published),
        scale_(scale_of(story, published_)),
        grid_(grid()) {
    for (size_t i = 0; i < reading.claims.size(); ++i) numbers_[reading.claims[i].id] = i + 1;
  }

  std::string write() const {
    std::string html = "<section class=\"timeline\">\n<h2>Timeline</h2>\n" + axis_html() + "<ol>\n";
    for (const casefile::Event& event : story_.events) html += event_html(event);
    return html +
           "</ol>\n<p class=\"key\">● that day · ▭ some day within · ▬ all that time · ┄ no end told</p>\n</section>\n";
  }

 private:
  static DayScale scale_of(const Story& story, std::optional<Day> published) {
    std::optional<Day> first, last;
    for (const casefile::Event& event : story.events)
      for (const std::optional<Day>& day : {event.days.from, event.days.to}) {
        if (day && (!first || *day < *first)) first = day;
        if (day && (!last || *day > *last)) last = day;
      }
    return {*first, *last, published.value_or(*last)};
  }

  std::string grid() const {
    std::string svg;
    for (const Tick& tick : scale_.ticks())
      svg += fmt::format("<line class=\"tick\" x1=\"{0:.1f}%\" x2=\"{0:.1f}%\" y1=\"0\" y2=\"100%\"/>", tick.percent);
    if (published_)
      svg += fmt::format("<line class=\"published\" x1=\"{0:.1f}%\" x2=\"{0:.1f}%\" y1=\"0\" y2=\"100%\"/>",
                         scale_.percent_of(*published_));
    return svg;
  }

  std::string axis_html() const {
    std::string svg = "<svg class=\"axis\" aria-hidden=\"true\" width=\"100%\" height=\"20\">";
    for (const Tick& tick : scale_.ticks())
      svg += fmt::format("<text x=\"{:.1f}%\" y=\"14\" text-anchor=\"middle\">{}</text>", tick.percent, tick.words);
    if (published_) {
      double percent = scale_.percent_of(*published_);
      std::string_view anchor = percent > 80 ? "end" : percent < 20 ? "start" : "middle";
      svg += fmt::format("<text class=\"published\" x=\"{:.1f}%\" y=\"14\" text-anchor=\"{}\">published</text>",
                         percent, anchor);
    }
    return svg + "</svg>\n";
  }

  std::string event_html(const casefile::Event& event) const {
    const Claim& claim = event.told.front()->claim;
    std::string who = who_in_words(claim, story_.names);
    std::string html = fmt::format("<li class=\"{}\"><span class=\"when\">{}</span> {}<span class=\"what\">",
                                   name_of(claim.kind), in_words(event.days), bar_svg(event));
    if (!who.empty()) html += "<b>" + isolated(who) + "</b> ";
    html += escaped(deed_in_words(claim));
    if (std::string_view modality = modality_in_words(claim.modality); !modality.empty())
      html += fmt::format(" <em class=\"modality\">{}</em>", modality);
    if (auto office = claim.roles.find("office"); office != claim.roles.end())
      html += " · " + isolated(office->second.front().text);
    for (const KeptClaim* told : event.told) {
      size_t number = numbers_.at(told->id);
      html += fmt::format(" <a class=\"number {}\" href=\"#{}\">{}{}</a>", name_of(claim.kind), names_.note_of(number),
                          sign_of(claim.kind), number);
    }
    return html + "</span></li>\n";
  }

  std::string bar_svg(const casefile::Event& event) const {
    const DayInterval& days = event.days;
    std::string svg = "<svg class=\"bar\" aria-hidden=\"true\" width=\"100%\" height=\"16\">" + grid_;
    double from = days.from ? scale_.percent_of(*days.from) : 0, to = days.to ? scale_.percent_of(*days.to) : 100;
    if (days.from && days.to && days.from == days.to) {
      svg += fmt::format("<circle cx=\"{:.1f}%\" cy=\"8\" r=\"5\"/>", from);
    } else if (days.from && days.to) {
      double middle = (from + to) / 2, half = std::max(to - from, kNarrowestBar) / 2;
      svg += fmt::format("<rect class=\"{}\" x=\"{:.1f}%\" width=\"{:.1f}%\" y=\"3.5\" height=\"9\" rx=\"3\"/>",
                         lasts(event.told.front()->claim) ? "full" : "hollow", middle - half, 2 * half);
    } else {
      svg += fmt::format("<line class=\"open\" x1=\"{:.1f}%\" x2=\"{:.1f}%\" y1=\"8\" y2=\"8\"/>", from, to);
      svg += fmt::format("<circle class=\"hollow\" cx=\"{:.1f}%\" cy=\"8\" r=\"4\"/>", days.from ? from : to);
    }
    return svg + "</svg>";
  }

  const Story& story_;
  const PageNames& names_;
  std::optional<Day> published_;
  DayScale scale_;
  std::string grid_;                                 // the lines that stand behind every row
  std::unordered_map<std::string, size_t> numbers_;  // of claims, by id
};

}  // namespace

std::string timeline_html(const Reading& reading, const Story& story, const PageNames& names) {
  return story.events.empty() ? "" : TimelineWriter(reading, story, names).write();
}

}  // namespace sumario::cli
