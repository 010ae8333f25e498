// Prints the time expressions of texts for tools/quality/dates.py: reads JSON lines {"text", "published"} from standard
// input and answers each with one JSON list of {"start", "end", "type", "value", "days": [from, to], "absolute"}.
#include <fmt/format.h>

#include <iostream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "base/day.h"
#include "nlp/paragraphs_for_tests.h"
#include "nlp/pipeline.h"
#include "read/syntax/tree.h"
#include "read/time/timex.h"

namespace {

using nlohmann::json;
using namespace sumario;

const char* name_of(read::TimexType type) {
  switch (type) {
    case read::TimexType::kDate:
      return "date";
    case read::TimexType::kTime:
      return "time";
    case read::TimexType::kDuration:
      return "duration";
    case read::TimexType::kSet:
      return "set";
    case read::TimexType::kAge:
      return "age";
  }
  return "";
}

json day(const std::optional<Day>& value) { return value ? json(to_string(*value)) : json(); }

json as_json(const std::vector<read::Timex>& expressions) {
  json out = json::array();
  for (const read::Timex& e : expressions) {
    json days = e.days ? json{day(e.days->from), day(e.days->to)} : json();
    out.push_back({{"start", e.range.start},
                   {"end", e.range.end},
                   {"type", name_of(e.type)},
                   {"value", e.value},
                   {"days", days},
                   {"absolute", e.absolute}});
  }
  return out;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    fmt::print(stderr, "usage: time_quality MODEL KNOWLEDGE <TEXTS\n");
    return 2;
  }
  auto pipeline = nlp::Pipeline::load(argv[1]);
  auto reader = read::TimeReader::load(argv[2]);
  if (!pipeline || !reader) {
    fmt::print(stderr, "{}\n", !pipeline ? pipeline.error().message : reader.error().message);
    return 1;
  }
  nlp::Scratch scratch;
  for (std::string line; std::getline(std::cin, line);) {
    const json asked = json::parse(line);
    const std::string text = asked.at("text");
    std::optional<Day> published;
    if (asked.at("published").is_string()) published = parse_day(asked["published"].get<std::string>());
    const auto segments = nlp::paragraphs_of(text);
    nlp::Analysis analysis = (*pipeline)->analyse(text, segments, scratch);
    read::Tree tree(analysis);
    fmt::print("{}\n", as_json(reader->read(tree, published)).dump());
  }
}
