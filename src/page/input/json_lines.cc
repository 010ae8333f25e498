#include <fmt/format.h>

#include <algorithm>

#include "page/input/record_cutter.h"

namespace sumario::page {
namespace {

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\r\f") == std::string_view::npos; }

class JsonLines final : public RecordCutter {
 public:
  JsonLines(ByteWindow window, Origin origin) : window_(std::move(window)), origin_(std::move(origin)) {
    if (window_.held().starts_with("\xEF\xBB\xBF")) window_.take(3);
  }

  std::optional<Result<Record>> next() override {
    while (!finished_) {
      auto line = next_line();
      if (!line) return tl::unexpected(std::move(line.error()));
      if (!is_blank(*line)) return Record{name(), RecordKind::kJson, std::move(*line), origin_.declared};
    }
    return std::nullopt;
  }

 private:
  std::string name() const { return fmt::format("{}:{}", origin_.name, line_); }

  // The next line without its end; the last one may have none. A line past the limit is let go while it is read.
  Result<std::string> next_line() {
    ++line_;
    bool too_long = false;
    size_t searched = 0;  // bytes held that are known to hold no line end
    size_t end = std::string::npos;
    while ((end = window_.held().find('\n', searched)) == std::string::npos && !window_.drained()) {
      searched = window_.held().size();
      if (searched > origin_.limit) {
        too_long = true;
        window_.take(searched);
        searched = 0;
      }
      if (auto more = window_.fill(); !more) {
        finished_ = true;
        return tl::unexpected(std::move(more.error()));
      }
    }
    finished_ = end == std::string::npos;
    std::string line(window_.held().substr(0, end));
    window_.take(std::min(line.size() + 1, window_.held().size()));
    if (too_long || line.size() > origin_.limit) {
      return fail(ErrorCode::kTooLarge, fmt::format("{}: a line longer than {}", name(), size_text(origin_.limit)));
    }
    if (line.ends_with('\r')) line.pop_back();
    return line;
  }

  ByteWindow window_;
  Origin origin_;
  size_t line_ = 0;  // number of the line last read
  bool finished_ = false;
};

}  // namespace

std::unique_ptr<RecordCutter> json_lines(ByteWindow window, Origin origin) {
  return std::make_unique<JsonLines>(std::move(window), std::move(origin));
}

}  // namespace sumario::page
