#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "casefile/name_key.h"
#include "store/bearers.h"
#include "store/columns.h"
#include "store/guard.h"
#include "store/open_file.h"
#include "store/store.h"

namespace sumario::store {
namespace {

using Sql = SQLite::Statement;
using casefile::Candidate;

// Rows of names of which each of the words is known.
std::vector<int64_t> names_with_words(OpenFile& file, const std::string& key) {
  std::vector<int64_t> rows;
  bool first = true;
  for (std::string_view word : casefile::key_words(key)) {
    Sql& find = file.sql("SELECT name FROM name_words WHERE word = ? ORDER BY name");
    find.bind(1, std::string(word));
    std::vector<int64_t> with_word, both;
    while (find.executeStep()) with_word.push_back(find.getColumn(0).getInt64());
    std::set_intersection(rows.begin(), rows.end(), with_word.begin(), with_word.end(), std::back_inserter(both));
    rows = first ? std::move(with_word) : std::move(both);
    first = false;
  }
  return rows;
}

std::vector<int64_t> names_like(OpenFile& file, const std::string& key) {
  Sql& all = file.sql("SELECT key, name_key FROM names WHERE kind = 'person'");
  std::vector<int64_t> rows;
  while (all.executeStep())
    if (casefile::may_be_mistyped(key, all.getColumn(1).getString())) rows.push_back(all.getColumn(0).getInt64());
  return rows;
}

// Documents as claims need them, each read once.
struct Document {
  std::string id, text;
  std::optional<std::string> url, outlet, title;
  std::optional<Day> published;
};

class ClaimLoader {
 public:
  explicit ClaimLoader(OpenFile& file) : file_(file) {}

  void load(int64_t claim_key) {
    Sql& find = file_.sql(
        "SELECT c.document, c.id, c.kind, c.type, c.modality, c.timed, c.day_from, c.day_to, c.time_start, c.time_end, "
        "c.rule, "
        "c.confidence, v.start, v.\"end\" FROM claims c JOIN evidence v ON v.claim = c.key WHERE c.key = ?");
    find.bind(1, claim_key);
    if (!find.executeStep()) damaged();
    const Document& document = document_of(find.getColumn(0).getInt64());
    KeptClaim kept{"", document.id, document.url, document.outlet, document.title, document.published, {}};
    Claim& claim = kept.claim;
    claim.id = find.getColumn(1).getString();
    kept.id = kept_claim_id(document.id, claim.id);
    claim.kind = value_at<ClaimKind>(find, 2);
    claim.type = find.getColumn(3).getString();
    claim.modality = value_at<Modality>(find, 4);
    if (find.getColumn(5).getInt()) claim.time = time_at(find, document.text);
    claim.rule = find.getColumn(10).getString();
    claim.confidence = find.getColumn(11).getDouble();
    claim.evidence.range = range_at(find, 12, document.text.size());
    claim.evidence.quote = words_of(document.text, claim.evidence.range);
    load_fillers(claim_key, document, claim);
    set_.claims.push_back(std::move(kept));
  }

  ClaimSet take() { return std::move(set_); }

 private:
  ClaimTime time_at(Sql& row, const std::string& text) {
    ClaimTime time{{day_at(row, 6), day_at(row, 7)}, {}, {}};
    if (row.getColumn(8).isNull()) return time;
    time.range = range_at(row, 8, text.size());
    time.text = words_of(text, *time.range);
    return time;
  }

  const Document& document_of(int64_t key) {
    auto [at, made] = documents_.try_emplace(key);
    if (!made) return at->second;
    Sql& find = file_.sql("SELECT id, text, url, outlet, title, published FROM documents WHERE key = ?");
    find.bind(1, key);
    if (!find.executeStep()) damaged();
    at->second = {find.getColumn(0).getString(),
                  find.getColumn(1).getString(),
                  text_at(find, 2),
                  text_at(find, 3),
                  text_at(find, 4),
                  day_at(find, 5)};
    return at->second;
  }

  void load_fillers(int64_t claim_key, const Document& document, Claim& claim) {
    Sql& find = file_.sql(
        "SELECT f.role, f.start, f.\"end\", f.cue, e.id, e.name, n.kind, n.name_key, n.female, n.male, n.twice FROM "
        "fillers f "
        "LEFT JOIN entities e ON e.key = f.entity LEFT JOIN names n ON n.key = e.name_row WHERE f.claim = ? ORDER BY "
        "f.place");
    find.bind(1, claim_key);
    while (find.executeStep()) {
      Filler filler;
      filler.range = range_at(find, 1, document.text.size());
      filler.text = words_of(document.text, filler.range);
      filler.cue = text_at(find, 3);
      if (!find.getColumn(4).isNull()) {
        filler.entity = record_id_at(find, 6, document.id, find.getColumn(4).getString());
        set_.names.emplace(*filler.entity, find.getColumn(5).getString());
      }
      std::optional<std::string> role = text_at(find, 0);
      (role ? claim.roles[*role] : claim.sources).push_back(std::move(filler));
    }
  }

  OpenFile& file_;
  std::map<int64_t, Document> documents_;
  ClaimSet set_;
};

std::set<int64_t> claims_naming(OpenFile& file, const std::vector<RecordEntity>& bearers, const std::string& id) {
  std::set<int64_t> claims;
  for (const RecordEntity& bearer : bearers) {
    if (bearer.id != id) continue;
    Sql& find = file.sql("SELECT DISTINCT claim FROM fillers WHERE entity = ?");
    find.bind(1, bearer.key);
    while (find.executeStep()) claims.insert(find.getColumn(0).getInt64());
  }
  return claims;
}

std::vector<RecordEntity> bearers_of(OpenFile& file, const Candidate& candidate) {
  Sql& find = file.sql("SELECT key FROM names WHERE kind = 'person' AND name_key = ?");
  find.bind(1, candidate.keys.empty() ? "" : candidate.keys.front());
  if (!find.executeStep()) return {};
  return bearers_of(file, find.getColumn(0).getInt64());
}

std::set<int64_t> dated_claims_in(OpenFile& file, std::optional<Day> from, std::optional<Day> to) {
  Sql& find = file.sql(
      "SELECT key FROM claims WHERE coalesce(day_from, day_to) IS NOT NULL AND coalesce(day_to, day_from) >= ? AND "
      "coalesce(day_from, day_to) <= ?");
  find.bind(1, from ? to_string(*from) : "0000-00-00");
  find.bind(2, to ? to_string(*to) : "9999-99-99");
  std::set<int64_t> claims;
  while (find.executeStep()) claims.insert(find.getColumn(0).getInt64());
  return claims;
}

std::vector<int64_t> name_rows(Sql& find) {
  std::vector<int64_t> rows;
  while (find.executeStep()) rows.push_back(find.getColumn(0).getInt64());
  return rows;
}

std::vector<Candidate> people_at(OpenFile& file, const std::vector<int64_t>& rows) {
  std::vector<Candidate> people;
  for (int64_t row : rows)
    for (Candidate& candidate : candidates_of(file, row)) people.push_back(std::move(candidate));
  return people;
}

}  // namespace

Result<std::vector<Candidate>> Store::people() {
  return guarded(file_->path, [&]() -> Result<std::vector<Candidate>> {
    return people_at(
        *file_, name_rows(file_->sql("SELECT DISTINCT n.key FROM names n JOIN entities e ON e.name_row = n.key JOIN "
                                     "fillers f ON f.entity = e.key WHERE n.kind = 'person' ORDER BY n.key")));
  });
}

Result<std::vector<Candidate>> Store::people_in(const std::vector<std::string>& documents) {
  return guarded(file_->path, [&]() -> Result<std::vector<Candidate>> {
    std::set<int64_t> rows;
    for (const std::string& document : documents) {
      Sql& find = file_->sql(
          "SELECT n.key FROM documents d JOIN entities e ON e.document = d.key JOIN names n ON n.key = e.name_row "
          "WHERE "
          "d.id = ? AND n.kind = 'person'");
      find.bind(1, document);
      for (int64_t row : name_rows(find)) rows.insert(row);
    }
    return people_at(*file_, {rows.begin(), rows.end()});
  });
}

Result<Store::Named> Store::people_named(std::string_view name) {
  return guarded(file_->path, [&]() -> Result<Named> {
    Named named;
    std::string key = casefile::name_key(name);
    if (key.empty()) return named;
    named.bearers = people_at(*file_, names_with_words(*file_, key));
    if (named.bearers.empty()) named.similar = people_at(*file_, names_like(*file_, key));
    return named;
  });
}

Result<casefile::PersonRecord> Store::person(const Candidate& candidate) {
  return guarded(file_->path, [&]() -> Result<casefile::PersonRecord> {
    std::vector<RecordEntity> bearers = bearers_of(*file_, candidate);
    casefile::PersonRecord record{candidate.id, {}, {}};
    for (const RecordEntity& bearer : bearers)
      if (bearer.id == candidate.id) record.named.push_back(bearer.named);
    ClaimLoader loader(*file_);
    for (int64_t claim : claims_naming(*file_, bearers, candidate.id)) loader.load(claim);
    record.claims = loader.take().claims;
    return record;
  });
}

Result<ClaimSet> Store::dated_claims(const Candidate* person, std::optional<Day> from, std::optional<Day> to) {
  return guarded(file_->path, [&]() -> Result<ClaimSet> {
    std::set<int64_t> claims = dated_claims_in(*file_, from, to);
    if (person) {
      std::set<int64_t> theirs = claims_naming(*file_, bearers_of(*file_, *person), person->id), both;
      std::set_intersection(claims.begin(), claims.end(), theirs.begin(), theirs.end(),
                            std::inserter(both, both.end()));
      claims = std::move(both);
    }
    ClaimLoader loader(*file_);
    for (int64_t claim : claims) loader.load(claim);
    return loader.take();
  });
}

}  // namespace sumario::store
