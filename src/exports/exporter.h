// What the formats of an export have in common: they are told the record one person, body and document after another,
// and write as they are told. None holds the record.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.h"
#include "base/result.h"
#include "casefile/dossier.h"
#include "record/kept_reading.h"

namespace sumario::exports {

// Takes the bytes of one output in order. Its error ends the export.
using Sink = std::function<Result<void>(std::string_view bytes)>;
// Begins an output of that name ("people"). Called once for each name.
using OpenSink = std::function<Result<Sink>(std::string_view name)>;

// The day that standings are told for. With `only_until` set, the export leaves out what tells of nothing up to it.
struct AsOf {
  Day day;
  bool only_until = false;
};

// Told all people, then all bodies, then all documents, each in an order that the caller keeps the same; what a format
// does not ask for may be passed over. Each function fails only as the sink does. One thread at a time.
class Exporter {
 public:
  virtual ~Exporter() = default;
  virtual Result<void> person(const casefile::PersonRecord&) { return {}; }
  virtual Result<void> body(const KeptBody&) { return {}; }
  virtual Result<void> document(const KeptReading&) { return {}; }

  struct Asks {
    bool people = false, bodies = false, documents = false;
  };
  virtual Asks asks() const = 0;
};

// The readings as the reading contract prints them, one a line, each with "read_with" added: what `sumario import`
// reads.
std::unique_ptr<Exporter> make_jsonl(AsOf as_of, Sink sink);

// FollowTheMoney 4 entities, one a line.
std::unique_ptr<Exporter> make_ftm(AsOf as_of, Sink sink);

// PLOVER events, one a line.
std::unique_ptr<Exporter> make_plover(AsOf as_of, Sink sink);

// The tables that there are: people, standings, steps, offices, allegations, documents, claims. A row about a person
// names the first claim that it rests on, with its sentence.
std::vector<std::string> csv_tables();

// The tables named, as RFC 4180 has them, each with a first row of column names.
Result<std::unique_ptr<Exporter>> make_csv(AsOf as_of, const std::vector<std::string>& tables, const OpenSink& open);

}  // namespace sumario::exports
