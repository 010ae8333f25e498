#include "page/text/knowledge_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

#include "base/byte_source.h"
#include "base/utf8.h"

namespace sumario::page {
namespace {

constexpr size_t kFileLimit = size_t{4} << 20;

}  // namespace

Result<std::vector<KnowledgeEntry>> knowledge_entries(const std::filesystem::path& path, size_t fields) {
  auto text = read_file(path, kFileLimit);
  if (!text) return tl::unexpected(std::move(text.error()));
  std::vector<KnowledgeEntry> entries;
  std::unordered_set<std::string> seen;
  size_t number = 0;
  for (size_t start = 0; start < text->size();) {
    size_t end = std::min(text->find('\n', start), text->size());
    std::string line = text->substr(start, end - start);
    start = end + 1;
    ++number;
    if (line.empty() || line[0] == '#') continue;
    KnowledgeEntry entry{{}, fmt::format("{}:{}", path.string(), number)};
    for (size_t from = 0; from <= line.size();) {
      size_t tab = std::min(line.find('\t', from), line.size());
      entry.fields.push_back(line.substr(from, tab - from));
      from = tab + 1;
    }
    if (entry.fields.size() != fields || std::ranges::count(entry.fields, "") > 0 || first_broken_utf8(line)) {
      return fail(ErrorCode::kDamaged, fmt::format("{}: {} fields apart by tabs are needed", entry.place, fields));
    }
    if (!seen.insert(line).second) return fail(ErrorCode::kDamaged, entry.place + ": stands here for the second time");
    entries.push_back(std::move(entry));
  }
  return entries;
}

}  // namespace sumario::page
