#include "cli/resources.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <vector>

#include "base/byte_source.h"
#include "base/sha256.h"

namespace sumario::cli {
namespace {

namespace fs = std::filesystem;

constexpr size_t kLargestKnowledgeFile = size_t{64} << 20;

fs::path beside_program(const char* relative) {
  std::error_code error;
  fs::path program = fs::read_symlink("/proc/self/exe", error);
  if (error) return fs::path(relative);
  return (program.parent_path() / ".." / relative).lexically_normal();
}

fs::path first_of(const std::string& option, const char* variable, const char* beside) {
  if (!option.empty()) return option;
  const char* set = std::getenv(variable);
  return set && *set ? fs::path(set) : beside_program(beside);
}

Result<std::string> hash_of_files(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code error;
  for (fs::recursive_directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
    if (at->is_regular_file()) files.push_back(at->path());
  std::sort(files.begin(), files.end());
  std::string all;
  for (const fs::path& file : files) {
    Result<std::string> bytes = read_file(file, kLargestKnowledgeFile);
    if (!bytes) return tl::unexpected(bytes.error());
    all += file.lexically_relative(folder).string() + "\n" + sha256_hex(*bytes) + "\n";
  }
  return sha256_hex(all).substr(0, 16);
}

}  // namespace

void add_model_option(CLI::App& command, ResourcePaths& paths) {
  command
      .add_option(
          "--model", paths.model,
          "spaCy pipeline folder or wheel (else SUMARIO_MODEL, else ../models/en_core_web_md beside the program)")
      ->type_name("PATH");
}

void add_knowledge_option(CLI::App& command, ResourcePaths& paths) {
  command
      .add_option("--knowledge", paths.knowledge,
                  "folder of frames and lexicons (else SUMARIO_KNOWLEDGE, else ../knowledge beside the program)")
      ->type_name("DIR");
}

fs::path model_path(const ResourcePaths& paths) {
  return first_of(paths.model, "SUMARIO_MODEL", "models/en_core_web_md");
}
fs::path knowledge_path(const ResourcePaths& paths) {
  return first_of(paths.knowledge, "SUMARIO_KNOWLEDGE", "knowledge");
}

Result<std::unique_ptr<const nlp::Pipeline>> load_model(const ResourcePaths& paths) {
  fs::path path = model_path(paths);
  std::error_code ignored;
  if (!fs::exists(path, ignored))
    return fail(ErrorCode::kNotFound,
                fmt::format("no model at {}; `make setup` fetches it, --model names another", path.string()));
  return nlp::Pipeline::load(path);
}

Result<Resources> load_resources(const ResourcePaths& paths) {
  fs::path knowledge = knowledge_path(paths);
  std::error_code ignored;
  if (!fs::is_directory(knowledge, ignored))
    return fail(ErrorCode::kNotFound,
                fmt::format("no knowledge folder at {}; --knowledge names another", knowledge.string()));
  Result<page::PageKnowledge> page = page::PageKnowledge::load(knowledge);
  if (!page) return tl::unexpected(page.error());
  Result<std::unique_ptr<const read::Reader>> reader = read::Reader::load(knowledge);
  if (!reader) return tl::unexpected(reader.error());
  Result<std::string> hash = hash_of_files(knowledge);
  if (!hash) return tl::unexpected(hash.error());
  Result<std::unique_ptr<const nlp::Pipeline>> pipeline = load_model(paths);
  if (!pipeline) return tl::unexpected(pipeline.error());
  return Resources{std::move(*pipeline), std::move(*reader), std::move(*page), std::move(*hash)};
}

}  // namespace sumario::cli
