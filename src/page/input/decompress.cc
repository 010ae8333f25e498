#include "page/input/decompress.h"

#include <fmt/format.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <optional>
#include <vector>

namespace sumario::page {
namespace {

constexpr size_t kPiece = size_t{1} << 16;
constexpr uint64_t kRatioFree = uint64_t{16} << 20;

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

// What both formats share: a buffer of input, the limits, an end that stays an end.
class Decompressor : public ByteSource {
 public:
  Decompressor(std::unique_ptr<ByteSource> source, std::string name, DecompressionLimits limits)
      : source_(std::move(source)), name_(std::move(name)), limits_(limits), input_(kPiece) {}

  Result<size_t> read(std::span<char> buffer) override {
    if (error_) return tl::unexpected(*error_);
    if (ended_) return size_t{0};
    auto count = unpack(buffer);
    if (!count) {
      error_ = count.error();
    } else if (*count == 0) {
      ended_ = true;
    } else if (auto limit = broken_limit(*count)) {
      error_ = Error{ErrorCode::kTooLarge, fmt::format("{}: {}", name_, *limit)};
      return tl::unexpected(*error_);
    }
    return count;
  }

 protected:
  virtual Result<size_t> unpack(std::span<char> buffer) = 0;

  // The input not yet used; refilled when there is none left. Empty at the end of the source.
  Result<std::span<char>> input() {
    if (unused_.empty() && !source_ended_) {
      auto count = source_->read(input_);
      if (!count) return tl::unexpected(std::move(count.error()));
      source_ended_ = *count == 0;
      taken_ += *count;
      unused_ = std::span(input_).first(*count);
    }
    return unused_;
  }
  void use(size_t count) { unused_ = unused_.subspan(count); }
  tl::unexpected<Error> damaged(std::string_view what) const {
    return fail(ErrorCode::kDamaged, fmt::format("{}: {}", name_, what));
  }

 private:
  std::optional<std::string> broken_limit(size_t more) {
    given_ += more;
    if (given_ > limits_.most_bytes) return "unpacks to more than " + size_text(limits_.most_bytes);
    if (given_ > kRatioFree && given_ / limits_.most_ratio > taken_) {
      return fmt::format("unpacks to more than {} times its size", limits_.most_ratio);
    }
    return std::nullopt;
  }

  std::unique_ptr<ByteSource> source_;
  std::string name_;
  DecompressionLimits limits_;
  std::vector<char> input_;
  std::span<char> unused_;
  bool source_ended_ = false, ended_ = false;
  uint64_t taken_ = 0, given_ = 0;
  std::optional<Error> error_;
};

class GzipSource final : public Decompressor {
 public:
  GzipSource(std::unique_ptr<ByteSource> source, std::string name, DecompressionLimits limits)
      : Decompressor(std::move(source), std::move(name), limits) {
    ready_ = inflateInit2(&stream_, 16 + MAX_WBITS) == Z_OK;
  }
  ~GzipSource() override {
    if (ready_) inflateEnd(&stream_);
  }
  GzipSource(const GzipSource&) = delete;  // zlib's state points back to the stream
  GzipSource& operator=(const GzipSource&) = delete;

 private:
  Result<size_t> unpack(std::span<char> buffer) override {
    if (!ready_) return damaged("gzip: no memory");
    stream_.next_out = reinterpret_cast<Bytef*>(buffer.data());
    stream_.avail_out = static_cast<uInt>(std::min(buffer.size(), kPiece));
    const uInt room = stream_.avail_out;
    while (stream_.avail_out == room) {
      auto bytes = input();
      if (!bytes) return tl::unexpected(std::move(bytes.error()));
      if (bytes->empty()) {
        if (between_members_) return size_t{0};
        return damaged("gzip: the file ends early");
      }
      if (between_members_) {
        // Zeros behind the last member are padding; anything else that is no member is left alone, as gzip does.
        if ((*bytes)[0] != '\x1F') return size_t{0};
        inflateReset(&stream_);
        between_members_ = false;
      }
      stream_.next_in = reinterpret_cast<Bytef*>(bytes->data());
      stream_.avail_in = static_cast<uInt>(bytes->size());
      int status = inflate(&stream_, Z_NO_FLUSH);
      use(bytes->size() - stream_.avail_in);
      if (status == Z_STREAM_END) {
        between_members_ = true;
      } else if (status != Z_OK && status != Z_BUF_ERROR) {
        return damaged("gzip: broken stream");
      }
    }
    return size_t{room - stream_.avail_out};
  }

  z_stream stream_{};
  bool ready_ = false;
  bool between_members_ = false;
};

class ZstdSource final : public Decompressor {
 public:
  ZstdSource(std::unique_ptr<ByteSource> source, std::string name, DecompressionLimits limits)
      : Decompressor(std::move(source), std::move(name), limits), stream_(ZSTD_createDStream(), ZSTD_freeDStream) {}

 private:
  Result<size_t> unpack(std::span<char> buffer) override {
    if (!stream_) return damaged("zstd: no memory");
    ZSTD_outBuffer out{buffer.data(), buffer.size(), 0};
    while (out.pos == 0) {
      auto bytes = input();
      if (!bytes) return tl::unexpected(std::move(bytes.error()));
      ZSTD_inBuffer in{bytes->data(), bytes->size(), 0};
      size_t before = out.pos;
      size_t status = ZSTD_decompressStream(stream_.get(), &out, &in);
      use(in.pos);
      if (ZSTD_isError(status)) return damaged(fmt::format("zstd: {}", ZSTD_getErrorName(status)));
      if (bytes->empty() && out.pos == before) {
        if (between_frames_) return size_t{0};
        return damaged("zstd: the file ends early");
      }
      between_frames_ = status == 0;
    }
    return out.pos;
  }

  std::unique_ptr<ZSTD_DStream, size_t (*)(ZSTD_DStream*)> stream_;
  bool between_frames_ = true;
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
  auto whole = std::make_unique<Peeked>(std::move(head), std::move(source));
  if (gzip) return std::make_unique<GzipSource>(std::move(whole), std::move(name), limits);
  if (zstd) return std::make_unique<ZstdSource>(std::move(whole), std::move(name), limits);
  return whole;
}

}  // namespace sumario::page
