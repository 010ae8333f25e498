#include "nlp/transition_actions.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <nlohmann/json.hpp>
#include <tuple>

#include "nlp/msgpack.h"

namespace sumario::nlp {
namespace {

using Entry = std::tuple<int64_t, std::string, int>;  // frequency, label, move

Result<nlohmann::json> read_table(std::string_view bytes, const std::string& file) {
  auto document = MsgpackDocument::decode(bytes, file);
  if (!document) return tl::unexpected(document.error());
  auto moves = (*document)->root().at("moves");
  if (!moves) return tl::unexpected(moves.error());
  auto text = moves->string();
  if (!text) return tl::unexpected(text.error());
  auto table = nlohmann::json::parse(*text, nullptr, false);
  if (!table.is_object()) return moves->damaged("is not a JSON object");
  return table;
}

bool contains(const std::vector<int>& moves, int move) { return std::ranges::find(moves, move) != moves.end(); }

}  // namespace

Result<std::vector<TransitionAction>> read_actions(std::string_view bytes, const std::string& file,
                                                   const ActionRules& rules) {
  auto table = read_table(bytes, file);
  if (!table) return tl::unexpected(table.error());
  const auto damaged = [&file](const std::string& reason) {
    return fail(ErrorCode::kDamaged, fmt::format("{}: moves: {}", file, reason));
  };
  std::vector<TransitionAction> actions;
  std::vector<Entry> negative;
  const auto append = [&](int move, const std::string& label) {
    if (contains(rules.without_units, move) || (contains(rules.never_labelled, move) && !label.empty())) return;
    const bool known = std::ranges::any_of(
        actions, [&](const TransitionAction& action) { return action.move == move && action.label == label; });
    if (!known) actions.push_back({move, label});
  };
  // nlohmann's objects are ordered by key as a string, which is the order wanted.
  for (const auto& [name, labels] : table->items()) {
    int move = -1;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), move);
    if (error != std::errc{} || end != name.data() + name.size() || move < 0 || move >= rules.moves)
      return damaged(fmt::format("there is no action number {}", name));
    if (!labels.is_object()) return damaged(fmt::format("action {} is not a JSON object", name));
    std::vector<Entry> entries;
    for (const auto& [label, frequency] : labels.items()) {
      if (!frequency.is_number_integer()) return damaged(fmt::format("action {} label {} has no count", name, label));
      const auto count = frequency.get<int64_t>();
      (count < 0 ? negative : entries).emplace_back(count, label, move);
    }
    std::ranges::sort(entries, std::greater<>());
    for (const auto& [frequency, label, of_move] : entries) append(of_move, label);
  }
  std::ranges::sort(negative, [](const Entry& a, const Entry& b) {
    const auto falling = [](const Entry& e) { return std::tie(std::get<0>(e), std::get<1>(e)); };
    return falling(a) != falling(b) ? falling(a) > falling(b) : std::get<2>(a) < std::get<2>(b);
  });
  for (const auto& [frequency, label, move] : negative) append(move, label);
  return actions;
}

}  // namespace sumario::nlp
