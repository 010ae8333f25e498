#include "nlp/entity_recogniser.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace sumario::nlp {
namespace {

enum Move : int { kMissing, kBegin, kIn, kLast, kUnit, kOut, kMoves };
// Places: the token, the first token of the open entity, the token before (while one is open).
constexpr size_t kFeatures = 3;
constexpr size_t kAhead = 32;

}  // namespace

struct EntityScratch::State {
  FloatBuffer current;  // contributions of the next tokens in the first place
  FloatBuffer start, before;
  FloatBuffer hidden, scores;
};

EntityScratch::EntityScratch() : state(std::make_unique<State>()) {}
EntityScratch::~EntityScratch() = default;
EntityScratch::EntityScratch(EntityScratch&&) noexcept = default;

Result<EntityRecogniser> EntityRecogniser::load(const ModelWeights& weights, std::string_view moves,
                                                const std::string& moves_file, size_t input, const Kernels& kernels) {
  auto network = TransitionNetwork::load(weights, kFeatures, input, kernels);
  if (!network) return tl::unexpected(network.error());
  auto actions =
      read_actions(moves, moves_file, {.moves = kMoves, .without_units = {kMissing}, .never_labelled = {kOut}});
  if (!actions) return tl::unexpected(actions.error());
  if (actions->size() != network->actions())
    return fail(ErrorCode::kDamaged, fmt::format("{}: moves: {} actions where the network scores {}", moves_file,
                                                 actions->size(), network->actions()));
  EntityRecogniser recogniser(std::move(*network));
  recogniser.out_ = -1;
  const auto find = [&](Move move, const std::string& label) {
    for (size_t i = 0; i < actions->size(); ++i)
      if ((*actions)[i].move == move && (*actions)[i].label == label) return static_cast<int32_t>(i);
    return -1;
  };
  recogniser.out_ = find(kOut, "");
  if (recogniser.out_ < 0) return fail(ErrorCode::kDamaged, moves_file + ": moves: no action OUT");
  for (const TransitionAction& action : *actions) {
    const bool opens = action.move == kBegin;
    recogniser.in_.push_back(opens ? find(kIn, action.label) : -1);
    recogniser.last_.push_back(opens ? find(kLast, action.label) : -1);
    if (opens && recogniser.last_.back() < 0)
      return fail(ErrorCode::kDamaged, fmt::format("{}: moves: {} begins and never ends", moves_file, action.label));
  }
  recogniser.actions_ = std::move(*actions);
  return recogniser;
}

// One text on its way through the recogniser.
struct EntityRun {
  const EntityRecogniser& recogniser;
  const float* projected;
  std::span<const uint8_t> space;
  std::span<Token> tokens;
  EntityScratch::State& scratch;
  int32_t open = -1;  // the BEGIN action of the open entity
  size_t open_at = 0;

  const TransitionNetwork& network() const { return recogniser.network_; }

  void start() {
    scratch.current.require(kAhead * network().contribution_size());
    scratch.start.require(network().contribution_size());
    scratch.before.require(network().contribution_size());
    scratch.hidden.require(network().state_size());
    scratch.scores.require(network().score_size());
  }

  const float* row(size_t token) const { return projected + token * network().projected_size(); }

  void score(size_t token) {
    const size_t size = network().contribution_size();
    if (token % kAhead == 0) {
      const float* rows[kAhead];
      const size_t count = std::min(kAhead, tokens.size() - token);
      for (size_t i = 0; i < count; ++i) rows[i] = row(token + i);
      network().contributions(0, rows, count, scratch.current.data());
    }
    const float* parts[kFeatures] = {scratch.current.data() + token % kAhead * size, network().absent(1),
                                     network().absent(2)};
    if (open >= 0) {
      const float* before = row(token - 1);
      network().contributions(2, &before, 1, scratch.before.data());
      parts[1] = scratch.start.data();
      parts[2] = scratch.before.data();
    }
    network().score(parts, scratch.hidden.data(), scratch.scores.data());
  }

  // The valid action of the highest score, the first of equals. `goes_on`: an entity may reach into the next token.
  int32_t best_action(size_t token, bool goes_on) const {
    const float* scores = scratch.scores.data();
    if (open >= 0) {
      const int32_t last = recogniser.last_[static_cast<size_t>(open)], in = recogniser.in_[static_cast<size_t>(open)];
      if (!goes_on || in < 0) return last;
      if (scores[in] == scores[last]) return std::min(in, last);
      return scores[in] > scores[last] ? in : last;
    }
    if (space[token]) return recogniser.out_;
    const auto valid = [&](size_t action) {
      const TransitionAction& a = recogniser.actions_[action];
      if (a.move == kOut) return true;
      if (a.move == kUnit) return !a.label.empty();
      return a.move == kBegin && goes_on;
    };
    // Nearly always the best of all actions is valid.
    const size_t top = network().kernels().argmax(scores, network().actions());
    if (valid(top)) return static_cast<int32_t>(top);
    int32_t best = recogniser.out_;
    for (size_t i = 0; i < network().actions(); ++i)
      if (valid(i) && (scores[i] > scores[best] || (scores[i] == scores[best] && std::cmp_less(i, best))))
        best = static_cast<int32_t>(i);
    return best;
  }

  void begin(size_t token, int32_t action) {
    open = action;
    open_at = token;
    const float* first = row(token);
    network().contributions(1, &first, 1, scratch.start.data());
  }

  // Writes the entity [from, to].
  void close(size_t from, size_t to, const std::string& label, int32_t first, std::vector<EntitySpan>& entities) {
    for (size_t i = from; i <= to; ++i) {
      tokens[i].iob = i == from ? Iob::kBegin : Iob::kInside;
      tokens[i].entity = label;
    }
    entities.push_back({first + static_cast<int32_t>(from), first + static_cast<int32_t>(to) + 1, label});
    open = -1;
  }
};

void EntityRecogniser::recognise(const float* projected, std::span<const uint8_t> space, std::span<Token> tokens,
                                 int32_t first, std::vector<EntitySpan>& entities, EntityScratch& scratch) const {
  if (tokens.empty()) return;
  EntityRun run{*this, projected, space, tokens, *scratch.state};
  run.start();
  for (size_t i = 0; i < tokens.size(); ++i) {
    run.score(i);
    const bool goes_on = i + 1 < tokens.size() && !tokens[i + 1].sentence_start;
    const int32_t best = run.best_action(i, goes_on);
    const TransitionAction& action = actions_[static_cast<size_t>(best)];
    switch (action.move) {
      case kBegin:
        run.begin(i, best);
        break;
      case kLast:
        run.close(run.open_at, i, action.label, first, entities);
        break;
      case kUnit:
        run.close(i, i, action.label, first, entities);
        break;
      default:
        break;
    }
  }
}

}  // namespace sumario::nlp
