#include "exports/held.h"

#include <algorithm>

namespace sumario::exports {

Dossier Held::dossier(const casefile::PersonRecord& person) {
  Dossier dossier = casefile::dossier_of(person, as_of_.day);
  for (const auto& [id, kept] : dossier.claims)
    if (!claim(kept)) besides_.insert(id);
  return dossier;
}

bool Held::claim(const std::string& id, const Claim& claim, std::optional<Day> published) const {
  if (!as_of_.only_until || besides_.contains(id)) return true;
  if (claim.time && claim.time->days.from) return *claim.time->days.from <= as_of_.day;
  return !published || *published <= as_of_.day || (claim.time && claim.time->days.to);
}

bool Held::claim(const KeptReading& kept, const Claim& one) const {
  const Article& article = kept.reading.document;
  return claim(kept_claim_id(article.id, one.id), one, article.published);
}

bool Held::document(const KeptReading& kept) const {
  std::optional<Day> published = kept.reading.document.published;
  if (!as_of_.only_until || !published || *published <= as_of_.day) return true;
  return std::any_of(kept.reading.claims.begin(), kept.reading.claims.end(),
                     [&](const Claim& one) { return claim(kept, one); });
}

}  // namespace sumario::exports
