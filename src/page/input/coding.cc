#include "page/input/coding.h"

#include <brotli/decode.h>
#include <fmt/format.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <vector>

#include "base/ascii.h"

namespace sumario::page {
namespace {

constexpr size_t kPiece = size_t{1} << 16;
constexpr uint64_t kRatioFree = uint64_t{16} << 20;

// What all formats share: a buffer of input, the limits, an end that stays an end.
class Unpacker : public ByteSource {
 public:
  Unpacker(std::unique_ptr<ByteSource> source, std::string name, DecompressionLimits limits)
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

  bool resume() override {
    bool broken = error_ && (error_->code == ErrorCode::kDamaged || error_->code == ErrorCode::kTooLarge);
    if (!broken || given_ > limits_.most_bytes || start_mark().empty()) return false;
    if (!skip_to_mark() || !restart()) return false;
    error_.reset();
    taken_ = unused_.size();
    given_since_ = 0;
    return true;
  }

 protected:
  // Fills the front of `buffer`; 0 at the end of the stream and of the source.
  virtual Result<size_t> unpack(std::span<char> buffer) = 0;
  // How a member begins; empty where a stream has but one.
  virtual std::string_view start_mark() const { return {}; }
  // Makes ready for a new member; false if that cannot be.
  virtual bool restart() { return false; }

  // The input not yet used; refilled when there is none left. Empty at the end of the source.
  Result<std::span<char>> input() {
    if (unused_.empty()) {
      if (auto more = more_input(); !more) return tl::unexpected(std::move(more.error()));
    }
    return unused_;
  }
  void use(size_t count) { unused_ = unused_.subspan(count); }
  tl::unexpected<Error> damaged(std::string_view what) const {
    return fail(ErrorCode::kDamaged, fmt::format("{}: {}", name_, what));
  }

 private:
  // Reads more behind what is unused; false at the end of the source.
  Result<bool> more_input() {
    std::copy(unused_.begin(), unused_.end(), input_.begin());
    size_t held = unused_.size();
    unused_ = std::span(input_).first(held);
    if (source_ended_) return false;
    auto count = source_->read(std::span(input_).subspan(held));
    if (!count) return tl::unexpected(std::move(count.error()));
    source_ended_ = *count == 0;
    taken_ += *count;
    unused_ = std::span(input_).first(held + *count);
    return !source_ended_;
  }

  bool skip_to_mark() {
    std::string_view mark = start_mark();
    for (;;) {
      std::string_view held(unused_.data(), unused_.size());
      size_t at = held.find(mark);
      if (at != std::string_view::npos) {
        use(at);
        return true;
      }
      use(unused_.size() - std::min(unused_.size(), mark.size() - 1));
      auto more = more_input();
      if (!more || !*more) return false;
    }
  }

  std::optional<std::string> broken_limit(size_t more) {
    given_ += more;
    given_since_ += more;
    if (given_ > limits_.most_bytes) return "unpacks to more than " + size_text(limits_.most_bytes);
    if (given_since_ > kRatioFree && given_since_ / limits_.most_ratio > taken_) {
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
  uint64_t given_ = 0;                    // in all
  uint64_t taken_ = 0, given_since_ = 0;  // since the start or the last resumption
  std::optional<Error> error_;
};

// zlib knows three wrappings of the one stream.
class ZlibSource final : public Unpacker {
 public:
  ZlibSource(std::unique_ptr<ByteSource> source, Coding coding, std::string name, DecompressionLimits limits)
      : Unpacker(std::move(source), std::move(name), limits), gzip_(coding == Coding::kGzip) {}
  ~ZlibSource() override {
    if (ready_) inflateEnd(&stream_);
  }
  ZlibSource(const ZlibSource&) = delete;  // zlib's state points back to the stream
  ZlibSource& operator=(const ZlibSource&) = delete;

 private:
  std::string_view start_mark() const override { return gzip_ ? std::string_view("\x1F\x8B\x08") : std::string_view(); }
  bool restart() override {
    between_members_ = false;
    return inflateReset(&stream_) == Z_OK;
  }

  // RFC 1950: the method is 8, and the two bytes are a multiple of 31.
  static bool has_zlib_head(std::span<const char> bytes) {
    if (bytes.size() < 2) return true;
    unsigned first = static_cast<unsigned char>(bytes[0]), second = static_cast<unsigned char>(bytes[1]);
    return (first & 15) == 8 && (first << 8 | second) % 31 == 0;
  }

  bool begin(std::span<const char> bytes) {
    int window = gzip_ ? 16 + MAX_WBITS : has_zlib_head(bytes) ? MAX_WBITS : -MAX_WBITS;
    ready_ = inflateInit2(&stream_, window) == Z_OK;
    return ready_;
  }

  Result<size_t> unpack(std::span<char> buffer) override {
    const std::string_view format = gzip_ ? "gzip" : "deflate";
    stream_.next_out = reinterpret_cast<Bytef*>(buffer.data());
    stream_.avail_out = static_cast<uInt>(std::min(buffer.size(), kPiece));
    const uInt room = stream_.avail_out;
    while (stream_.avail_out == room) {
      auto bytes = input();
      if (!bytes) return tl::unexpected(std::move(bytes.error()));
      if (bytes->empty()) {
        if (between_members_) return size_t{0};
        return damaged(fmt::format("{}: the file ends early", format));
      }
      if (!ready_ && !begin(*bytes)) return damaged(fmt::format("{}: no memory", format));
      if (between_members_) {
        // Zeros behind the last member are padding; anything else that is no member is left alone, as gzip does.
        if (!gzip_ || (*bytes)[0] != '\x1F') return size_t{0};
        restart();
      }
      stream_.next_in = reinterpret_cast<Bytef*>(bytes->data());
      stream_.avail_in = static_cast<uInt>(bytes->size());
      int status = inflate(&stream_, Z_NO_FLUSH);
      use(bytes->size() - stream_.avail_in);
      if (status == Z_STREAM_END) {
        between_members_ = true;
      } else if (status != Z_OK && status != Z_BUF_ERROR) {
        return damaged(fmt::format("{}: broken stream", format));
      }
    }
    return size_t{room - stream_.avail_out};
  }

  z_stream stream_{};
  bool gzip_;
  bool ready_ = false;
  bool between_members_ = false;
};

class ZstdSource final : public Unpacker {
 public:
  ZstdSource(std::unique_ptr<ByteSource> source, std::string name, DecompressionLimits limits)
      : Unpacker(std::move(source), std::move(name), limits), stream_(ZSTD_createDStream(), ZSTD_freeDStream) {}

 private:
  std::string_view start_mark() const override { return "\x28\xB5\x2F\xFD"; }
  bool restart() override {
    between_frames_ = true;
    return stream_ && !ZSTD_isError(ZSTD_initDStream(stream_.get()));
  }

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

class BrotliSource final : public Unpacker {
 public:
  BrotliSource(std::unique_ptr<ByteSource> source, std::string name, DecompressionLimits limits)
      : Unpacker(std::move(source), std::move(name), limits),
        state_(BrotliDecoderCreateInstance(nullptr, nullptr, nullptr), BrotliDecoderDestroyInstance) {}

 private:
  Result<size_t> unpack(std::span<char> buffer) override {
    if (!state_) return damaged("brotli: no memory");
    size_t room = buffer.size();
    auto* out = reinterpret_cast<uint8_t*>(buffer.data());
    while (room == buffer.size()) {
      if (BrotliDecoderIsFinished(state_.get())) return size_t{0};
      auto bytes = input();
      if (!bytes) return tl::unexpected(std::move(bytes.error()));
      size_t left = bytes->size();
      const auto* in = reinterpret_cast<const uint8_t*>(bytes->data());
      auto status = BrotliDecoderDecompressStream(state_.get(), &left, &in, &room, &out, nullptr);
      use(bytes->size() - left);
      if (status == BROTLI_DECODER_RESULT_ERROR) return damaged("brotli: broken stream");
      if (status == BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT && bytes->empty() && room == buffer.size()) {
        return damaged("brotli: the file ends early");
      }
    }
    return buffer.size() - room;
  }

  std::unique_ptr<BrotliDecoderState, void (*)(BrotliDecoderState*)> state_;
};

}  // namespace

std::optional<Coding> coding_named(std::string_view name) {
  const std::string lower = ascii_lowered(name);
  if (lower == "gzip" || lower == "x-gzip") return Coding::kGzip;
  if (lower == "deflate") return Coding::kDeflate;
  if (lower == "br") return Coding::kBrotli;
  if (lower == "zstd") return Coding::kZstd;
  return std::nullopt;
}

std::unique_ptr<ByteSource> unpacked(std::unique_ptr<ByteSource> source, Coding coding, std::string name,
                                     DecompressionLimits limits) {
  if (coding == Coding::kZstd) return std::make_unique<ZstdSource>(std::move(source), std::move(name), limits);
  if (coding == Coding::kBrotli) return std::make_unique<BrotliSource>(std::move(source), std::move(name), limits);
  return std::make_unique<ZlibSource>(std::move(source), coding, std::move(name), limits);
}

}  // namespace sumario::page
