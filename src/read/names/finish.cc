#include <algorithm>
#include <string>
#include <unordered_map>

#include "read/names/gather.h"

namespace sumario::read {
namespace {

// The form to show: the longest, in mixed case where the text has one, the first where several are as long.
bool better_name(std::string_view a, std::string_view than) {
  bool loud_a = is_upper_case(a) && a.find(' ') != a.npos, loud_b = is_upper_case(than) && than.find(' ') != than.npos;
  if (loud_a != loud_b) return loud_b;
  return a.size() > than.size();
}

// Words with single spaces, whatever lies between them in the text.
std::string plain_words(const Tree& tree, TokenSpan span) {
  std::string text;
  for (int i = span.begin; i < span.end; ++i) {
    if (tree.pos(i) == nlp::Pos::kSpace) continue;
    text += tree.words(i);
    if (i + 1 < span.end && (tree.token(i).space_after || broken_between(tree, i, i + 1))) text += ' ';
  }
  return text;
}

}  // namespace

void finish_entities(CastDraft& draft) {
  std::vector<int> number(draft.entities.size(), -1);
  std::vector<CastEntity> entities;
  for (size_t m = 0; m < draft.mentions.size(); ++m) {
    int& e = draft.mentions[m].entity;
    if (e < 0) continue;
    int& place = number[static_cast<size_t>(e)];
    if (place < 0) {
      place = static_cast<int>(entities.size());
      entities.push_back(draft.entity(e));
      entities.back().mentions.clear();
    }
    e = place;
    CastEntity& entity = entities[static_cast<size_t>(e)];
    entity.mentions.push_back(static_cast<int>(m));
    if (draft.mentions[m].form != MentionForm::kName) continue;
    std::string words = plain_words(draft.tree, draft.mentions[m].span);
    if (entity.name.empty()) {
      entity.name = words;
    } else if (better_name(words, entity.name)) {
      entity.also.push_back(std::exchange(entity.name, words));
    } else if (words != entity.name) {
      entity.also.push_back(words);
    }
  }
  for (CastEntity& entity : entities) {
    std::sort(entity.also.begin(), entity.also.end());
    entity.also.erase(std::unique(entity.also.begin(), entity.also.end()), entity.also.end());
    std::erase(entity.also, entity.name);
  }
  draft.entities = std::move(entities);
}

}  // namespace sumario::read
