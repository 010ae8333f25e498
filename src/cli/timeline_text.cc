#include "cli/timeline_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "cli/claim_words.h"
#include "cli/day_words.h"
#include "cli/excerpt.h"
#include "cli/paragraph.h"
#include "record/json_writer.h"
#include "record/names.h"

namespace sumario::cli {
namespace {

constexpr int kWidestDays = 34, kGap = 2;

Paragraph told(const casefile::Event& event, const Names& names) {
  const Claim& claim = event.told.front()->claim;
  Paragraph line;
  if (std::string who = who_in_words(claim, names); !who.empty()) line.add(who, Style::kStrong).add(" · ");
  line.add(deed_in_words(claim));
  if (std::string_view modality = modality_in_words(claim.modality); !modality.empty())
    line.add(fmt::format(" ({})", modality), Style::kWarning);
  for (const std::string& detail : details_of(claim, names)) line.add(" · " + detail);
  return line;
}

void write_strings(JsonWriter& json, const KeptClaim& kept) {
  const Evidence& evidence = kept.claim.evidence;
  json.begin_object().field("id", kept.id).field("quote", evidence.quote).field("document", kept.document);
  json.field("url", kept.url).field("outlet", kept.outlet);
  json.field("published", kept.published);
  json.field("start", evidence.range.start).field("end", evidence.range.end).end_object();
}

void write_event(JsonWriter& json, const casefile::Event& event, const Names& names) {
  const Claim& claim = event.told.front()->claim;
  json.begin_object().field("from", event.days.from).field("to", event.days.to);
  json.field("kind", name_of(claim.kind)).field("type", claim.type).field("modality", name_of(claim.modality));
  json.key("roles").begin_object();
  for (const auto& [role, fillers] : claim.roles) {
    json.key(role).begin_array();
    for (const Filler& filler : fillers)
      json.begin_object()
          .field("entity", filler.entity)
          .field("name", name_of_filler(filler, names))
          .field("text", filler.text)
          .end_object();
    json.end_array();
  }
  json.end_object().key("claims").begin_array();
  for (const KeptClaim* kept : event.told) write_strings(json, *kept);
  json.end_array().end_object();
}

}  // namespace

std::string timeline_text(std::span<const casefile::Event> events, const Names& names, const Articles& articles,
                          const Look& look) {
  int days_width = 0;
  for (const casefile::Event& event : events) days_width = std::max(days_width, columns_of(in_words(event.days)));
  days_width = std::min({days_width, kWidestDays, look.width / 3});
  int indent = days_width + kGap;
  std::string out;
  for (const casefile::Event& event : events) {
    // The days stand in the indent of the line; too long for it, on a line of their own.
    std::string days = in_words(event.days), line = told(event, names).lines(look, indent, indent);
    int taken = columns_of(days);
    if (taken > days_width)
      out += styled(days, Style::kStrong, look) + "\n" + line;
    else
      out += styled(days, Style::kStrong, look) + line.substr(static_cast<size_t>(taken));
    auto article = articles.find(event.told.front()->document);
    if (article == articles.end()) continue;
    Paragraph quote;
    add_excerpt(quote, article->second, event.told.front()->claim.evidence.range);
    quote.add(" — " + source_in_words(article->second), Style::kDim);
    if (event.told.size() > 1) quote.add(fmt::format(" (and {} more)", event.told.size() - 1), Style::kDim);
    out += quote.lines(look, indent, indent);
  }
  return out;
}

std::string timeline_json(std::span<const casefile::Event> events, const Names& names) {
  JsonWriter json;
  json.begin_object().key("events").begin_array();
  for (const casefile::Event& event : events) write_event(json, event, names);
  json.end_array().end_object();
  return json.take();
}

}  // namespace sumario::cli
