// gzip and zstd, undone while streaming and held to limits.
#pragma once

#include <memory>
#include <string>

#include "base/byte_source.h"

namespace sumario::page {

struct DecompressionLimits {
  uint64_t most_bytes = uint64_t{1} << 36;  // what may come out of one input: 64 GB
  uint64_t most_ratio = 300;                // times what went in, looked at beyond the first 16 MB
};

// `source` itself, or what it holds where its first bytes are those of gzip (RFC 1952) or zstd (RFC 8878); members and
// frames that follow each other are read as one. Errors: the source's own. Reading errors, naming `name`: kDamaged for
// a broken or a truncated stream (whatever came before it has been given), kTooLarge past a limit. zstd windows beyond
// 128 MB are refused.
Result<std::unique_ptr<ByteSource>> decompressed(std::unique_ptr<ByteSource> source, std::string name,
                                                 DecompressionLimits limits = {});

}  // namespace sumario::page
