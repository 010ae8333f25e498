// Any bytes as a page of which the metadata are read: everything that comes out is clean and the same every time, and a
// repaired JSON-LD script is repaired no further.
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "base/utf8.h"
#include "page/metadata/json_ld.h"
#include "page/metadata/page_metadata.h"
#include "page/text/published.h"

namespace {

using namespace sumario;

const page::PageKnowledge& knowledge() {
  static const page::PageKnowledge kLoaded = [] {
    auto loaded = page::PageKnowledge::load(SUMARIO_SOURCE_DIR "/knowledge");
    if (!loaded) {
      std::fprintf(stderr, "page_metadata_fuzz: %s\n", loaded.error().message.c_str());
      std::abort();
    }
    return std::move(*loaded);
  }();
  return kLoaded;
}

void require(bool holds) {
  if (!holds) std::abort();
}

void check_line(std::string_view line) {
  require(!line.empty() && !first_broken_utf8(line));
  require(line.find_first_of("\n\r\t") == std::string_view::npos);
}

void check_moment(const std::optional<page::Candidate>& moment) {
  if (!moment) return;
  check_line(moment->value);
  require(page::day_in_metadata(moment->value).has_value());
}

void check_page(std::string_view bytes) {
  auto tree = page::HtmlTree::parse(bytes, "input");
  if (!tree) return;
  page::PageMetadata metadata = page::page_metadata(*tree, "https://post.example/a", knowledge());
  for (const auto* field : {&metadata.title, &metadata.outlet, &metadata.url, &metadata.original_outlet}) {
    if (*field) check_line((*field)->value);
  }
  check_moment(metadata.published);
  check_moment(metadata.updated);
  for (const std::string& author : metadata.authors) check_line(author);
  page::PageMetadata again = page::page_metadata(*tree, "https://post.example/a", knowledge());
  require(again.authors == metadata.authors && again.flags == metadata.flags);
}

void check_script(std::string_view bytes) {
  std::string repaired = page::repaired_json(bytes);
  page::StructuredData once, twice;
  page::add_json_ld(repaired, once);
  page::add_json_ld(page::repaired_json(repaired), twice);
  require(once.items.size() == twice.items.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  std::string text = repair_utf8(std::string_view(reinterpret_cast<const char*>(data), size));
  check_page(text);
  check_script(text);
  return 0;
}
