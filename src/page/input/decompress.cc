#include "page/input/decompress.h"

#include <algorithm>

namespace sumario::page {
namespace {

// Bytes already taken from a source, then the rest of it.
class Peeked final : public ByteSource {
 public:
  Peeked(std::string head, std::unique_ptr<ByteSource> rest) : head_(std::move(head)), rest_(std::move(rest)) {}
  Result<size_t> read(std::span<char> buffer) override {
    if (taken_ == head_.size()) return rest_->read(buffer);
    size_t count = std::min(buffer.size(), head_.size() - taken_);
    std::copy_n(head_.data() + taken_, count, buffer.data());
    taken_ += count;
    return count;
  }

 private:
  std::string head_;
  size_t taken_ = 0;
  std::unique_ptr<ByteSource> rest_;
};

}  // namespace

Result<std::unique_ptr<ByteSource>> decompressed(std::unique_ptr<ByteSource> source, std::string name,
                                                 DecompressionLimits limits) {
  std::string head(4, '\0');
  size_t held = 0;
  while (held < head.size()) {
    auto count = source->read(std::span(head).subspan(held));
    if (!count) return tl::unexpected(std::move(count.error()));
    if (*count == 0) break;
    held += *count;
  }
  head.resize(held);
  bool gzip = head.starts_with("\x1F\x8B\x08"), zstd = head.starts_with("\x28\xB5\x2F\xFD");
  // A skippable frame may come first.
  zstd = zstd || (head.size() == 4 && (head[0] & '\xF0') == '\x50' && head.ends_with("\x2A\x4D\x18"));
  auto whole = std::make_unique<Peeked>(std::move(head), std::move(source));
  if (gzip) return unpacked(std::move(whole), Coding::kGzip, std::move(name), limits);
  if (zstd) return unpacked(std::move(whole), Coding::kZstd, std::move(name), limits);
  return whole;
}

}  // namespace sumario::page
