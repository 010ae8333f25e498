#include "read/names/draft.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace sumario::read {

int head_of(const Tree& tree, TokenSpan span) {
  for (int i = span.end - 1; i >= span.begin; --i)
    if (tree.is_root(i) || !span.contains(tree.head(i))) return i;
  return span.end - 1;
}

int name_beside(const CastDraft& draft, int head, int noun) {
  int nearest = head;
  for (int steps = 0, at = head; steps < 8; ++steps) {
    int next = -1;
    for (int child : draft.tree.children(at))
      if (draft.tree.dep(child) == Dep::kConj && child > at && child < noun && draft.name_over(child) >= 0)
        next = child;
    if (next < 0) break;
    nearest = at = next;
  }
  return nearest;
}

bool broken_between(const Tree& tree, int left, int right) {
  if (right >= tree.size()) return false;  // nothing stands behind the last token
  uint32_t from = tree.token(left).range.end, to = tree.token(right).range.start;
  return to > from + 1 || tree.pos(left) == nlp::Pos::kSpace || tree.pos(right) == nlp::Pos::kSpace;
}

void sort_by_place(CastDraft& draft) {
  std::vector<int> order(draft.mentions.size());
  std::iota(order.begin(), order.end(), 0);
  std::sort(order.begin(), order.end(), [&](int a, int b) {
    TokenSpan x = draft.mention(a).span, y = draft.mention(b).span;
    return std::tuple(x.begin, -x.end, a) < std::tuple(y.begin, -y.end, b);
  });
  std::vector<CastMention> mentions;
  std::vector<MentionNotes> notes;
  std::vector<int> place(order.size());
  for (size_t i = 0; i < order.size(); ++i) {
    mentions.push_back(draft.mention(order[i]));
    notes.push_back(std::move(draft.note(order[i])));
    place[static_cast<size_t>(order[i])] = static_cast<int>(i);
  }
  draft.mentions = std::move(mentions), draft.notes = std::move(notes);
  for (int& m : draft.name_at)
    if (m >= 0) m = place[static_cast<size_t>(m)];
  for (Title& title : draft.titles) title.mention = place[static_cast<size_t>(title.mention)];
}

std::vector<std::string> name_key(const Tree& tree, const NameKnowledge& known, TokenSpan span) {
  std::vector<std::string> key;
  bool quoted = false;  // a nickname inside the name
  for (int i = span.begin; i < span.end; ++i) {
    if (tree.tag(i) == "``" || tree.tag(i) == "''") quoted = !quoted;
    if (quoted || tree.pos(i) == nlp::Pos::kPunct || tree.pos(i) == nlp::Pos::kSpace) continue;
    std::string word = lower_case(tree.words(i));
    if (auto* kind = known.particles.find(word); kind && *kind == "suffix" && !key.empty()) continue;
    std::erase(word, '.');
    if (!word.empty()) key.push_back(std::move(word));
  }
  return key;
}

}  // namespace sumario::read
