#include <fmt/format.h>

#include <array>
#include <memory>

#include "base/byte_source.h"
#include "cli/command.h"
#include "cli/interrupt.h"
#include "cli/keeping.h"
#include "cli/options.h"
#include "cli/progress_line.h"
#include "cli/terminal.h"
#include "store/store.h"

namespace sumario::cli {
namespace {

constexpr size_t kLongestLine = size_t{256} << 20;

struct ImportOptions {
  std::string case_file;
  std::vector<std::string> files;
};

// The lines of a source, one held at a time.
class Lines {
 public:
  explicit Lines(ByteSource& source) : source_(source) {}

  // False at the end. Errors: the source's; kTooLarge.
  Result<bool> next(std::string& line) {
    for (;;) {
      size_t end = held_.find('\n', searched_);
      if (end != std::string::npos || (ended_ && !held_.empty())) {
        line = held_.substr(0, end);
        held_.erase(0, end == std::string::npos ? end : end + 1);
        searched_ = 0;
        return true;
      }
      if (ended_) return false;
      searched_ = held_.size();
      if (searched_ > kLongestLine) return fail(ErrorCode::kTooLarge, "a line over " + size_text(kLongestLine));
      Result<size_t> got = source_.read(buffer_);
      if (!got) return tl::unexpected(got.error());
      ended_ = *got == 0;
      held_.append(buffer_.data(), *got);
    }
  }

 private:
  ByteSource& source_;
  std::array<char, 1 << 16> buffer_{};
  std::string held_;
  size_t searched_ = 0;
  bool ended_ = false;
};

Result<bool> import_line(store::Store& store, const std::string& line) {
  Result<KeptReading> kept = kept_reading_from_json(line);
  if (!kept) return tl::unexpected(kept.error());
  if (std::string broken = broken_rule(kept->reading); !broken.empty()) return fail(ErrorCode::kDamaged, broken);
  return store.add(kept->reading, kept->with);
}

class Import {
 public:
  Import(store::Store& store, const Interrupt& interrupt)
      : store_(store), interrupt_(interrupt), progress_(is_terminal(stderr), std::nullopt) {}

  void file(const std::string& name) {
    auto source = open_bytes(name, interrupt_.token());
    if (!source) return failed(source.error().message);
    Lines lines(**source);
    std::string line;
    for (size_t number = 1; !interrupt_.asked(); ++number) {
      Result<bool> more = lines.next(line);
      if (!more) return failed(fmt::format("{}: line {}: {}", name, number, more.error().message));
      if (!*more) return;
      if (line.empty()) continue;
      Result<bool> added = import_line(store_, line);
      if (added)
        ++(*added ? tally_.added : tally_.known);
      else
        failed(fmt::format("{}: line {}: {}", name, number, added.error().message));
      progress_.show(tally_.added + tally_.known, tally_.failed, "documents");
    }
  }

  AddTally finish() {
    progress_.clear();
    return tally_;
  }

 private:
  void failed(const std::string& why) {
    progress_.clear();
    print("sumario: " + why + "\n", stderr);
    ++tally_.failed;
  }

  store::Store& store_;
  const Interrupt& interrupt_;
  ProgressLine progress_;
  AddTally tally_;
};

int run_import(const ImportOptions& options) {
  Interrupt interrupt;
  Result<store::Store> store = store::Store::open(options.case_file, store::Access::kWrite);
  if (!store) return refuse(store.error(), kCannotStart);
  Import import(*store, interrupt);
  for (const std::string& file : options.files)
    if (!interrupt.asked()) import.file(file);
  AddTally tally = import.finish();
  Result<store::Counts> counts = store->counts();
  if (!counts) return refuse(counts.error(), kCannotStart);
  print(added_summary(tally, *counts), stderr);
  return tally.failed || interrupt.asked() ? kSomeFailed : kDone;
}

}  // namespace

void add_import_command(CLI::App& app, Run& run) {
  auto options = std::make_shared<ImportOptions>();
  CLI::App* command = app.add_subcommand("import", "Takes an export back into a case file");
  command->description(
      "Adds readings that `sumario export --format jsonl` or `sumario read --format jsonl` wrote, without reading the\n"
      "documents again. A document that is there already changes nothing; a damaged line is named and left out.");
  add_case_file_option(*command, options->case_file);
  command->add_option("FILE", options->files, "files of such lines, - for standard input")->required();
  add_example(*command,
              "sumario export --db case.db --format jsonl > case.jsonl\n  sumario import --db copy.db case.jsonl");
  command->callback([options, &run] { run = [options] { return run_import(*options); }; });
}

}  // namespace sumario::cli
