// The form under which two spellings of one name meet: letters folded, accents, case and punctuation gone.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sumario::casefile {

// "Andrés López-Obrador" and "ANDRES LOPEZ OBRADOR" give "andres lopez obrador"; other scripts are romanised (ICU
// "Any-Latin; Latin-ASCII"). The order of the words is kept. Invalid UTF-8 counts as U+FFFD. Thread-safe.
std::string name_key(std::string_view name);

// The words of a key.
std::vector<std::string_view> key_words(std::string_view key);

// True when a key is enough to say who is meant: two words or more, and none of the first and the last a bare initial.
bool is_full_name(std::string_view key);

// Edit distance with adjacent swaps (Damerau-Levenshtein, restricted: Boytsov 2011, section 3), at most `limit` + 1.
int edit_distance(std::string_view a, std::string_view b, int limit);

}  // namespace sumario::casefile
