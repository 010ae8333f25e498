// Prints the cast of every text of a JSON Lines file (field "text") as one JSON object a line, for
// tools/quality/coref.py and tools/quality/entity_types.py.
//   cast_quality MODEL KNOWLEDGE FILE
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

namespace {

using nlohmann::json;
using namespace sumario;

json as_json(const read::Tree& tree, const read::Cast& cast) {
  json out = {
      {"mentions", json::array()}, {"entities", json::array()}, {"propn", json::array()}, {"titles", json::array()}};
  for (const auto& m : cast.mentions) {
    ByteRange at = tree.bytes(m.span), head = tree.bytes(m.head);
    out["mentions"].push_back({at.start, at.end, static_cast<int>(m.form), static_cast<int>(m.kind), m.entity,
                               head.start, head.end, m.plural});
  }
  for (const auto& e : cast.entities)
    out["entities"].push_back({{"name", e.name}, {"kind", static_cast<int>(e.kind)}, {"also", e.also}});
  for (const auto& t : cast.titles) {
    const auto& name = cast.mentions[static_cast<size_t>(t.mention)];
    ByteRange at = tree.bytes(t.evidence);
    out["titles"].push_back({{"start", at.start},
                             {"end", at.end},
                             {"entity", name.entity},
                             {"name", tree.words(name.span)},
                             {"office", tree.words(t.office)},
                             {"body", t.body.empty() ? std::string_view() : tree.words(t.body)},
                             {"trade", t.trade}});
  }
  for (int i = 0; i < tree.size(); ++i)
    if (tree.pos(i) == nlp::Pos::kPropn) out["propn"].push_back(tree.bytes(i).start);
  return out;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    fmt::print(stderr, "usage: cast_quality MODEL KNOWLEDGE FILE\n");
    return 2;
  }
  auto pipeline = nlp::Pipeline::load(argv[1]);
  auto reader = read::CastReader::load(argv[2]);
  std::ifstream in(argv[3]);
  if (!pipeline || !reader || !in) {
    fmt::print(stderr, "{}\n",
               !pipeline ? pipeline.error().message
               : !reader ? reader.error().message
                         : fmt::format("{}: cannot open", argv[3]));
    return 1;
  }
  print_each_text(**pipeline, in, [&](const read::Tree& tree) { return as_json(tree, reader->read(tree)); });
}
