// The record itself.
#include "exports/held.h"
#include "record/json_writer.h"

namespace sumario::exports {
namespace {

class Jsonl final : public Exporter {
 public:
  Jsonl(AsOf as_of, Sink sink) : held_(as_of), limited_(as_of.only_until), sink_(std::move(sink)) {}

  // People are asked for only to learn what their standings rest on.
  Asks asks() const override { return {.people = limited_, .documents = true}; }

  Result<void> person(const casefile::PersonRecord& person) override {
    held_.dossier(person);
    return {};
  }

  Result<void> document(const KeptReading& kept) override {
    if (!held_.document(kept)) return {};
    return sink_(to_json_line(kept) + "\n");
  }

 private:
  Held held_;
  bool limited_;
  Sink sink_;
};

}  // namespace

std::unique_ptr<Exporter> make_jsonl(AsOf as_of, Sink sink) { return std::make_unique<Jsonl>(as_of, std::move(sink)); }

}  // namespace sumario::exports
