#include "store/bearers.h"

#include <map>
#include <set>

#include "casefile/identity.h"
#include "casefile/name_key.h"
#include "store/columns.h"

namespace sumario::store {

using Sql = SQLite::Statement;
using casefile::Candidate;

std::string record_id_at(Sql& row, int index, std::string_view document, std::string_view entity) {
  casefile::NameInRecord name{value_at<EntityKind>(row, index), row.getColumn(index + 1).getString(),
                              row.getColumn(index + 2).getInt() != 0, row.getColumn(index + 3).getInt() != 0,
                              row.getColumn(index + 4).getInt() != 0};
  return casefile::record_id(name, document, entity);
}

std::vector<RecordEntity> bearers_of(OpenFile& file, int64_t name_row) {
  Sql& find = file.sql(
      "SELECT n.kind, n.name_key, n.female, n.male, n.twice, e.key, d.id, e.id, e.name, e.also FROM entities e "
      "JOIN names n ON n.key = e.name_row JOIN documents d ON d.key = e.document WHERE e.name_row = ? ORDER BY d.id, "
      "e.id");
  find.bind(1, name_row);
  std::vector<RecordEntity> bearers;
  while (find.executeStep()) {
    std::string document = find.getColumn(6).getString();
    std::string id = record_id_at(find, 0, document, find.getColumn(7).getString());
    bearers.push_back(
        {find.getColumn(5).getInt64(),
         std::move(id),
         {std::move(document), find.getColumn(8).getString(), texts_from(find.getColumn(9).getString())}});
  }
  return bearers;
}

std::vector<Candidate> candidates_of(OpenFile& file, int64_t name_row) {
  std::map<std::string, std::vector<RecordEntity>> people;
  for (RecordEntity& bearer : bearers_of(file, name_row)) people[bearer.id].push_back(std::move(bearer));
  std::vector<Candidate> candidates;
  for (const auto& [id, bearers] : people) {
    std::vector<std::string> names;
    std::set<std::string> keys, documents;
    for (const RecordEntity& bearer : bearers) {
      names.push_back(bearer.named.name);
      documents.insert(bearer.named.document);
      for (const std::string& form : bearer.named.also) keys.insert(casefile::name_key(form));
    }
    Candidate candidate{
        id, casefile::fullest_name(names), {casefile::name_key(names.front())}, static_cast<int>(documents.size())};
    candidate.keys.insert(candidate.keys.end(), keys.begin(), keys.end());
    candidates.push_back(std::move(candidate));
  }
  return candidates;
}

}  // namespace sumario::store
