// Prints who says what in every text of a JSON Lines file (field "text") as one JSON object a line, for
// tools/quality/quotes.py. What is thought, wanted, supported or attacked is printed too, as that data counts it.
#include <fmt/format.h>

#include <cstdio>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "base/byte_range.h"
#include "each_text.h"
#include "nlp/pipeline.h"
#include "read/names/cast.h"
#include "read/speech/speech.h"

namespace {

using nlohmann::json;
using namespace sumario;

json pair_of(ByteRange range) { return {range.start, range.end}; }

json as_json(const read::Tree& tree, const read::Cast& cast, const std::vector<read::Attribution>& attributions) {
  json out = json::array();
  for (const auto& a : attributions) {
    json one = {{"source", json::array()},
                {"cue", json::array()},
                {"content", json::array()},
                {"parent", a.parent},
                {"pattern", static_cast<int>(a.pattern)},
                {"act", static_cast<int>(a.act)},
                {"lemma", a.cue_head < 0 ? std::string_view() : tree.lemma(a.cue_head)}};
    if (!a.source.empty()) one["source"].push_back(pair_of(tree.bytes(a.source)));
    // "Lee, who said": the gold takes the pronoun for the source as often as the name.
    if (a.source_link >= 0) one["source"].push_back(pair_of(tree.bytes(a.source_link)));
    if (!a.cue.empty()) one["cue"].push_back(pair_of(tree.bytes(a.cue)));
    for (ByteRange part : a.content) one["content"].push_back(pair_of(part));
    if (a.entity >= 0) one["entity"] = cast.entities[static_cast<size_t>(a.entity)].name;
    out.push_back(std::move(one));
  }
  return {{"attributions", std::move(out)}};
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    fmt::print(stderr, "usage: speech_quality MODEL KNOWLEDGE FILE\n");
    return 2;
  }
  auto pipeline = nlp::Pipeline::load(argv[1]);
  auto casts = read::CastReader::load(argv[2]);
  auto reader = read::SpeechReader::load(argv[2]);
  std::ifstream in(argv[3]);
  if (!pipeline || !casts || !reader || !in) {
    fmt::print(stderr, "{}\n",
               !pipeline ? pipeline.error().message
               : !casts  ? casts.error().message
               : !reader ? reader.error().message
                         : fmt::format("{}: cannot open", argv[3]));
    return 1;
  }
  print_each_text(**pipeline, in, [&](const read::Tree& tree) {
    read::Cast cast = casts->read(tree);
    return as_json(tree, cast, reader->read(tree, cast, read::SpeechScope::kEverything));
  });
}
