// The case file on disk: documents, readings, entities and claims in one SQLite file.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "casefile/dossier.h"
#include "casefile/lookup.h"
#include "record/kept_reading.h"

namespace sumario::store {

enum class Access {
  kRead,   // the file must exist; nothing is written
  kEdit,   // the file must exist; may be written
  kWrite,  // may be written; made where it is missing
};

using sumario::ReadWith;

struct Counts {
  int64_t documents = 0, people = 0, claims = 0;
};

// Claims with what is needed to show them.
struct ClaimSet {
  std::vector<KeptClaim> claims;             // ordered by document, then as in its reading
  std::map<std::string, std::string> names;  // of every id in Filler::entity
};

// What is remembered of an address that was fetched: what its server said of the version it sent.
struct Visit {
  std::optional<std::string> etag, last_modified;
};

// What is told of the record, one after another; an error ends the walk and is its result. What is empty is not walked.
struct Walk {
  std::function<Result<void>(const casefile::PersonRecord&)> person = nullptr;
  std::function<Result<void>(const KeptBody&)> body = nullptr;
  std::function<Result<void>(const KeptReading&)> document = nullptr;
};

struct OpenFile;  // open_file.h

// One open case file. Movable; one thread at a time, any number of processes. What `add` has returned stays, also when
// the process is killed. Every function may fail with, naming the file: kBusy (held by another process for over five
// seconds), kDamaged, kUnreadable, kFull.
class Store {
 public:
  // A file of an older program is brought up to date first (migrations.h), whatever the access. Errors besides:
  // kNotFound (kRead, kEdit), kUnsupported (not a case file, a newer one, an older one that is read-only).
  static Result<Store> open(const std::filesystem::path& path, Access access);
  ~Store();
  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;

  Result<bool> holds(std::string_view document_id);

  // Keeps a reading, all of it or nothing. False when the document is there already; then nothing changes.
  // Precondition: broken_rule(reading) is "".
  Result<bool> add(const Reading& reading, const ReadWith& with);

  // People whose names have every word of `name`; where there are none, people whose names may be meant by mistake.
  struct Named {
    std::vector<casefile::Candidate> bearers;
    std::vector<casefile::Candidate> similar;
  };
  Result<Named> people_named(std::string_view name);

  // Everybody whom some claim names, in no telling order; and everybody whose name one of the documents uses.
  Result<std::vector<casefile::Candidate>> people();
  Result<std::vector<casefile::Candidate>> people_in(const std::vector<std::string>& documents);

  // All that names the person (Candidate::id, with one of its keys).
  Result<casefile::PersonRecord> person(const casefile::Candidate& candidate);

  // All claims whose days reach into [from, to]; with a person, only those that name them.
  Result<ClaimSet> dated_claims(const casefile::Candidate* person, std::optional<Day> from, std::optional<Day> to);

  // A document as it was added. kNotFound where there is none.
  Result<Article> document(std::string_view document_id);

  // The one document whose id begins with `prefix`. Errors besides: kNotFound, kInvalid where several do.
  Result<std::string> document_with(std::string_view prefix);
  // The ids of an outlet's documents, its name compared by casefile::name_key.
  Result<std::vector<std::string>> documents_of_outlet(std::string_view outlet);

  // Takes the documents and all that they alone say out of the record, all or none of them; those that are not there
  // are passed over. The record is then as if they had never been added.
  Result<void> retract(const std::vector<std::string>& documents);

  // The last visit to an address; one without particulars where a document came from it; empty where neither is.
  Result<std::optional<Visit>> visit(std::string_view address);
  // Retracting documents leaves visits in place: what was taken back is not fetched anew.
  Result<void> remember(std::string_view address, const Visit& visit);

  // Everybody whom some claim names, then the organisations, both in the order of their names, then the documents in the
  // order of their ids: the same record gives the same walk, in whatever order it was added. Holds one of them at a time,
  // and shows the record as it stands when the walk begins, whoever adds to it meanwhile. The store may not be used by
  // what is called.
  Result<void> walk(const Walk& walk);

  Result<Counts> counts();

 private:
  explicit Store(std::unique_ptr<OpenFile> file);
  static Result<Store> open_older(const std::filesystem::path& path, int version);
  std::unique_ptr<OpenFile> file_;
};

}  // namespace sumario::store
