// Reads what stands before a name: "then-US Attorney General", "Lt. Col.", "former president", "Mr".
#pragma once

#include <optional>
#include <vector>

#include "read/names/draft.h"

namespace sumario::read {

// One office of a run; the fields as in Title.
struct OfficeRun {
  TokenSpan words, office, body;
  bool former = false, then = false, acting = false, elect = false;
  bool weak = false;  // a trade rather than an office ("lawyer")
  std::string noun;   // "minister"
};

struct TitleRun {
  int begin = 0;  // first token of the run; the name's own first token when there is none
  std::optional<Gender> gender;
  std::vector<std::string> nouns;  // ranks and other nouns for people: "general", "suspect"
  std::vector<OfficeRun> offices;  // nearest first
  bool courtesy = false, rank = false;
  bool capitalised_office = false;
  bool any() const { return courtesy || rank || !offices.empty() || !nouns.empty(); }
};

// The run that ends right before token `name`. Never leaves the sentence. Pure.
TitleRun title_run_before(const Tree& tree, const NameKnowledge& known, int name);

// An office that starts or ends a noun phrase: reads the words around the office noun at `head` ("the former foreign
// minister of Mexico"). Empty when `head` is no office.
std::optional<OfficeRun> office_at(const Tree& tree, const NameKnowledge& known, int head);

}  // namespace sumario::read
