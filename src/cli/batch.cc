#include "cli/batch.h"

#include <algorithm>
#include <thread>

#include "base/parallel.h"
#include "base/sha256.h"
#include "cli/progress_line.h"
#include "cli/terminal.h"

namespace sumario::cli {
namespace {

constexpr unsigned kMostJobs = 256;

enum class Fate { kRead, kSkipped, kFailed };

struct Outcome {
  Fate fate = Fate::kFailed;
  Reading reading;
  std::string name, problem;
};

struct Item {
  Result<page::Record> record;
  bool skip = false;
};

Outcome read_one(Item item, const Resources& resources, const page::ArticleOptions& options, nlp::Scratch& scratch) {
  Outcome outcome;
  if (item.skip) {
    outcome.fate = Fate::kSkipped;
    return outcome;
  }
  if (!item.record) {
    outcome.problem = item.record.error().message;
    return outcome;
  }
  outcome.name = item.record->name;
  Result<Article> article = page::article_from(*item.record, options, resources.page);
  if (!article) {
    outcome.problem = article.error().message;
    return outcome;
  }
  outcome.reading = resources.reader->read(std::move(*article), *resources.pipeline, scratch);
  outcome.fate = Fate::kRead;
  return outcome;
}

}  // namespace

unsigned default_jobs() { return std::clamp(std::thread::hardware_concurrency(), 1u, kMostJobs); }

void add_jobs_option(CLI::App& command, unsigned& jobs) {
  command.add_option("--jobs", jobs, "threads that read (else one a core); the output is the same for any number")
      ->check(CLI::Range(1u, kMostJobs).description(""))
      ->type_name("N");
}

BatchTally read_batch(DocumentStream& documents, const Resources& resources, const BatchOptions& options,
                      std::optional<uint64_t> total, bool progress, const std::function<Result<void>(Reading)>& keep) {
  BatchTally tally;
  ProgressLine line(progress, total);
  std::vector<nlp::Scratch> scratches(options.jobs);
  std::stop_source no_room;
  std::stop_callback stop_too(options.stop, [&] { no_room.request_stop(); });

  auto source = [&]() -> std::optional<Item> {
    std::optional<Result<page::Record>> record = documents.next();
    if (!record) return std::nullopt;
    bool skip = options.skip && *record && options.skip(sha256_hex((*record)->bytes));
    return Item{std::move(*record), skip};
  };
  auto work = [&](Item item, unsigned worker) {
    return read_one(std::move(item), resources, options.article, scratches[worker]);
  };
  auto sink = [&](Outcome outcome) {
    if (outcome.fate == Fate::kRead) {
      if (Result<void> kept = keep(std::move(outcome.reading)); !kept) {
        outcome.fate = Fate::kFailed;
        outcome.problem = outcome.name + ": " + kept.error().message;
        if (kept.error().code == ErrorCode::kFull) no_room.request_stop();
      }
    }
    if (outcome.fate == Fate::kFailed) {
      line.clear();
      print("sumario: " + outcome.problem + "\n", stderr);
    }
    ++(outcome.fate == Fate::kRead ? tally.read : outcome.fate == Fate::kSkipped ? tally.skipped : tally.failed);
    line.show(tally.read + tally.skipped + tally.failed, tally.failed, "documents");
  };
  parallel_ordered(options.jobs, source, work, sink, no_room.get_token());
  return tally;
}

}  // namespace sumario::cli
