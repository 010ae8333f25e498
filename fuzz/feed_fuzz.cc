// Any bytes as a feed in XML: items come out in UTF-8, whatever set they are in, and none is larger than what went in
// allows.
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "page/input/feed_xml.h"

namespace {

using namespace sumario;

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  std::string_view bytes(reinterpret_cast<const char*>(data), size);
  page::Declared declared;
  declared.url = "https://post.example/feed";
  auto feed = page::Feed::parse(bytes, declared, "input");
  if (!feed) {
    require(feed.error().message.starts_with("input"));
    return 0;
  }
  for (size_t index = 0; index < feed->size(); ++index) {
    auto item = feed->item(index);
    if (!item) continue;
    require(!first_broken_utf8(page::page_of(*item)));
    require(item->html.size() <= 64 * size + (1 << 21));
    for (const std::string& author : item->declared.authors) require(!author.empty());
  }
  return 0;
}
