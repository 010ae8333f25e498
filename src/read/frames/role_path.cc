#include "read/frames/role_path.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace sumario::read {
namespace {

std::optional<Relation> relation_named(std::string_view word) {
  static constexpr std::array<std::pair<std::string_view, Relation>, 11> kWords = {
      {{"appos", Relation::kApposition},
       {"subject", Relation::kSubject},
       {"object", Relation::kObject},
       {"recipient", Relation::kRecipient},
       {"complement", Relation::kComplement},
       {"clause", Relation::kClause},
       {"poss", Relation::kPossessive},
       {"compound", Relation::kCompound},
       {"modifier", Relation::kModifier},
       {"adverbial", Relation::kAdverbial},
       {"auxiliary", Relation::kAuxiliary}}};
  for (auto [name, relation] : kWords)
    if (name == word) return relation;
  return std::nullopt;
}

bool is_word(char c) { return (c >= 'a' && c <= 'z') || c == '_' || c == '-'; }

class PathParser {
 public:
  explicit PathParser(std::string_view text) : text_(text) {}

  Result<std::vector<RolePath>> parse() {
    std::vector<RolePath> paths(1);
    for (skip(); at_ < text_.size(); skip()) {
      if (text_[at_] == '|') {
        ++at_;
        if (paths.back().empty()) return bad("a path before '|'");
        paths.emplace_back();
        continue;
      }
      auto step = parse_step();
      if (!step) return tl::unexpected(step.error());
      paths.back().push_back(std::move(*step));
    }
    if (paths.back().empty()) return bad("a path");
    return paths;
  }

 private:
  tl::unexpected<Error> bad(std::string_view wanted) const {
    return fail(ErrorCode::kDamaged, fmt::format("\"{}\": {} is wanted at column {}", text_, wanted, at_ + 1));
  }
  void skip() {
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
  }
  std::string word() {
    size_t start = at_;
    while (at_ < text_.size() && is_word(text_[at_])) ++at_;
    std::string found(text_.substr(start, at_ - start));
    std::replace(found.begin(), found.end(), '_', ' ');  // "out_of"
    return found;
  }

  Result<PathStep> parse_step() {
    PathStep step;
    std::string name = word();
    if (name.empty()) return bad("a relation or a preposition");
    if (name == "predicate")
      step.itself = true;
    else if (auto relation = relation_named(name))
      step.relation = *relation;
    else
      step.preposition = name;
    if (at_ >= text_.size() || text_[at_] != '(') return step;
    do {
      ++at_;
      skip();
      step.lemmas.push_back(word());
      if (step.lemmas.back().empty()) return bad("a word");
      skip();
    } while (at_ < text_.size() && text_[at_] == ',');
    if (at_ >= text_.size() || text_[at_] != ')') return bad("')'");
    ++at_;
    return step;
  }

  std::string_view text_;
  size_t at_ = 0;
};

bool is_one_of(const Tree& tree, int token, const std::vector<std::string>& lemmas) {
  return lemmas.empty() || std::find(lemmas.begin(), lemmas.end(), tree.lemma(token)) != lemmas.end() ||
         std::find(lemmas.begin(), lemmas.end(), tree.lemma(counted(tree, token))) != lemmas.end();
}

bool fits(const Tree& tree, const Argument& argument, const PathStep& step) {
  if (step.itself || argument.relation != step.relation) return false;
  if (step.relation == Relation::kPreposition && argument.preposition != step.preposition) return false;
  return is_one_of(tree, argument.head, step.lemmas);
}

}  // namespace

Result<std::vector<RolePath>> parse_role_paths(std::string_view text) { return PathParser(text).parse(); }

std::vector<Argument> follow(const Tree& tree, const Proposition& from, const RolePath& path) {
  std::vector<Argument> reached;
  for (size_t i = 0; i < path.size(); ++i) {
    std::vector<Argument> next;
    auto step_from = [&](const Proposition& at) {
      if (path[i].itself && is_one_of(tree, at.predicate, path[i].lemmas))
        next.push_back({Relation::kObject, {}, at.predicate, -1, false});
      for (const Argument& a : at.arguments)
        if (fits(tree, a, path[i])) next.push_back(a);
    };
    if (i == 0) step_from(from);
    for (const Argument& a : reached)
      for (int head : coordinated(tree, a.head, a.predicate)) step_from(proposition_at(tree, head));
    reached = std::move(next);
    if (reached.empty()) break;
  }
  return reached;
}

}  // namespace sumario::read
