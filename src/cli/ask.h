// What `who` and `timeline` share: the person meant by a name, and the articles that their evidence stands in.
#pragma once

#include <map>
#include <set>
#include <string>

#include "base/result.h"
#include "store/store.h"

namespace sumario::cli {

// The person that `name` means in the case file. Errors: kNotFound, with the people who may be meant, a line each,
// where the name is unknown or more than one bears it.
struct PersonMeant {
  casefile::Candidate person;
  std::vector<casefile::Candidate> others;  // who else bears the name, or part of it
};
Result<PersonMeant> person_meant(store::Store& store, const std::string& name);

using Articles = std::map<std::string, Article>;  // by Article::id

// The articles of these documents.
Result<Articles> articles_of(store::Store& store, const std::set<std::string>& documents);

// "The Sentinel, 16 April 2024"; the address or the document's id where neither is known.
std::string source_in_words(const Article& article);

}  // namespace sumario::cli
