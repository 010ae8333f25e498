// The model and the knowledge a command reads with, found and loaded.
#pragma once

#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>
#include <string>

#include "base/result.h"
#include "nlp/pipeline.h"
#include "page/text/page_knowledge.h"
#include "read/reader.h"

namespace sumario::cli {

// Where to look, in this order: the option, SUMARIO_MODEL and SUMARIO_KNOWLEDGE, and beside the program:
// ../models/en_core_web_md and ../knowledge of the folder that holds it.
struct ResourcePaths {
  std::string model, knowledge;  // as given; "" where not
};

void add_model_option(CLI::App& command, ResourcePaths& paths);
void add_knowledge_option(CLI::App& command, ResourcePaths& paths);

// The paths that count.
std::filesystem::path model_path(const ResourcePaths& paths);
std::filesystem::path knowledge_path(const ResourcePaths& paths);

// Errors: the pipeline's own; where the model is missing the message says how to get it.
Result<std::unique_ptr<const nlp::Pipeline>> load_model(const ResourcePaths& paths);

// All that reading needs. Immutable; shared by threads.
struct Resources {
  std::unique_ptr<const nlp::Pipeline> pipeline;
  std::unique_ptr<const read::Reader> reader;
  page::PageKnowledge page;
  std::string knowledge_hash;  // of all knowledge files, names and bytes: 16 hexadecimal digits

  // "en_core_web_md 3.8.0".
  std::string model_name() const { return pipeline->name() + " " + pipeline->version(); }
};
Result<Resources> load_resources(const ResourcePaths& paths);

}  // namespace sumario::cli
