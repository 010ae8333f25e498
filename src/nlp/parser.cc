#include "nlp/parser.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "nlp/parser_state.h"

namespace sumario::nlp {
namespace {

enum Move : int { kShift, kReduce, kLeft, kRight, kBreak, kMoves };
constexpr size_t kFeatures = 8;
constexpr std::string_view kDecoration = "||";
// Contributions of tokens are computed this many tokens at a time when the buffer comes to them, and kept for as many
// tokens as nearly fit the second-level cache; what is needed later still (deep in the stack) is computed again.
constexpr size_t kAhead = 32;
constexpr size_t kKept = 256;

}  // namespace

struct ParserScratch::State {
  ParserState parser;
  FloatBuffer kept;            // contributions of the tokens met lately
  std::vector<int32_t> keeps;  // the token of each row of `kept`
  FloatBuffer apart;           // contributions of tokens no longer kept, by feature
  FloatBuffer hidden, scores;
};

ParserScratch::ParserScratch() : state(std::make_unique<State>()) {}
ParserScratch::~ParserScratch() = default;
ParserScratch::ParserScratch(ParserScratch&&) noexcept = default;
ParserScratch& ParserScratch::operator=(ParserScratch&&) noexcept = default;

int32_t Parser::label_number(std::string_view name) {
  const auto known = std::ranges::find(labels_, name);
  if (known != labels_.end()) return static_cast<int32_t>(known - labels_.begin());
  labels_.emplace_back(name);
  return static_cast<int32_t>(labels_.size() - 1);
}

Result<void> Parser::set_actions(const std::vector<TransitionAction>& actions, const std::string& file) {
  if (actions.size() != network_.actions())
    return fail(ErrorCode::kDamaged, fmt::format("{}: moves: {} actions where the network scores {}", file,
                                                 actions.size(), network_.actions()));
  int32_t first[kMoves], end[kMoves];
  std::ranges::fill(first, -1);
  std::ranges::fill(end, -1);
  for (size_t i = 0; i < actions.size(); ++i) {
    const TransitionAction& action = actions[i];
    if (action.label == "subtok")
      return fail(ErrorCode::kUnsupported, file + ": parsers that join tokens (label subtok) are not supported");
    const auto index = static_cast<int32_t>(i);
    const auto move = static_cast<size_t>(action.move);
    if (first[move] < 0) {
      first[move] = index;
    } else if (end[move] != index) {
      return fail(ErrorCode::kUnsupported, file + ": labels with negative frequencies are not supported");
    }
    end[move] = index + 1;
    action_label_.push_back(label_number(action.label));
  }
  const auto lone = [&](Move move) { return first[move] >= 0 && end[move] == first[move] + 1; };
  if (!lone(kShift) || !lone(kReduce) || (first[kBreak] >= 0 && !lone(kBreak)))
    return fail(ErrorCode::kDamaged, file + ": moves: SHIFT, REDUCE and BREAK need exactly one action each");
  moves_ = {first[kShift],           first[kReduce],
            first[kBreak],           std::max(first[kLeft], 0),
            std::max(end[kLeft], 0), std::max(first[kRight], 0),
            std::max(end[kRight], 0)};
  root_ = label_number("ROOT");
  for (size_t i = 0; i < labels_.size(); ++i) {
    const std::string label = labels_[i];
    const size_t bar = label.find(kDecoration);
    DependencyTree::Decoration decoration{static_cast<int32_t>(i), DependencyTree::kNoLabel};
    if (bar != std::string::npos)
      decoration = {label_number(label.substr(0, bar)), label_number(label.substr(bar + kDecoration.size()))};
    decorations_.push_back(decoration);
  }
  return {};
}

Result<Parser> Parser::load(const ModelWeights& weights, std::string_view moves, const std::string& moves_file,
                            size_t input, const Kernels& kernels) {
  auto network = TransitionNetwork::load(weights, kFeatures, input, kernels);
  if (!network) return tl::unexpected(network.error());
  auto actions = read_actions(moves, moves_file, {.moves = kMoves, .without_units = {}, .never_labelled = {}});
  if (!actions) return tl::unexpected(actions.error());
  Parser parser(std::move(*network));
  if (auto set = parser.set_actions(*actions, moves_file); !set) return tl::unexpected(set.error());
  return parser;
}

// One text on its way through the parser.
struct ParserRun {
  const Parser& parser;
  const float* projected;
  ParserScratch::State& scratch;
  size_t size;
  size_t computed = 0;  // tokens [0, computed) have been computed at some time

  const TransitionNetwork& network() const { return parser.network_; }
  size_t row_size() const { return network().all_contributions_size(); }
  static size_t slot(int32_t token) { return static_cast<size_t>(token) % kKept; }

  void start() {
    scratch.parser.reset(size);
    scratch.keeps.assign(kKept, -1);
    scratch.kept.require(kKept * row_size());
    scratch.apart.require(network().features() * network().contribution_size());
    scratch.hidden.require(network().state_size());
    scratch.scores.require(network().score_size());
  }

  // Computes all contributions of the next tokens. kKept is a multiple of kAhead, so no stretch wraps around.
  void compute_ahead() {
    const size_t count = std::min(kAhead, size - computed);
    const float* rows[kAhead];
    for (size_t i = 0; i < count; ++i) {
      rows[i] = projected + (computed + i) * network().projected_size();
      scratch.keeps[(computed + i) % kKept] = static_cast<int32_t>(computed + i);
    }
    network().all_contributions(rows, count, scratch.kept.data() + computed % kKept * row_size());
    computed += count;
  }

  const float* contribution(int32_t token, size_t feature) {
    if (token < 0) return network().absent(feature);
    if (scratch.keeps[slot(token)] == token)
      return scratch.kept.data() + slot(token) * row_size() + network().all_contributions_at(feature);
    const float* row = projected + static_cast<size_t>(token) * network().projected_size();
    float* apart = scratch.apart.data() + feature * network().contribution_size();
    network().contributions(feature, &row, 1, apart);
    return apart;
  }

  void score() {
    const std::array<int32_t, kFeatures> tokens = scratch.parser.features();
    const float* parts[kFeatures];
    while (std::cmp_less_equal(computed, std::max(tokens[0], tokens[1]))) compute_ahead();
    for (size_t f = 0; f < kFeatures; ++f) parts[f] = contribution(tokens[f], f);
    network().score(parts, scratch.hidden.data(), scratch.scores.data());
  }

  // Takes the valid action of the highest score, the first of equals.
  void act() {
    ParserState& state = scratch.parser;
    const float* scores = scratch.scores.data();
    const Parser::Moves& moves = parser.moves_;
    int32_t best = -1;
    const auto consider = [&](int32_t begin, int32_t end) {
      if (begin >= end) return;
      const size_t top = network().kernels().argmax(scores + begin, static_cast<size_t>(end - begin));
      const int32_t index = begin + static_cast<int32_t>(top);
      if (best < 0 || scores[index] > scores[best]) best = index;
    };
    if (state.can_shift()) consider(moves.shift, moves.shift + 1);
    if (state.can_reduce()) consider(moves.reduce, moves.reduce + 1);
    if (state.can_attach()) {
      consider(moves.left, moves.left_end);
      consider(moves.right, moves.right_end);
    }
    if (moves.break_ >= 0 && state.can_break()) consider(moves.break_, moves.break_ + 1);
    if (best < 0) return state.force_final();
    if (best == moves.shift) return state.shift();
    if (best == moves.reduce) return state.reduce();
    if (best == moves.break_) return state.break_sentence();
    const int32_t label = parser.action_label_[static_cast<size_t>(best)];
    if (best >= moves.left && best < moves.left_end) return state.attach_left(label);
    state.attach_right(label);
  }
};

void Parser::parse(const float* projected, std::span<const uint8_t> space, std::span<Token> tokens, int32_t first,
                   ParserScratch& scratch) const {
  if (tokens.empty()) return;
  ParserRun run{*this, projected, *scratch.state, tokens.size()};
  run.start();
  ParserState& state = scratch.state->parser;
  while (!state.is_final()) {
    run.score();
    run.act();
  }
  DependencyTree& tree = state.tree;
  std::ranges::copy(space, tree.space.begin());
  tree.finish(decorations_, root_);
  for (size_t i = 0; i < tokens.size(); ++i) {
    tokens[i].head = first + tree.head[i];
    tokens[i].dep = labels_[static_cast<size_t>(tree.label[i])];
    tokens[i].sentence_start = tree.starts_sentence[i] != 0;
  }
}

}  // namespace sumario::nlp
