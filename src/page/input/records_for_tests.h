// What the tests of inputs share: records as lines, and packed bytes.
#pragma once

#include <brotli/encode.h>
#include <gtest/gtest.h>
#include <zlib.h>
#include <zstd.h>

#include <string>
#include <string_view>
#include <vector>

#include "page/input/records.h"

namespace sumario::page {

// "name|bytes" for each record, "!message" for each error.
inline std::vector<std::string> records_of(std::string_view bytes, size_t limit = kRecordLimit) {
  std::vector<std::string> all;
  auto reader = RecordReader::over(memory_bytes(bytes), "f", limit);
  if (!reader) return {"!" + reader.error().message};
  while (auto record = reader->next()) {
    all.push_back(*record ? (*record)->name + "|" + (*record)->bytes : "!" + record->error().message);
  }
  EXPECT_FALSE(reader->next());  // the end stays the end
  return all;
}

// zlib's three wrappings: 16 + MAX_WBITS gzip, MAX_WBITS zlib, -MAX_WBITS none.
inline std::string deflated(const std::string& bytes, int window) {
  std::string packed(compressBound(bytes.size()) + 64, '\0');
  z_stream stream{};
  EXPECT_EQ(deflateInit2(&stream, 6, Z_DEFLATED, window, 8, Z_DEFAULT_STRATEGY), Z_OK);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  EXPECT_EQ(deflate(&stream, Z_FINISH), Z_STREAM_END);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

inline std::string gzip(const std::string& bytes) { return deflated(bytes, 16 + MAX_WBITS); }

inline std::string zstd(const std::string& bytes) {
  std::string packed(ZSTD_compressBound(bytes.size()), '\0');
  packed.resize(ZSTD_compress(packed.data(), packed.size(), bytes.data(), bytes.size(), 3));
  return packed;
}

inline std::string brotli(const std::string& bytes) {
  size_t size = BrotliEncoderMaxCompressedSize(bytes.size()) + 64;
  std::string packed(size, '\0');
  EXPECT_TRUE(BrotliEncoderCompress(5, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_TEXT, bytes.size(),
                                    reinterpret_cast<const uint8_t*>(bytes.data()), &size,
                                    reinterpret_cast<uint8_t*>(packed.data())));
  packed.resize(size);
  return packed;
}

}  // namespace sumario::page
