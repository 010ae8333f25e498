// Structured data as a page carries it (JSON-LD, microdata, RDFa): items with types and properties, in page order.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "page/metadata/candidate.h"

namespace sumario::page {

// How many items and properties are kept of one page; what lies beyond is left out.
inline constexpr size_t kItemLimit = 20'000;
inline constexpr size_t kPropertyLimit = 200'000;

inline constexpr uint32_t kNoItem = UINT32_MAX;

struct DataValue {
  std::string text;         // numbers and truth values as JSON writes them; empty where `item` is set
  uint32_t item = kNoItem;  // index of the item that is the value
  bool is_address = false;  // the text is an address (or an RDFa reference), not a literal
  std::string language;     // RDFa literals only
  std::string datatype;     // RDFa literals only
};

struct DataProperty {
  std::string name;
  DataValue value;
};

// Names and types stand as written in JSON-LD and microdata; in RDFa they are expanded to whole addresses.
struct DataItem {
  Source source = Source::kJsonLd;
  bool top = true;  // not the value of another item's property
  std::vector<std::string> types;
  std::string id;  // "@id", "itemid", the RDFa subject; may be empty
  std::vector<DataProperty> properties;
};

struct StructuredData {
  std::vector<DataItem> items;
  size_t property_count = 0;

  // The index of a new item; kNoItem when the page has its fill.
  uint32_t add(DataItem item);
  void add(uint32_t item, std::string_view name, DataValue value);

  // The first value of that (local) name: its text, or the item's name. Empty optional where there is none.
  std::optional<std::string_view> text(const DataItem& item, std::string_view name) const;
  // All values of that name, in order.
  std::vector<const DataValue*> values(const DataItem& item, std::string_view name) const;
  // The item a value stands for; where it is but a reference ({"@id": …}) the item that says more of that id.
  const DataItem* item_of(const DataValue& value) const;
};

// "NewsArticle" of "NewsArticle", "schema:NewsArticle" and "https://schema.org/NewsArticle".
std::string_view local_name(std::string_view name);

}  // namespace sumario::page
