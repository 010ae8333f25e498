// Compressed bytes, undone while streaming and held to limits: gzip (RFC 1952), deflate (RFC 1950 and 1951), brotli
// (RFC 7932), zstd (RFC 8878).
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/byte_source.h"

namespace sumario::page {

struct DecompressionLimits {
  uint64_t most_bytes = uint64_t{1} << 36;  // what may come out of one input: 64 GB
  uint64_t most_ratio = 300;                // times what went in, looked at beyond the first 16 MB
};

enum class Coding { kGzip, kDeflate, kBrotli, kZstd };

// By the names HTTP gives them: "gzip", "x-gzip", "deflate", "br", "zstd", in any case.
std::optional<Coding> coding_named(std::string_view name);

// What `source` holds, unpacked; gzip members and zstd frames that follow each other are read as one. "deflate" is
// zlib's format or, as some servers send it, the bare stream. Reading errors, naming `name`: the source's own; kDamaged
// for a broken or a truncated stream (whatever came before it has been given); kTooLarge past a limit. After an error
// of a gzip or zstd stream, resume() looks for the next member or frame and starts the counts of the limits anew. zstd
// windows beyond 128 MB are refused. Memory: the format's window (32 kB; 16 MB for brotli) and 64 kB.
std::unique_ptr<ByteSource> unpacked(std::unique_ptr<ByteSource> source, Coding coding, std::string name,
                                     DecompressionLimits limits = {});

}  // namespace sumario::page
