#include "page/metadata/structured_data.h"

namespace sumario::page {

uint32_t StructuredData::add(DataItem item) {
  if (items.size() >= kItemLimit) return kNoItem;
  items.push_back(std::move(item));
  return static_cast<uint32_t>(items.size() - 1);
}

void StructuredData::add(uint32_t item, std::string_view name, DataValue value) {
  if (item == kNoItem || property_count >= kPropertyLimit) return;
  if (value.item != kNoItem) items[value.item].top = false;
  items[item].properties.push_back({std::string(name), std::move(value)});
  ++property_count;
}

std::vector<const DataValue*> StructuredData::values(const DataItem& item, std::string_view name) const {
  std::vector<const DataValue*> found;
  for (const DataProperty& property : item.properties) {
    if (local_name(property.name) == name) found.push_back(&property.value);
  }
  return found;
}

std::optional<std::string_view> StructuredData::text(const DataItem& item, std::string_view name) const {
  for (const DataProperty& property : item.properties) {
    if (local_name(property.name) != name) continue;
    const DataItem* inner = item_of(property.value);
    if (!inner) return property.value.text;
    for (const DataProperty& named : inner->properties) {
      if (local_name(named.name) == "name" && named.value.item == kNoItem) return named.value.text;
    }
  }
  return std::nullopt;
}

const DataItem* StructuredData::item_of(const DataValue& value) const {
  if (value.item == kNoItem) return nullptr;
  const DataItem& item = items[value.item];
  if (!item.properties.empty() || item.id.empty()) return &item;
  for (const DataItem& other : items) {
    if (other.id == item.id && !other.properties.empty()) return &other;
  }
  return &item;
}

std::string_view local_name(std::string_view name) {
  size_t at = name.find_last_of("/#:");
  return at == std::string_view::npos ? name : name.substr(at + 1);
}

}  // namespace sumario::page
