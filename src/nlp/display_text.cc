#include "nlp/display_text.h"

#include <unicode/uchar.h>

#include "base/utf8.h"
#include "nlp/characters.h"

namespace sumario::nlp {

std::string visible(std::string_view text, bool keep_spaces) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    CodePoint c = code_point_at(text, at);
    if (c.value == ' ' && keep_spaces)
      out += ' ';
    else if (c.value == '\t')
      out += "⇥";
    else if (c.value == '\n' || c.value == '\r' || c.value == 0x2028 || c.value == 0x2029 || c.value == 0x85)
      out += "↵";
    else if (is_space(c.value))
      out += "␣";
    else if (u_iscntrl(static_cast<UChar32>(c.value)) ||
             (u_charType(static_cast<UChar32>(c.value)) == U_FORMAT_CHAR && c.value != 0x200D))
      out += "␦";
    else
      out += text.substr(at, c.size);
    at += c.size;
  }
  return out;
}

size_t display_width(std::string_view text) {
  size_t width = 0;
  for (size_t at = 0; at < text.size();) {
    CodePoint c = code_point_at(text, at);
    at += c.size;
    auto code = static_cast<UChar32>(c.value);
    uint32_t category = U_GET_GC_MASK(code);
    if (category & (U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK)) continue;
    int wide = u_getIntPropertyValue(code, UCHAR_EAST_ASIAN_WIDTH);
    width += wide == U_EA_WIDE || wide == U_EA_FULLWIDTH ? 2 : 1;
  }
  return width;
}

}  // namespace sumario::nlp
