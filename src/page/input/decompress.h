// Compressed files told by their first bytes.
#pragma once

#include <memory>
#include <string>

#include "base/byte_source.h"
#include "page/input/coding.h"

namespace sumario::page {

// `source` itself, or what it holds where its first bytes are those of gzip or zstd (see unpacked). Errors: the
// source's own.
Result<std::unique_ptr<ByteSource>> decompressed(std::unique_ptr<ByteSource> source, std::string name,
                                                 DecompressionLimits limits = {});

}  // namespace sumario::page
