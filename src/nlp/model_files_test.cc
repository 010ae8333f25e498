#include "nlp/model_files.h"

#include <gtest/gtest.h>
#include <unistd.h>
#include <zip.h>

#include <fstream>

namespace sumario::nlp {
namespace {

namespace fs = std::filesystem;

class ModelFilesTest : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::temp_directory_path() / ("model_files_test." + std::to_string(::getpid()));
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }
  void write(const fs::path& name, const std::string& content) {
    fs::create_directories((folder_ / name).parent_path());
    std::ofstream(folder_ / name, std::ios::binary) << content;
  }
  fs::path folder_;
};

TEST_F(ModelFilesTest, OpensADirectoryAndADirectoryThatHoldsOne) {
  write("a/b/config.cfg", "x");
  write("a/b/vocab/key2row", std::string("\0\1", 2));
  for (const fs::path& path : {folder_ / "a" / "b", folder_ / "a", folder_}) {
    auto files = ModelFiles::open(path);
    ASSERT_TRUE(files) << files.error().message;
    EXPECT_TRUE(files->has("vocab/key2row"));
    EXPECT_FALSE(files->has("vocab"));
    EXPECT_EQ(files->bytes("vocab/key2row").value(), std::string_view("\0\1", 2));
    EXPECT_EQ(files->shown("config.cfg"), (folder_ / "a" / "b" / "config.cfg").string());
  }
}

TEST_F(ModelFilesTest, TheNearestConfigWins) {
  write("deep/er/config.cfg", "1");
  write("zz/config.cfg", "2");
  auto files = ModelFiles::open(folder_);
  ASSERT_TRUE(files);
  EXPECT_EQ(files->bytes("config.cfg").value(), "2");
}

TEST_F(ModelFilesTest, BytesStayWhereTheyAreWhenTheObjectMoves) {
  write("config.cfg", "content");
  auto files = ModelFiles::open(folder_);
  ASSERT_TRUE(files);
  const std::string_view before = files->bytes("config.cfg").value();
  ModelFiles moved = std::move(*files);
  EXPECT_EQ(moved.bytes("config.cfg").value().data(), before.data());
  EXPECT_EQ(before, "content");
}

TEST_F(ModelFilesTest, OpensAWheel) {
  const fs::path path = folder_ / "some.whl";
  int code = 0;
  zip_t* archive = zip_open(path.c_str(), ZIP_CREATE, &code);
  ASSERT_NE(archive, nullptr);
  const std::string config = "[nlp]", weights(100'000, 'w');
  const auto add = [&](const char* name, const std::string& content) {
    zip_file_add(archive, name, zip_source_buffer(archive, content.data(), content.size(), 0), ZIP_FL_ENC_UTF_8);
  };
  add("package/model/config.cfg", config);
  add("package/model/ner/model", weights);
  add("package/config.txt", config);
  ASSERT_EQ(zip_close(archive), 0);

  auto files = ModelFiles::open(path);
  ASSERT_TRUE(files) << files.error().message;
  EXPECT_EQ(files->bytes("config.cfg").value(), config);
  EXPECT_EQ(files->bytes("ner/model").value(), weights);
  EXPECT_FALSE(files->has("config.txt"));
  EXPECT_EQ(files->bytes("moves").error().code, ErrorCode::kNotFound);

  // Any damage to the entry's bytes shows when it is read.
  std::string bytes;
  {
    std::ifstream in(path, std::ios::binary);
    bytes.assign(std::istreambuf_iterator<char>(in), {});
  }
  const size_t at = bytes.find("ner/model") + 20;
  for (size_t i = at; i < at + 40; ++i) bytes[i] = static_cast<char>(bytes[i] ^ 0x55);
  write("broken.whl", bytes);
  auto broken = ModelFiles::open(folder_ / "broken.whl");
  ASSERT_TRUE(broken);
  const auto read = broken->bytes("ner/model");
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, ErrorCode::kDamaged);
  EXPECT_NE(read.error().message.find("broken.whl/ner/model"), std::string::npos) << read.error().message;
}

TEST_F(ModelFilesTest, SaysWhatIsWrongWithAPath) {
  write("empty/readme", "");
  write("text", "not an archive");
  EXPECT_EQ(ModelFiles::open(folder_ / "nowhere").error().code, ErrorCode::kNotFound);
  EXPECT_EQ(ModelFiles::open(folder_ / "empty").error().code, ErrorCode::kNotFound);
  const auto text = ModelFiles::open(folder_ / "text");
  EXPECT_EQ(text.error().code, ErrorCode::kDamaged);
  EXPECT_NE(text.error().message.find("text"), std::string::npos);
}

}  // namespace
}  // namespace sumario::nlp
