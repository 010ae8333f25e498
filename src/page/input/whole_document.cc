#include <fmt/format.h>

#include "page/input/record_cutter.h"

namespace sumario::page {
namespace {

class WholeDocument final : public RecordCutter {
 public:
  WholeDocument(ByteWindow window, Origin origin, RecordKind kind)
      : window_(std::move(window)), origin_(std::move(origin)), kind_(kind) {}

  std::optional<Result<Record>> next() override {
    if (given_) return std::nullopt;
    given_ = true;
    auto over = window_.hold(origin_.limit + 1);
    if (!over) return tl::unexpected(std::move(over.error()));
    if (*over) {
      return fail(ErrorCode::kTooLarge,
                  fmt::format("{}: a document larger than {}", origin_.name, size_text(origin_.limit)));
    }
    return Record{origin_.name, kind_, std::string(window_.held()), origin_.declared};
  }

 private:
  ByteWindow window_;
  Origin origin_;
  RecordKind kind_;
  bool given_ = false;
};

}  // namespace

std::unique_ptr<RecordCutter> whole_document(ByteWindow window, Origin origin, RecordKind kind) {
  return std::make_unique<WholeDocument>(std::move(window), std::move(origin), kind);
}

}  // namespace sumario::page
