// The text files of knowledge/page: one entry a line, its fields apart by tabs, lines that begin with "#" for people.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"

namespace sumario::page {

struct KnowledgeEntry {
  std::vector<std::string> fields;
  std::string place;  // "…/menus.txt:12", for messages
};

// The entries of a file. Errors: the file's own; kDamaged, naming file and line, where a line has not as many fields as
// `fields`, one of them is empty, or the line stands there twice.
Result<std::vector<KnowledgeEntry>> knowledge_entries(const std::filesystem::path& path, size_t fields);

}  // namespace sumario::page
