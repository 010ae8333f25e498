// Prints the personal pronouns of every text of a JSON Lines file (field "text") with the mentions each may refer to
// and the features of each pair, one JSON object a line, for tools/quality/antecedents.py.
//   pronoun_examples MODEL KNOWLEDGE FILE
#include <fmt/format.h>

#include <cstdio>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "each_text.h"
#include "nlp/pipeline.h"
#include "read/names/gather.h"
#include "read/names/pronouns.h"

namespace {

using nlohmann::json;
using namespace sumario;

json pair_of(ByteRange range) { return {range.start, range.end}; }

json as_json(const read::Tree& tree, const read::NameKnowledge& known) {
  read::CastDraft draft(tree, known);
  json out = {{"names", json::array()}, {"pronouns", json::array()}};
  read::find_names_and_nouns(draft);
  for (const auto& m : draft.mentions)
    if (m.form == MentionForm::kName && m.entity >= 0)
      out["names"].push_back({tree.bytes(m.span).start, tree.bytes(m.span).end, m.entity});
  read::find_pronouns(
      draft, [&](int pronoun, std::span<const read::AntecedentOption> options, std::span<const int> ruled_out) {
        json pairs = json::array(), out_heads = json::array();
        for (int head : ruled_out) out_heads.push_back(tree.bytes(head).start);
        for (const auto& option : options)
          pairs.push_back({option.head < 0 ? json() : pair_of(tree.bytes(option.head)), option.referent,
                           read::AntecedentWeights::features(option.pair)});
        out["pronouns"].push_back(
            {{"pronoun", pair_of(tree.bytes(pronoun))}, {"options", std::move(pairs)}, {"out", std::move(out_heads)}});
      });
  return out;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    fmt::print(stderr, "usage: pronoun_examples MODEL KNOWLEDGE FILE\n");
    return 2;
  }
  auto pipeline = nlp::Pipeline::load(argv[1]);
  auto known = read::NameKnowledge::load(argv[2]);
  std::ifstream in(argv[3]);
  if (!pipeline || !known || !in) {
    fmt::print(stderr, "{}\n",
               !pipeline ? pipeline.error().message
               : !known  ? known.error().message
                         : fmt::format("{}: cannot open", argv[3]));
    return 1;
  }
  print_each_text(**pipeline, in, [&](const read::Tree& tree) { return as_json(tree, *known); });
}
