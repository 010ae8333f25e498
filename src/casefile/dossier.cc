#include "casefile/dossier.h"

#include <algorithm>
#include <set>

#include "casefile/doubt.h"
#include "casefile/identity.h"
#include "casefile/standing.h"

namespace sumario::casefile {

Dossier dossier_of(const PersonRecord& record, Day as_of) {
  Dossier dossier;
  dossier.person_id = record.id;
  dossier.as_of = as_of;
  std::vector<std::string> names, documents;
  std::set<std::string> also;
  for (const NamedHere& named : record.named) {
    names.push_back(named.name);
    documents.push_back(named.document);
    also.insert(named.also.begin(), named.also.end());
  }
  dossier.name = fullest_name(names);
  also.insert(names.begin(), names.end());
  also.erase(dossier.name);
  dossier.also.assign(also.begin(), also.end());

  Believed believed = weigh(record.id, record.claims);
  const std::vector<KeptClaim>& claims = believed.claims;
  dossier.doubted = std::move(believed.doubted);
  dossier.standing = standings_of(record.id, claims, as_of);
  dossier.offices = tenures_of(record.id, claims, as_of);
  dossier.allegations = allegations_of(record.id, claims, as_of);
  dossier.parts = parts_of(record.id, claims, documents);

  std::set<std::string> used;
  for (const Standing& standing : dossier.standing)
    for (const Step& step : standing.steps) used.insert(step.claims.begin(), step.claims.end());
  for (const Tenure& tenure : dossier.offices) used.insert(tenure.claims.begin(), tenure.claims.end());
  for (const Allegation& allegation : dossier.allegations)
    used.insert(allegation.claims.begin(), allegation.claims.end());
  for (const KeptClaim& kept : record.claims)
    if (used.contains(kept.id)) dossier.claims.emplace(kept.id, kept);
  return dossier;
}

}  // namespace sumario::casefile
