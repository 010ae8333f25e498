#include "base/byte_source.h"

#include <gtest/gtest.h>

#include <fstream>

namespace sumario {
namespace {

std::filesystem::path written(const std::string& name, const std::string& bytes) {
  auto path = std::filesystem::path(testing::TempDir()) / name;
  std::ofstream(path, std::ios::binary) << bytes;
  return path;
}

TEST(ByteSource, ReadsAFileWhole) {
  std::string bytes(200'000, 'x');
  bytes[100'000] = '\0';
  EXPECT_EQ(read_file(written("whole.bin", bytes), 1 << 20).value(), bytes);
  EXPECT_EQ(read_file(written("empty.bin", ""), 10).value(), "");
}

TEST(ByteSource, KeepsTheLimit) {
  auto path = written("limit.bin", std::string(4096, 'x'));
  EXPECT_TRUE(read_file(path, 4096));
  auto refused = read_file(path, 1024);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::kTooLarge);
  EXPECT_EQ(refused.error().message, path.string() + ": larger than 1 kB");
}

TEST(ByteSource, NamesTheFileThatCannotBeRead) {
  auto missing = read_file("no/such/file", 10);
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().code, ErrorCode::kNotFound);
  EXPECT_EQ(missing.error().message, "no/such/file: No such file or directory");
  auto folder = read_file(testing::TempDir(), 10);
  ASSERT_FALSE(folder);
  EXPECT_EQ(folder.error().code, ErrorCode::kUnreadable);
}

TEST(ByteSource, GivesMemoryInPieces) {
  auto source = memory_bytes("abcde");
  char buffer[2];
  EXPECT_EQ(source->read(buffer).value(), 2u);
  EXPECT_EQ(buffer[0], 'a');
  EXPECT_EQ(source->read(buffer).value(), 2u);
  EXPECT_EQ(source->read(buffer).value(), 1u);
  EXPECT_EQ(source->read(buffer).value(), 0u);
}

TEST(ByteSource, AStopReadsAsTheEnd) {
  std::stop_source stop;
  auto source = open_bytes(written("stop.bin", "abc"), stop.get_token());
  ASSERT_TRUE(source);
  char buffer[1];
  EXPECT_EQ((*source)->read(buffer).value(), 1u);
  stop.request_stop();
  EXPECT_EQ((*source)->read(buffer).value(), 0u);
}

TEST(ByteSource, WritesSizesShort) {
  EXPECT_EQ(size_text(size_t{64} << 20), "64 MB");
  EXPECT_EQ(size_text(512 << 10), "512 kB");
  EXPECT_EQ(size_text(17), "17 bytes");
}

}  // namespace
}  // namespace sumario
