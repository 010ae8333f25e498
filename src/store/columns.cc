#include "store/columns.h"

#include <nlohmann/json.hpp>

#include "record/json_writer.h"

namespace sumario::store {
namespace {

using Json = nlohmann::json;

// [["body", 0, 10], ...]
template <typename Item, typename Word>
std::string marked_ranges(const std::vector<Item>& items, Word word) {
  JsonWriter json;
  json.begin_array();
  for (const Item& item : items)
    json.begin_array().value(word(item)).value(item.range.start).value(item.range.end).end_array();
  json.end_array();
  return json.take();
}

template <typename Item, typename Enum>
std::vector<Item> marked_ranges_from(const std::string& text, Enum Item::* mark) {
  std::vector<Item> items;
  Json json = Json::parse(text, nullptr, false);
  if (!json.is_array()) damaged();
  for (const Json& one : json) {
    bool shaped = one.is_array() && one.size() == 3 && one[0].is_string() && one[1].is_number_unsigned() &&
                  one[2].is_number_unsigned();
    std::optional<Enum> value = shaped ? value_named<Enum>(one[0].get_ref<const std::string&>()) : std::nullopt;
    if (!value) damaged();
    Item& item = items.emplace_back();
    item.range = {one[1].get<uint32_t>(), one[2].get<uint32_t>()};
    item.*mark = *value;
  }
  return items;
}

}  // namespace

std::string json_of(const std::vector<std::string>& texts) {
  JsonWriter json;
  json.begin_array();
  for (const std::string& text : texts) json.value(text);
  json.end_array();
  return json.take();
}

std::string json_of(const std::vector<Block>& blocks) {
  return marked_ranges(blocks, [](const Block& block) { return name_of(block.role); });
}
std::string json_of(const std::vector<Residue>& residue) {
  return marked_ranges(residue, [](const Residue& one) { return name_of(one.why); });
}
std::string json_of(const std::vector<Mention>& mentions) {
  return marked_ranges(mentions, [](const Mention& mention) { return name_of(mention.form); });
}

std::vector<PageFlag> flags_from(const std::string& text) {
  std::vector<PageFlag> flags;
  for (const std::string& name : texts_from(text)) {
    auto flag = value_named<PageFlag>(name);
    if (!flag) damaged();
    flags.push_back(*flag);
  }
  return flags;
}

std::vector<std::string> texts_from(const std::string& text) {
  std::vector<std::string> texts;
  Json json = Json::parse(text, nullptr, false);
  if (!json.is_array()) damaged();
  for (const Json& one : json) {
    if (!one.is_string()) damaged();
    texts.push_back(one.get<std::string>());
  }
  return texts;
}

std::vector<Block> blocks_from(const std::string& json) { return marked_ranges_from(json, &Block::role); }
std::vector<Residue> residue_from(const std::string& json) { return marked_ranges_from(json, &Residue::why); }
std::vector<Mention> mentions_from(const std::string& json) { return marked_ranges_from(json, &Mention::form); }

}  // namespace sumario::store
