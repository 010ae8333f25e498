#include "cli/html_people.h"

#include <fmt/format.h>

#include <array>
#include <utility>

#include "cli/claim_words.h"
#include "cli/day_words.h"
#include "cli/standing_words.h"
#include "record/names.h"

namespace sumario::cli {
namespace {

constexpr size_t kMostNumbers = 12;  // of one person's claims

struct Group {
  Involvement involvement;
  std::string_view name, heading, sign;
};

constexpr std::array kGroups = {
    Group{Involvement::kOpen, "against", "Something stands against them", "▲"},
    Group{Involvement::kEnded, "over", "What stood against them has ended", "✓"},
    Group{Involvement::kPart, "others-part", "Others with a part in the story", "•"},
    Group{Involvement::kMentioned, "mentioned", "Mentioned only", "–"},
};

std::string standing_html(const Standing& standing) {
  const StatusWords& status = status_in_words(standing.status);
  std::string html = fmt::format("<li class=\"{}\"><span aria-hidden=\"true\">{}</span> {}",
                                 status.open ? "open" : "ended", status.open ? "▲" : "✓", status.words);
  if (standing.since) html += " since " + in_words(*standing.since);
  if (!standing.forum.empty()) html += " · " + isolated(standing.forum);
  if (!standing.matter.empty()) html += " · " + isolated(standing.matter);
  return html + "</li>\n";
}

std::string office_html(const Tenure& tenure) {
  std::string html =
      "<li><span aria-hidden=\"true\">■</span> " + (tenure.office.empty() ? "an office" : isolated(tenure.office));
  if (!tenure.body.empty()) html += ", " + isolated(tenure.body);
  if (std::string days = in_words(tenure.days); !days.empty()) html += " · " + days;
  return html + "</li>\n";
}

std::string numbers_html(const Reading& reading, const PersonInStory& person, const PageNames& names) {
  std::string html;
  for (size_t i = 0; i < person.claims.size() && i < kMostNumbers; ++i) {
    const Claim& claim = *person.claims[i];
    auto number = static_cast<size_t>(&claim - reading.claims.data()) + 1;
    html += fmt::format(" <a class=\"number {}\" href=\"#{}\">{}{}</a>", name_of(claim.kind), names.note_of(number),
                        sign_of(claim.kind), number);
  }
  if (person.claims.size() > kMostNumbers) html += fmt::format(" and {} more", person.claims.size() - kMostNumbers);
  return html.empty() ? html : "<p class=\"claims\">Claims" + html + "</p>\n";
}

std::string person_html(const Reading& reading, const PersonInStory& person, size_t number, const PageNames& names) {
  std::string html = fmt::format("<li class=\"card{}\"><p><a class=\"name\" href=\"#{}\">{}</a>", person_light(number),
                                 names.person(number), isolated(person.entity->name));
  for (const std::string& part : person.parts) html += fmt::format(" <span class=\"part\">{}</span>", escaped(part));
  html += "</p>\n";
  std::string facts;
  for (const Standing& standing : person.standing) facts += standing_html(standing);
  for (const Tenure& tenure : person.offices) facts += office_html(tenure);
  if (!facts.empty()) html += "<ul>\n" + facts + "</ul>\n";
  return html + numbers_html(reading, person, names) + "</li>\n";
}

}  // namespace

std::string people_html(const Reading& reading, const Story& story, const PageNames& names) {
  if (story.people.empty()) return "";
  std::string html = "<section class=\"people\">\n<h2>People</h2>\n<div class=\"groups\">\n";
  size_t at = 0;
  for (const Group& group : kGroups) {
    std::string cards;
    const size_t first = at;
    for (; at < story.people.size() && story.people[at].involvement == group.involvement; ++at)
      cards += person_html(reading, story.people[at], at + 1, names);
    if (cards.empty()) continue;
    html += fmt::format("<div class=\"group {}{}\">\n<h3><span aria-hidden=\"true\">{}</span> {}</h3>\n", group.name,
                        at - first == 1 ? " single" : "", group.sign, group.heading);
    html += "<ul class=\"cards\">\n" + cards + "</ul>\n</div>\n";
  }
  return html + "</div>\n</section>\n";
}

std::string others_html(const Reading& reading) {
  static constexpr std::array kKinds = {
      std::pair{EntityKind::kOrganisation, "Bodies"},
      std::pair{EntityKind::kPlace, "Places"},
      std::pair{EntityKind::kLaw, "Laws"},
      std::pair{EntityKind::kGroup, "Groups"},
      std::pair{EntityKind::kWork, "Works"},
      std::pair{EntityKind::kOther, "Others"},
  };
  std::string html;
  for (const auto& [kind, heading] : kKinds) {
    std::string names;
    for (const Entity& entity : reading.entities)
      if (entity.kind == kind) names += (names.empty() ? "" : ", ") + isolated(entity.name);
    if (!names.empty()) html += fmt::format("<p><b>{}</b> {}</p>\n", heading, names);
  }
  if (html.empty()) return "";
  return "<details class=\"others\">\n<summary>Bodies, places and laws it names</summary>\n" + html + "</details>\n";
}

}  // namespace sumario::cli
