#include <map>

#include "casefile/name_key.h"
#include "store/columns.h"
#include "store/guard.h"
#include "store/name_words.h"
#include "store/open_file.h"
#include "store/store.h"

namespace sumario::store {
namespace {

using Sql = SQLite::Statement;
using NameRow = std::pair<std::string, std::string>;  // kind, name_key

NameRow name_row_of(const Entity& entity) {
  return {std::string(name_of(entity.kind)), casefile::name_key(entity.name)};
}

// Writes one reading, within a transaction that the caller holds.
class ReadingWriter {
 public:
  ReadingWriter(OpenFile& file, const Reading& reading) : file_(file), reading_(reading) {}

  void write(const ReadWith& with) {
    write_document();
    write_reading(with);
    write_names();
    for (const Entity& entity : reading_.entities) write_entity(entity);
    for (const Claim& claim : reading_.claims) write_claim(claim);
  }

 private:
  int64_t run_for_key(Sql& insert) {
    insert.exec();
    return file_.db.getLastInsertRowid();
  }

  void write_document() {
    const Article& article = reading_.document;
    Sql& insert = file_.sql(
        "INSERT INTO documents (id, url, outlet, title, authors, published, published_from, language, text, blocks, "
        "residue) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    insert.bind(1, article.id);
    bind_text(insert, 2, article.url);
    bind_text(insert, 3, article.outlet);
    bind_text(insert, 4, article.title);
    insert.bind(5, json_of(article.authors));
    bind_day(insert, 6, article.published);
    if (article.published_from) insert.bind(7, std::string(name_of(*article.published_from)));
    insert.bind(8, article.language);
    insert.bind(9, article.text);
    insert.bind(10, json_of(article.blocks));
    insert.bind(11, json_of(article.residue));
    document_ = run_for_key(insert);
    if (says_more(article)) write_page(article);
  }

  static bool says_more(const Article& article) {
    return article.published_at || article.updated || article.canonical || article.original_outlet ||
           !article.flags.empty();
  }

  void write_page(const Article& article) {
    Sql& insert = file_.sql(
        "INSERT INTO pages (document, published_at, updated, canonical, original_outlet, flags) "
        "VALUES (?, ?, ?, ?, ?, ?)");
    insert.bind(1, document_);
    bind_text(insert, 2, article.published_at);
    bind_text(insert, 3, article.updated);
    bind_text(insert, 4, article.canonical);
    bind_text(insert, 5, article.original_outlet);
    std::vector<std::string> flags;
    for (PageFlag flag : article.flags) flags.emplace_back(name_of(flag));
    insert.bind(6, json_of(flags));
    insert.exec();
  }

  void write_reading(const ReadWith& with) {
    Sql& insert = file_.sql("INSERT INTO readings (document, program, model, knowledge) VALUES (?, ?, ?, ?)");
    insert.bind(1, document_);
    insert.bind(2, with.program);
    insert.bind(3, with.model);
    insert.bind(4, with.knowledge);
    insert.exec();
  }

  // What this document says under each name joins what the record says (casefile/identity.h).
  void write_names() {
    struct Here {
      bool female = false, male = false;
      int bearers = 0;
    };
    std::map<NameRow, Here> names;
    for (const Entity& entity : reading_.entities) {
      Here& here = names[name_row_of(entity)];
      here.female |= entity.gender == Gender::kFemale;
      here.male |= entity.gender == Gender::kMale;
      ++here.bearers;
    }
    for (const auto& [name, here] : names) {
      Sql& upsert = file_.sql(
          "INSERT INTO names (kind, name_key, female, male, twice) VALUES (?, ?, ?, ?, ?) ON CONFLICT (kind, name_key) "
          "DO UPDATE "
          "SET female = max(female, excluded.female), male = max(male, excluded.male), twice = max(twice, "
          "excluded.twice) "
          "RETURNING key");
      upsert.bind(1, name.first);
      upsert.bind(2, name.second);
      upsert.bind(3, here.female);
      upsert.bind(4, here.male);
      upsert.bind(5, here.bearers > 1);
      upsert.executeStep();
      names_[name] = upsert.getColumn(0).getInt64();
      upsert.reset();
    }
  }

  void write_entity(const Entity& entity) {
    int64_t name_row = names_.at(name_row_of(entity));
    Sql& insert = file_.sql(
        "INSERT INTO entities (document, id, name_row, name, also, gender, mentions) VALUES (?, ?, ?, ?, ?, ?, ?)");
    insert.bind(1, document_);
    insert.bind(2, entity.id);
    insert.bind(3, name_row);
    insert.bind(4, entity.name);
    insert.bind(5, json_of(entity.also));
    if (entity.gender) insert.bind(6, std::string(name_of(*entity.gender)));
    insert.bind(7, json_of(entity.mentions));
    entities_[entity.id] = run_for_key(insert);
    if (entity.kind != EntityKind::kPerson) return;
    write_words(file_, name_row, entity.name);
    for (const std::string& form : entity.also) write_words(file_, name_row, form);
  }

  void write_claim(const Claim& claim) {
    Sql& insert = file_.sql(
        "INSERT INTO claims (document, id, kind, type, modality, timed, day_from, day_to, time_start, time_end, rule, "
        "confidence) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    insert.bind(1, document_);
    insert.bind(2, claim.id);
    insert.bind(3, std::string(name_of(claim.kind)));
    insert.bind(4, claim.type);
    insert.bind(5, std::string(name_of(claim.modality)));
    insert.bind(6, claim.time.has_value());
    if (claim.time) {
      bind_day(insert, 7, claim.time->days.from);
      bind_day(insert, 8, claim.time->days.to);
      if (claim.time->range) bind_range(insert, 9, *claim.time->range);
    }
    insert.bind(11, claim.rule);
    insert.bind(12, claim.confidence);
    int64_t key = run_for_key(insert);

    Sql& evidence = file_.sql("INSERT INTO evidence (claim, start, \"end\") VALUES (?, ?, ?)");
    evidence.bind(1, key);
    bind_range(evidence, 2, claim.evidence.range);
    evidence.exec();

    int place = 0;
    for (const auto& [role, fillers] : claim.roles)
      for (const Filler& filler : fillers) write_filler(key, place++, role, filler);
    for (const Filler& source : claim.sources) write_filler(key, place++, std::nullopt, source);
  }

  // A source is a filler without a role.
  void write_filler(int64_t claim, int place, const std::optional<std::string>& role, const Filler& filler) {
    Sql& insert =
        file_.sql("INSERT INTO fillers (claim, place, role, entity, start, \"end\", cue) VALUES (?, ?, ?, ?, ?, ?, ?)");
    insert.bind(1, claim);
    insert.bind(2, place);
    bind_text(insert, 3, role);
    if (filler.entity) insert.bind(4, entities_.at(*filler.entity));
    bind_range(insert, 5, filler.range);
    bind_text(insert, 7, filler.cue);
    insert.exec();
  }

  OpenFile& file_;
  const Reading& reading_;
  int64_t document_ = 0;
  std::map<NameRow, int64_t> names_;
  std::map<std::string, int64_t> entities_;
};

}  // namespace

Result<bool> Store::add(const Reading& reading, const ReadWith& with) {
  return guarded(file_->path, [&]() -> Result<bool> {
    SQLite::Transaction transaction(file_->db, SQLite::TransactionBehavior::IMMEDIATE);
    Result<bool> there = holds(reading.document.id);
    if (!there) return there;
    if (*there) return false;
    ReadingWriter(*file_, reading).write(with);
    transaction.commit();
    return true;
  });
}

}  // namespace sumario::store
