#include "nlp/word_vectors.h"

#include <fmt/format.h>

#include <bit>
#include <charconv>
#include <nlohmann/json.hpp>
#include <optional>

namespace sumario::nlp {
namespace {

constexpr std::string_view kVectors = "vocab/vectors";
constexpr std::string_view kRows = "vocab/key2row";

uint64_t big_endian(std::string_view bytes) {
  uint64_t value = 0;
  for (const char byte : bytes) value = value << 8 | static_cast<unsigned char>(byte);
  return value;
}

// Reads one MessagePack unsigned number at `at` and moves past it. key2row has hundreds of thousands of entries of
// nothing else; they are read in place instead of through MsgpackDocument, which would take 50 MB for them.
std::optional<uint64_t> read_unsigned(std::string_view bytes, size_t& at) {
  if (at >= bytes.size()) return std::nullopt;
  const auto tag = static_cast<unsigned char>(bytes[at++]);
  if (tag < 0x80) return tag;
  if (tag < 0xcc || tag > 0xcf) return std::nullopt;
  const size_t size = size_t{1} << (tag - 0xcc);
  if (bytes.size() - at < size) return std::nullopt;
  const uint64_t value = big_endian(bytes.substr(at, size));
  at += size;
  return value;
}

std::optional<size_t> read_map_header(std::string_view bytes, size_t& at) {
  if (bytes.empty()) return std::nullopt;
  const auto tag = static_cast<unsigned char>(bytes[at++]);
  if ((tag & 0xf0) == 0x80) return tag & 0x0f;
  if (tag != 0xde && tag != 0xdf) return std::nullopt;
  const size_t size = tag == 0xde ? 2 : 4;
  if (bytes.size() - at < size) return std::nullopt;
  const size_t count = big_endian(bytes.substr(at, size));
  at += size;
  return count;
}

// Keys are hashes already; the multiplication spreads the few that are small symbol numbers.
size_t slot_of(StringId word, size_t mask) { return (word * 0x9e3779b97f4a7c15u) >> 20 & mask; }

struct Npy {
  const char* values;
  size_t rows;
  size_t width;
};

std::optional<size_t> number_after(std::string_view header, size_t& at) {
  while (at < header.size() && (header[at] == ' ' || header[at] == ',' || header[at] == '(')) ++at;
  size_t value = 0;
  const auto [end, error] = std::from_chars(header.data() + at, header.data() + header.size(), value);
  if (error != std::errc{}) return std::nullopt;
  at = static_cast<size_t>(end - header.data());
  return value;
}

Result<Npy> read_npy(std::string_view bytes, const std::string& file) {
  const auto damaged = [&](std::string_view reason) {
    return fail(ErrorCode::kDamaged, fmt::format("{}: {}", file, reason));
  };
  if (!bytes.starts_with("\x93NUMPY\x01") || bytes.size() < 10) return damaged("not a version 1 .npy file");
  const size_t length =
      static_cast<unsigned char>(bytes[8]) + static_cast<size_t>(static_cast<unsigned char>(bytes[9])) * 256;
  if (bytes.size() - 10 < length) return damaged("its header is cut off");
  const std::string_view header = bytes.substr(10, length);
  if (header.find("'<f4'") == std::string_view::npos) return damaged("descr is not <f4");
  if (header.find("'fortran_order': False") == std::string_view::npos) return damaged("fortran_order is not False");
  size_t at = header.find("'shape':");
  if (at == std::string_view::npos) return damaged("its header has no shape");
  at += 8;
  const auto rows = number_after(header, at);
  const auto width = rows ? number_after(header, at) : std::nullopt;
  if (!rows || !width) return damaged("shape is not two numbers");
  const size_t left = bytes.size() - 10 - length;
  if (*width > 1 << 16 || (*width > 0 && *rows > left / sizeof(float) / *width) ||
      *rows * *width * sizeof(float) != left)
    return damaged(fmt::format("{} bytes of values where shape ({}, {}) needs another number", left, *rows, *width));
  return Npy{bytes.data() + 10 + length, *rows, *width};
}

Result<void> check_mode(ModelFiles& files) {
  constexpr std::string_view kConfig = "vocab/vectors.cfg";
  if (!files.has(kConfig)) return {};
  auto bytes = files.bytes(kConfig);
  if (!bytes) return tl::unexpected(bytes.error());
  const auto config = nlohmann::json::parse(*bytes, nullptr, false);
  if (!config.is_object()) return fail(ErrorCode::kDamaged, files.shown(kConfig) + ": not a JSON object");
  const auto mode = config.find("mode");
  if (mode == config.end() || *mode == "default") return {};
  return fail(ErrorCode::kUnsupported, fmt::format("{}: vectors of mode {} are not supported, only default",
                                                   files.shown(kConfig), mode->dump()));
}

}  // namespace

Result<WordVectors> WordVectors::load(ModelFiles& files) {
  WordVectors vectors;
  if (!files.has(kVectors) || !files.has(kRows)) return vectors;
  if (auto mode = check_mode(files); !mode) return tl::unexpected(mode.error());
  auto bytes = files.bytes(kVectors);
  if (!bytes) return tl::unexpected(bytes.error());
  auto npy = read_npy(*bytes, files.shown(kVectors));
  if (!npy) return tl::unexpected(npy.error());
  vectors.values_ = npy->values;
  vectors.rows_ = npy->rows;
  vectors.width_ = npy->width;

  auto entries = files.bytes(kRows);
  if (!entries) return tl::unexpected(entries.error());
  const auto damaged = [&](std::string_view reason, size_t at) {
    return fail(ErrorCode::kDamaged, fmt::format("{}: {} at byte {}", files.shown(kRows), reason, at));
  };
  vectors.entries_ = *entries;
  size_t at = 0;
  const auto count = read_map_header(*entries, at);
  // An entry takes two bytes or more, so a count beyond that is not true.
  if (!count || *count > entries->size() / 2 || entries->size() > UINT32_MAX) return damaged("not a map", 0);
  vectors.slots_.assign(std::bit_ceil(*count + *count / 2 + 1), 0);
  const size_t mask = vectors.slots_.size() - 1;
  for (size_t i = 0; i < *count; ++i) {
    const size_t start = at;
    const auto word = read_unsigned(*entries, at);
    const auto row = word ? read_unsigned(*entries, at) : std::nullopt;
    if (!row) return damaged("an entry that is not two numbers", start);
    if (*row >= vectors.rows_) return damaged(fmt::format("row {} of {}", *row, vectors.rows_), start);
    size_t slot = slot_of(*word, mask);
    while (vectors.slots_[slot] != 0) slot = (slot + 1) & mask;
    vectors.slots_[slot] = static_cast<uint32_t>(start);
  }
  if (at != entries->size()) return damaged("more bytes after the map", at);
  return vectors;
}

FloatView WordVectors::find(StringId word) const {
  if (slots_.empty()) return {};
  const size_t mask = slots_.size() - 1;
  for (size_t slot = slot_of(word, mask); slots_[slot] != 0; slot = (slot + 1) & mask) {
    size_t at = slots_[slot];
    if (read_unsigned(entries_, at) != word) continue;
    const auto row = read_unsigned(entries_, at);
    return {values_ + *row * width_ * sizeof(float), width_};
  }
  return {};
}

}  // namespace sumario::nlp
