// Any bytes as an input: plain text, JSON Lines, either compressed. Every article that comes out keeps the reading
// contract, and the same bytes give the same article.
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "page/article_reader.h"
#include "record/reading.h"

namespace {

using namespace sumario;

const page::PageKnowledge& knowledge() {
  static const page::PageKnowledge kLoaded = [] {
    auto loaded = page::PageKnowledge::load(SUMARIO_SOURCE_DIR "/knowledge");
    if (!loaded) {
      std::fprintf(stderr, "page_fuzz: %s\n", loaded.error().message.c_str());
      std::abort();
    }
    return std::move(*loaded);
  }();
  return kLoaded;
}

void require(bool holds) {
  if (!holds) std::abort();
}

void check(const page::Record& record) {
  auto article = page::article_from(record, {}, knowledge());
  if (!article) {
    require(!article.error().message.empty());
    return;
  }
  Reading reading;
  reading.document = *article;
  if (std::string broken = broken_rule(reading); !broken.empty()) {
    std::fprintf(stderr, "page_fuzz: %s\n", broken.c_str());
    std::abort();
  }
  uint32_t end = 0;
  for (ByteRange range : readable_ranges(*article)) {
    require(range.start >= end && range.start < range.end && range.end <= article->text.size());
    end = range.end;
  }
  std::string line = to_json_line(reading);
  require(line == to_json_line(*reading_from_json(line)));
  require(to_json_line(*article) == to_json_line(*page::article_from(record, {}, knowledge())));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  constexpr size_t kSmallLimit = 1 << 15;  // so that limits are met
  std::string_view bytes(reinterpret_cast<const char*>(data), size);
  auto reader = page::RecordReader::over(memory_bytes(bytes), "input", kSmallLimit);
  if (!reader) return 0;
  while (auto record = reader->next()) {
    if (*record) check(**record);
  }
  return 0;
}
