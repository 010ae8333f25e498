// What the quality programs do alike: every text of a JSON Lines file, analysed by paragraphs.
#pragma once

#include <fmt/format.h>

#include <cstdio>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>

#include "nlp/paragraphs_for_tests.h"
#include "nlp/pipeline.h"
#include "read/syntax/tree.h"

namespace sumario {

// Prints what `describe` makes of each text's tree, one line each.
template <typename Describe>
void print_each_text(const nlp::Pipeline& pipeline, std::istream& in, Describe describe) {
  nlp::Scratch scratch;
  for (std::string line; std::getline(in, line);) {
    const std::string text = nlohmann::json::parse(line).at("text");
    const auto segments = nlp::paragraphs_of(text);
    nlp::Analysis analysis = pipeline.analyse(text, segments, scratch);
    read::Tree tree(analysis);
    fmt::print("{}\n", describe(tree).dump());
  }
}

}  // namespace sumario
