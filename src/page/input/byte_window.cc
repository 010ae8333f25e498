#include "page/input/byte_window.h"

namespace sumario::page {
namespace {

constexpr size_t kPiece = size_t{1} << 16;

}  // namespace

Result<bool> ByteWindow::fill() {
  if (drained_) return false;
  buffer_.erase(0, at_);
  at_ = 0;
  size_t held = buffer_.size();
  buffer_.resize(held + kPiece);
  auto count = source_->read(std::span(buffer_).subspan(held));
  buffer_.resize(held + (count ? *count : 0));
  if (!count) return tl::unexpected(std::move(count.error()));
  drained_ = *count == 0;
  return !drained_;
}

Result<bool> ByteWindow::hold(size_t count) {
  while (held().size() < count) {
    auto more = fill();
    if (!more || !*more) return more;
  }
  return true;
}

void ByteWindow::put_back(std::string_view bytes) {
  buffer_.replace(0, at_, bytes);
  at_ = 0;
  offset_ -= bytes.size();
}

bool ByteWindow::resume() {
  take(held().size());
  return source_->resume();
}

}  // namespace sumario::page
