// Bytes from outside, a piece at a time: a file, standard input, memory; decompressors wrap another source.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>

#include "base/result.h"

namespace sumario {

// Not thread-safe: one reader at a time.
class ByteSource {
 public:
  virtual ~ByteSource() = default;
  // Fills the front of `buffer` (not empty) and returns how many bytes that are: at least 1, or 0 at the end. After an
  // error or the end, further calls return the same, unless resume() says otherwise.
  virtual Result<size_t> read(std::span<char> buffer) = 0;
  // After an error: true when reading can go on behind what was damaged, which is left out.
  virtual bool resume() { return false; }
};

// The bytes of a file, or of standard input for "-". A stop request ends the wait for a slow pipe within a tenth of a
// second and reads as the end. Errors: kNotFound, kUnreadable (also for a directory); reading: kUnreadable.
Result<std::unique_ptr<ByteSource>> open_bytes(const std::filesystem::path& path, std::stop_token stop = {});

// Bytes held by the caller, who keeps them alive.
std::unique_ptr<ByteSource> memory_bytes(std::string_view bytes);

// All that is left in `source`. Errors: the source's own; kTooLarge past `limit` bytes, told without reading on.
Result<std::string> read_all(ByteSource& source, std::string_view name, size_t limit);

// A whole file or standard input ("-"). Errors as above.
Result<std::string> read_file(const std::filesystem::path& path, size_t limit);

// "64 MB" for 64 * 2^20, "512 kB", "17 bytes": limits as messages name them.
std::string size_text(size_t bytes);

}  // namespace sumario
