#include "cli/reading_html.h"

#include <fmt/format.h>

#include "base/sha256.h"
#include "cli/day_words.h"
#include "cli/html.h"
#include "cli/html_article.h"
#include "cli/html_people.h"
#include "cli/html_timeline.h"
#include "cli/page_texts.h"
#include "cli/story.h"
#include "record/names.h"

namespace sumario::cli {
namespace {

// What lies under the pointer or has the focus lights up all that bears its number, within its passage or reading.
std::string light_rules() {
  std::string selectors;
  auto add = [&](std::string_view scope, char letter, size_t number) {
    selectors += fmt::format("{}.{}:has(.{}{}:is(:hover, :focus, :focus-within, :target)) .{}{}",
                             selectors.empty() ? "" : ",\n", scope, letter, number, letter, number);
  };
  for (size_t number = 1; number <= kLights; ++number) {
    add("passage", 'c', number);
    add("reading", 'p', number);
  }
  return selectors + " { background: var(--lit); color: var(--lit-ink); }\n";
}

std::string style() { return std::string(page_style()) + light_rules(); }

std::string legend() {
  std::string html = "<p class=\"legend\">Evidence is marked by kind: ";
  for (ClaimKind kind : {ClaimKind::kProceeding, ClaimKind::kAllegation, ClaimKind::kOffice, ClaimKind::kStatement,
                         ClaimKind::kLaw, ClaimKind::kAction, ClaimKind::kRelation})
    html += fmt::format("<mark class=\"{0}\">{1}&nbsp;{0}</mark> ", name_of(kind), sign_of(kind));
  return html + "A number leads from the words to the claim and back.</p>\n";
}

std::string origin_html(const Article& article) {
  std::string origin;
  auto add = [&](const std::string& part) { origin += (origin.empty() ? "" : " · ") + isolated(part); };
  if (article.outlet) add(*article.outlet);
  add(article.published ? in_words(*article.published) : "no date of publication");
  for (const std::string& author : article.authors) add(author);
  if (article.url) add(*article.url);
  if (article.language != "en") add("language " + article.language);
  return "<p class=\"origin\">" + origin + "</p>\n";
}

}  // namespace

std::string page_head(std::string_view title) {
  const std::string sheet = style();
  return fmt::format(R"(<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-{}'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<title>{}</title>
<style>{}</style>
</head>
<body>
<a class="skip" href="#d1">To the article</a>
{})",
                     sha256_base64(sheet), escaped(title.empty() ? "A reading by sumario" : title), sheet, legend());
}

std::string reading_html(const Reading& reading, size_t number) {
  const PageNames names{number};
  const Story story = story_of(reading);
  std::string title = passage_of_title(reading, story, names);
  if (title.empty()) title = "<h1>" + escaped(reading.document.title.value_or("(no title)")) + "</h1>\n";
  std::string html = fmt::format("<article class=\"reading\" id=\"d{}\">\n<header>\n", number);
  html += title + origin_html(reading.document) + "</header>\n";
  if (reading.claims.empty()) html += "<p class=\"notice\">Nothing is claimed here that sumario can tell.</p>\n";
  for (const Note& note : reading.notes)
    html += "<p class=\"notice\">" + isolated(note_in_words(note, reading.document.text)) + "</p>\n";
  html += people_html(reading, story, names) + timeline_html(reading, story, names);
  html += "<h2>Article and claims</h2>\n" + passages(reading, story, names) + others_html(reading);
  return html + "</article>\n";
}

std::string page_tail() { return "</body>\n</html>\n"; }

}  // namespace sumario::cli
