// The project's JSON against the schema of its contract, by an independent validator.
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <cstdlib>
#include <fstream>

#include "record/reading_samples.h"

namespace sumario {
namespace {

constexpr int kNoValidator = 77;

// The exit status of the check over these lines.
int checked(const std::string& lines) {
  std::string path = testing::TempDir() + "/readings_for_schema.jsonl", root = SUMARIO_SOURCE_DIR;
  std::ofstream(path) << lines;
  int status = std::system(
      ("python3 " + root + "/tests/checks/reading_schema.py " + root + "/docs/reading.schema.json " + path).c_str());
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

TEST(ReadingSchema, HoldsForWhatIsWritten) {
  Reading empty;
  empty.document.id = std::string(64, '0');
  Reading noted = sample_reading();
  noted.notes = {{{0, 8}, NoteWhy::kLongSentence}, {{9, 12}, NoteWhy::kManyNames}};
  std::string lines = to_json_line(sample_reading()) + "\n" + to_json_line(empty) + "\n" + to_json_line(noted) + "\n";
  int status = checked(lines);
  if (status == kNoValidator) GTEST_SKIP() << "skipped: python3-jsonschema is absent";
  EXPECT_EQ(status, 0);
}

TEST(ReadingSchema, RefusesAnUnknownNote) {
  Reading reading = sample_reading();
  reading.notes = {{{0, 8}, NoteWhy::kLongSentence}};
  std::string line = to_json_line(reading);
  line.replace(line.find("long_sentence"), 13, "short_of_time");
  int status = checked(line + "\n");
  if (status == kNoValidator) GTEST_SKIP() << "skipped: python3-jsonschema is absent";
  EXPECT_EQ(status, 1);
}

TEST(ReadingSchema, RefusesADamagedReading) {
  Reading reading = sample_reading();
  reading.claims[0].type = "accuse";  // no type of a proceeding
  int status = checked(to_json_line(reading) + "\n");
  if (status == kNoValidator) GTEST_SKIP() << "skipped: python3-jsonschema is absent";
  EXPECT_EQ(status, 1);
}

}  // namespace
}  // namespace sumario
