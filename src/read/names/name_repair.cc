// The second look at names: what the other mentions of the document teach about labels and left-out names.
#include <algorithm>
#include <string>
#include <unordered_map>

#include "read/names/name_spans.h"

namespace sumario::read {
namespace {

using nlp::Pos;

struct Votes {
  int full_person = 0;  // stands as the last word of a full name of a person, or alone behind a title
  int first_name = 0;   // stands as the first word of a full name of a person
  int person = 0, place = 0, other = 0;
  int located = 0;  // labelled a place and standing where places stand ("in X")
};

std::string joined(const std::vector<std::string>& key) {
  std::string text;
  for (const auto& word : key) text += (text.empty() ? "" : " ") + word;
  return text;
}

class Repair {
 public:
  explicit Repair(CastDraft& draft) : draft_(draft), tree_(draft.tree), known_(draft.known) {}

  void run() {
    count();
    for (size_t m = 0; m < draft_.mentions.size(); ++m) vote(static_cast<int>(m));
    votes_.clear();
    count();
    for (int i = 0; i < tree_.size(); ++i) {
      if (draft_.name_over(i) < 0) left_out(i);
      if (draft_.name_over(i) < 0) known_name(i);
    }
    sort_by_place(draft_);
  }

 private:
  void count() {
    for (size_t m = 0; m < draft_.mentions.size(); ++m) {
      const CastMention& mention = draft_.mentions[m];
      const MentionNotes& note = draft_.notes[m];
      Votes& whole = votes_[joined(note.key)];
      whole.person += mention.kind == EntityKind::kPerson;
      whole.place += mention.kind == EntityKind::kPlace;
      whole.located += mention.kind == EntityKind::kPlace && located(mention.head);
      whole.other += mention.kind != EntityKind::kPerson && mention.kind != EntityKind::kPlace;
      if (mention.kind == EntityKind::kOrganisation || mention.kind == EntityKind::kPlace) remember(mention);
      if (mention.kind != EntityKind::kPerson) continue;
      if (note.key.size() > 1) {
        whole.full_person += 1;
        votes_[note.key.back()].full_person += 1;
        votes_[note.key.front()].first_name += 1;
      } else if (note.sure_person) {
        whole.full_person += 1;
      }
    }
  }

  void remember(const CastMention& mention) {
    exact_.emplace(tree_.words(mention.span), mention.kind);
    std::string initials;
    for (int i = mention.span.begin; i < mention.span.end; ++i)
      if (is_capitalised(tree_.words(i))) initials += tree_.words(i)[0];
    if (mention.kind == EntityKind::kOrganisation && initials.size() >= 3) exact_.emplace(initials, mention.kind);
  }

  // Behind a preposition of place, or after a comma inside such a phrase ("in Moscow, Idaho").
  bool located(int head) const {
    Dep dep = tree_.dep(head);
    if (dep == Dep::kAppos || dep == Dep::kNpadvmod) return true;
    if (dep != Dep::kPobj) return false;
    std::string_view preposition = tree_.lower(tree_.head(head));
    return preposition != "by" && preposition != "with" && preposition != "for" && preposition != "of";
  }

  bool fixed(int m) const {
    const CastMention& mention = draft_.mention(m);
    if (mention.kind == EntityKind::kLaw || draft_.note(m).modifier || draft_.note(m).sure_person) return true;
    std::string_view words = tree_.words(mention.span);
    if (!known_.country_of(words).empty()) return true;
    auto* body = known_.bodies.find(tree_.lower(mention.span.end - 1));
    return body != nullptr && mention.span.size() > 1;
  }

  void vote(int m) {
    if (fixed(m)) return;
    CastMention& mention = draft_.mention(m);
    const Votes& votes = votes_[joined(draft_.note(m).key)];
    if (mention.kind != EntityKind::kPerson) {
      bool outvoted = mention.kind == EntityKind::kPlace ? votes.full_person + votes.person > votes.located * 2
                                                         : votes.full_person > 0 || votes.person > votes.other;
      if (votes.full_person + votes.person > 0 && outvoted) mention.kind = EntityKind::kPerson;
    } else if (draft_.note(m).key.size() == 1 && votes.full_person == 0 && votes.first_name == 0) {
      if (votes.place > votes.person && votes.place >= votes.other)
        mention.kind = EntityKind::kPlace;
      else if (votes.other > votes.person)
        mention.kind = EntityKind::kOrganisation;
    }
  }

  // A known surname without a label, with the first names before it.
  void left_out(int i) {
    std::string_view word = tree_.words(i);
    if (!is_capitalised(word) || tree_.pos(i) == Pos::kPunct || known_.kinship.has(tree_.lower(i))) return;
    std::string lower = lower_case(word);
    std::erase(lower, '.');
    auto votes = votes_.find(lower);
    if (votes == votes_.end() || votes->second.full_person == 0) return;
    bool plural_form = tree_.tag(i) == "NNS" && !tree_.token(i).entity.empty();  // "Ramos", "Barrios" as a common noun
    bool proper = tree_.pos(i) == Pos::kPropn || is_upper_case(word) || plural_form;
    if (!proper || known_.offices.has(lower) || !known_.country_of(word).empty()) return;
    if (votes->second.located * 2 + votes->second.other > votes->second.person + votes->second.full_person) return;
    // "the Trump Organization" is no person: a capitalised noun for bodies follows.
    if (i + 1 < tree_.size() && is_capitalised(tree_.words(i + 1)) && known_.bodies.has(tree_.lower(i + 1)) &&
        !broken_between(tree_, i, i + 1))
      return;
    TokenSpan span{i, i + 1};
    while (span.begin > 0 && !broken_between(tree_, span.begin - 1, span.begin) && first_name(span.begin - 1) &&
           tree_.sentence_of(span.begin - 1) == tree_.sentence_of(i))
      --span.begin;
    add(span, EntityKind::kPerson);
  }

  // A body or place named elsewhere under the very same words, or by the initials of its name.
  void known_name(int i) {
    if (tree_.pos(i) != Pos::kPropn || !is_capitalised(tree_.words(i))) return;
    std::string text;
    for (int end = i; end < std::min(tree_.size(), i + 5); ++end) {
      if (draft_.name_over(end) >= 0 || (end > i && broken_between(tree_, end - 1, end))) return;
      text += (end > i ? " " : "") + std::string(tree_.words(end));
      auto known = exact_.find(text);
      if (known == exact_.end()) continue;
      if (end + 1 < tree_.size() && tree_.pos(end + 1) == Pos::kPropn && draft_.name_over(end + 1) < 0 &&
          exact_.contains(text + " " + std::string(tree_.words(end + 1))))
        continue;
      add({i, end + 1}, known->second);
      return;
    }
  }

  void add(TokenSpan span, EntityKind kind) {
    CastMention mention;
    mention.span = span, mention.kind = kind, mention.head = head_of(tree_, span);
    MentionNotes note;
    note.key = name_key(tree_, known_, span);
    if (note.key.empty()) return;
    int m = draft_.add(mention, std::move(note));
    for (int k = span.begin; k < span.end; ++k) draft_.name_at[static_cast<size_t>(k)] = m;
  }

  bool first_name(int i) const {
    if (draft_.name_over(i) >= 0 || tree_.pos(i) != Pos::kPropn || !is_capitalised(tree_.words(i))) return false;
    auto votes = votes_.find(lower_case(tree_.words(i)));
    return votes != votes_.end() && votes->second.first_name > 0;
  }

  CastDraft& draft_;
  const Tree& tree_;
  const NameKnowledge& known_;
  std::unordered_map<std::string, Votes> votes_;
  std::unordered_map<std::string, EntityKind> exact_;  // bodies and places by their words as written
};

}  // namespace

void repair_names(CastDraft& draft) { Repair(draft).run(); }

}  // namespace sumario::read
