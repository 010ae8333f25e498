// A source seen through one buffer: what has been read and not yet taken.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/byte_source.h"

namespace sumario::page {

// Movable; not thread-safe. Memory: what is held and one piece (64 kB).
class ByteWindow {
 public:
  explicit ByteWindow(std::unique_ptr<ByteSource> source) : source_(std::move(source)) {}

  // Reads one more piece; false at the end of the source. Errors: the source's own.
  Result<bool> fill();
  // Fills until `count` bytes are held; false when the source ends before that. Errors: the source's own.
  Result<bool> hold(size_t count);

  // Valid until the next fill.
  std::string_view held() const { return std::string_view(buffer_).substr(at_); }
  bool drained() const { return drained_; }
  uint64_t offset() const { return offset_; }  // of the first byte held, in bytes of the source

  void take(size_t count) {
    at_ += count;
    offset_ += count;
  }
  // The last bytes taken, held again.
  void put_back(std::string_view bytes);
  // After an error: drops what is held, and goes on behind the damage where the source can.
  bool resume();

 private:
  std::unique_ptr<ByteSource> source_;
  std::string buffer_;
  size_t at_ = 0;
  uint64_t offset_ = 0;
  bool drained_ = false;
};

}  // namespace sumario::page
