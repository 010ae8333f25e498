#include "nlp/lookups.h"

namespace sumario::nlp {

Result<Lookups> Lookups::load(std::string_view bytes, const std::string& file) {
  auto document = MsgpackDocument::decode(bytes, file);
  if (!document) return tl::unexpected(document.error());
  if (!(*document)->root().is_map()) return (*document)->root().damaged("is not a map of tables");
  return Lookups(std::move(*document));
}

Result<void> Lookups::for_each(std::string_view table, const Visit& visit) const {
  auto found = document_->root().find(table);
  if (!found) return {};
  auto entries = found->entries();
  if (!entries) return tl::unexpected(entries.error());
  for (const auto& [key, value] : *entries) {
    auto id = key.unsigned_number();
    if (!id) return tl::unexpected(id.error());
    if (auto visited = visit(*id, value); !visited) return visited;
  }
  return {};
}

}  // namespace sumario::nlp
