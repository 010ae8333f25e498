#include "casefile/timeline.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace sumario::casefile {
namespace {

// Who takes part in which role; words alone where nobody is known to fill it.
std::string cast_of(const Claim& claim) {
  std::string cast;
  for (const auto& [role, fillers] : claim.roles) {
    std::vector<std::string> who;
    for (const Filler& filler : fillers) {
      if (filler.entity) who.push_back(*filler.entity);
    }
    std::sort(who.begin(), who.end());
    for (const std::string& one : who) cast += role + "=" + one + "\n";
  }
  return cast;
}

bool within(const DayInterval& days, std::optional<Day> from, std::optional<Day> to) {
  std::optional<Day> first = days.from ? days.from : days.to, last = days.to ? days.to : days.from;
  return !(from && *last < *from) && !(to && *first > *to);
}

auto order_of(const Event& event) {
  const KeptClaim& first = *event.told.front();
  const DayInterval& days = event.days;
  return std::tuple(days.from ? days.from : days.to, days.to ? days.to : days.from, first.claim.kind, first.claim.type,
                    first.published, first.document, first.id);
}

}  // namespace

std::vector<Event> timeline_of(std::span<const KeptClaim> claims, std::optional<Day> from, std::optional<Day> to) {
  using Key = std::tuple<ClaimKind, std::string, Modality, std::optional<Day>, std::optional<Day>, std::string>;
  std::map<Key, Event> events;
  for (const KeptClaim& kept : claims) {
    const Claim& claim = kept.claim;
    if (!claim.time || (!claim.time->days.from && !claim.time->days.to)) continue;
    const DayInterval& days = claim.time->days;
    if (!within(days, from, to)) continue;
    std::string cast = cast_of(claim);
    if (cast.empty()) cast = kept.id;  // nobody known: words of two documents are not taken for one event
    Event& event = events[Key(claim.kind, claim.type, claim.modality, days.from, days.to, cast)];
    event.days = days;
    event.told.push_back(&kept);
  }
  std::vector<Event> ordered;
  for (auto& [key, event] : events) {
    std::sort(event.told.begin(), event.told.end(), [](const KeptClaim* a, const KeptClaim* b) {
      return std::tuple(a->published, a->document, a->id) < std::tuple(b->published, b->document, b->id);
    });
    ordered.push_back(std::move(event));
  }
  std::sort(ordered.begin(), ordered.end(), [](const Event& a, const Event& b) { return order_of(a) < order_of(b); });
  return ordered;
}

}  // namespace sumario::casefile
