// Words of a text as the page stage compares them: folded, with their places.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/byte_range.h"

namespace sumario::page {

struct Word {
  ByteRange range;
  std::string folded;  // lower case; typographic apostrophes as "'"; "©" for the sign and for "(c)"
  bool colon_after = false;
};

// Runs of letters, digits and inner apostrophes of `range`, in order. Precondition: `text` is UTF-8. Linear.
std::vector<Word> words_in(std::string_view text, ByteRange range);

// The text without white space (also no-break) at either end.
ByteRange trimmed(std::string_view text, ByteRange range);

// Lower case by code point, without a change of meaning by language.
std::string folded(std::string_view text);

// Its letters and digits alone, in lower case: what two writings of one text have in common.
// `word_starts` is given where in the result each word begins.
std::string letters_of(std::string_view text, std::vector<uint32_t>* word_starts = nullptr);

// True where the first letter of the range is an upper-case (or a lower-case) one. Digits and quotes before it are
// passed over only if `past_quotes`.
bool starts_lower(std::string_view text, ByteRange range);

// No lower-case letter, and at least one upper-case letter.
bool is_upper(std::string_view text);

// True where the words end a sentence: . ! ? … with closing quotes or brackets behind it.
bool ends_sentence(std::string_view text);

}  // namespace sumario::page
