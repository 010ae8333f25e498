// Any bytes under any label: UTF-8 comes out, at most three bytes for each. The first byte chooses markup and label.
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "page/input/charset.h"

namespace {

using namespace sumario;

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  std::string_view bytes(reinterpret_cast<const char*>(data), size);
  constexpr const char* kLabels[] = {"",       "utf-8",   "utf-16le", "utf-16be", "windows-1252", "big5",
                                     "gbk",    "gb18030", "euc-jp",   "euc-kr",   "shift_jis",    "iso-2022-jp",
                                     "koi8-r", "utf-32",  "ibm-37",   "utf-7",    "iso-8859-8",   "x-user-defined"};
  if (bytes.empty()) return 0;
  auto choice = static_cast<unsigned char>(bytes[0]);
  bytes.remove_prefix(1);
  page::Markup markup = choice & 1 ? page::Markup::kHtml : page::Markup::kXml;
  std::optional<std::string> label = kLabels[(choice >> 1) % std::size(kLabels)];
  if (label->empty()) label.reset();
  std::string text = page::decode_markup(bytes, markup, label);
  require(!first_broken_utf8(text));
  require(text.size() <= 3 * bytes.size() + 3);
  require(!page::charset_of(bytes, markup, label).empty());
  return 0;
}
