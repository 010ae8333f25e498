// Which person of the record a typed name means.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sumario::casefile {

// A person of the record whose name shares the words asked for.
struct Candidate {
  std::string id;
  std::string name;
  std::vector<std::string> keys;  // name_key of the name and of the other forms
  int documents = 0;              // how many name the person
};

struct Lookup {
  std::optional<Candidate> meant;  // the one person the name can mean
  std::vector<Candidate> others;   // who else bears the name or part of it; candidates where nobody is meant
};

// The person whose full name it is; else the only person of a full name among the candidates (a surname typed alone),
// else the only candidate at all. Where two or more remain nobody is meant. `others` stand by documents, most first,
// then name.
Lookup look_up(std::string_view name, std::vector<Candidate> candidates);

// True when the two keys may be one name mistyped: at most one slip in six letters, in all or in the one word typed.
bool may_be_mistyped(std::string_view typed_key, std::string_view key);

}  // namespace sumario::casefile
