#include "read/frames/phrase.h"

#include <algorithm>

#include "read/syntax/proposition.h"

namespace sumario::read {
namespace {

using nlp::Pos;

bool is_edge(const Tree& tree, int i) {
  return tree.pos(i) == Pos::kPunct || tree.pos(i) == Pos::kSpace || tree.tag(i) == "CC" || tree.tag(i) == "POS";
}

bool opens_a_clause(Dep dep) {
  return dep == Dep::kRelcl || dep == Dep::kAdvcl || dep == Dep::kParataxis || dep == Dep::kCc || dep == Dep::kPunct;
}

TokenSpan trim(const Tree& tree, TokenSpan span) {
  while (span.size() > 1 && is_edge(tree, span.end - 1)) --span.end;
  while (span.size() > 1 && is_edge(tree, span.begin)) ++span.begin;
  return span;
}

bool is_name_of_somebody(const Scene& scene, int head) {
  int m = scene.cast.mention_of_head[static_cast<size_t>(head)];
  return m >= 0 && scene.cast.mentions[static_cast<size_t>(m)].form == MentionForm::kName;
}

DraftFiller filler(const Scene& scene, int head) {
  const Tree& tree = scene.tree;
  if (int m = scene.cast.mention_of_head[static_cast<size_t>(head)]; m >= 0) {
    const CastMention& mention = scene.cast.mentions[static_cast<size_t>(m)];
    return {head, tree.bytes(mention.span), mention.plural ? -1 : mention.entity};
  }
  return {head, tree.bytes(whole_phrase(tree, head)), -1};
}

}  // namespace

TokenSpan words_of_phrase(const Tree& tree, int head) {
  TokenSpan span = tree.subtree(head);
  for (int c : tree.children(head)) {
    if (c > head && opens_a_clause(tree.dep(c)) && tree.dep(c) != Dep::kCc && tree.dep(c) != Dep::kPunct)
      span.end = std::min(span.end, tree.subtree(c).begin);
    if (c < head && tree.dep(c) == Dep::kMark && tree.subtree(c).begin == span.begin) span.begin = tree.subtree(c).end;
  }
  return trim(tree, span.end > head ? span : TokenSpan{span.begin, head + 1});
}

TokenSpan words_of_deed(const Tree& tree, int verb) {
  TokenSpan span = words_of_phrase(tree, verb);
  int subject = tree.child(verb, Dep::kNsubj);
  if (subject < 0) subject = tree.child(verb, Dep::kNsubjpass);
  if (subject >= 0 && subject < verb) span.begin = std::max(span.begin, tree.subtree(subject).begin);
  for (int c : tree.children(verb))
    if (c > verb && tree.dep(c) == Dep::kConj && tree.is_verbal(c)) {
      int end = tree.subtree(c).begin;
      while (end - 1 > verb && (tree.dep(end - 1) == Dep::kCc || tree.dep(end - 1) == Dep::kPreconj)) --end;
      span.end = std::min(span.end, end);
    }
  return trim(tree, span);
}

TokenSpan whole_phrase(const Tree& tree, int head) {
  TokenSpan span{head, head + 1};
  for (int c : tree.children(head)) {
    Dep dep = tree.dep(c);
    if (c < head && dep != Dep::kPunct && dep != Dep::kPrep && dep != Dep::kCc && dep != Dep::kPreconj &&
        !opens_a_clause(dep))
      span.begin = std::min(span.begin, tree.subtree(c).begin);
    if (c > head && dep == Dep::kPrep && tree.lower(c) == "of" && c <= span.end) {
      TokenSpan of = tree.subtree(c);
      for (int o : tree.children(c))
        if (tree.dep(o) == Dep::kPobj) of.end = std::max(c + 1, whole_phrase(tree, o).end);
      span.end = std::max(span.end, of.end);
    }
  }
  return trim(tree, span);
}

namespace {

// "Convicted bomber Pavel Novak": the name that the noun stands before as its description; -1 if none.
int described_name(const Scene& scene, int noun) {
  const Tree& tree = scene.tree;
  if (tree.tag(noun) != "NN" || tree.dep(noun) != Dep::kCompound) return -1;
  int name = tree.head(noun), m = scene.cast.mention_of_head[static_cast<size_t>(name)];
  if (m < 0 || !is_name_of_somebody(scene, name)) return -1;
  const CastMention& mention = scene.cast.mentions[static_cast<size_t>(m)];
  return mention.kind == EntityKind::kPerson && mention.span.contains(noun + 1) ? name : -1;
}

}  // namespace

DraftFiller person_at(const Scene& scene, int head) {
  int named = head;
  if (int name = described_name(scene, head); name >= 0)
    named = name;
  else if (!is_name_of_somebody(scene, head))
    for (int c : scene.tree.children(head))
      if (scene.tree.dep(c) == Dep::kAppos && is_name_of_somebody(scene, c) && scene.cast.entity_of_head(c) >= 0)
        named = c;
  return filler(scene, named);
}

namespace {

// Whether the phrase is the written subject before a verb that agrees with a single person: "was", "is", "has".
bool is_subject_of_one(const Tree& tree, int head, int predicate) {
  if ((tree.dep(head) != Dep::kNsubj && tree.dep(head) != Dep::kNsubjpass) || tree.head(head) != predicate ||
      head > predicate)
    return false;
  int finite = predicate;
  for (int c : tree.children(predicate))
    if ((tree.dep(c) == Dep::kAux || tree.dep(c) == Dep::kAuxpass) && c > head) {
      finite = c;
      break;
    }
  return tree.token(finite).morph.find("Number=Sing") != std::string_view::npos;
}

}  // namespace

std::vector<DraftFiller> people_of(const Scene& scene, int head, int predicate) {
  std::vector<int> heads = coordinated(scene.tree, head, predicate);
  // "… before Justice Dina Ray and Novak was convicted": one was, and it is the one beside the verb.
  if (heads.size() > 1 && is_subject_of_one(scene.tree, head, predicate)) heads = {heads.back()};
  std::vector<DraftFiller> found;
  for (int h : heads) found.push_back(person_at(scene, h));
  return found;
}

bool is_somebody(const Scene& scene, const Lexicon& people, int head) {
  const Tree& tree = scene.tree;
  if (int m = scene.cast.mention_of_head[static_cast<size_t>(head)]; m >= 0) {
    EntityKind kind = scene.cast.mentions[static_cast<size_t>(m)].kind;
    if (kind == EntityKind::kPerson || kind == EntityKind::kOrganisation || kind == EntityKind::kGroup) return true;
    if (scene.cast.mentions[static_cast<size_t>(m)].form == MentionForm::kName) return false;
  }
  if (tree.pos(head) == Pos::kPron) return false;  // those of people are mentions
  if (people.has(tree.lemma(head)) || tree.token(head).entity == "PERSON") return true;
  return tree.pos(head) == Pos::kPropn &&
         std::any_of(tree.children(head).begin(), tree.children(head).end(), [&](int c) {
           return tree.dep(c) == Dep::kAppos && people.has(tree.lemma(c));  // "Tyagi, a commissioner"
         });
}

bool is_many(const Scene& scene, int head) {
  const Tree& tree = scene.tree;
  if (int m = scene.cast.mention_of_head[static_cast<size_t>(head)]; m >= 0) {
    const CastMention& mention = scene.cast.mentions[static_cast<size_t>(m)];
    if (mention.form == MentionForm::kName && mention.kind != EntityKind::kOther) return false;
  }
  return tree.tag(head) == "NNS" || tree.tag(head) == "NNPS" || tree.tag(head) == "CD" || tree.lower(head) == "those" ||
         tree.has_child(head, Dep::kNummod);
}

bool bears_a_name(const Scene& scene, int noun) {
  for (int c : scene.tree.children(noun)) {
    int m = scene.cast.mention_of_head[static_cast<size_t>(c)];
    if (scene.tree.dep(c) == Dep::kCompound && m >= 0 &&
        scene.cast.mentions[static_cast<size_t>(m)].kind == EntityKind::kPerson)
      return true;
  }
  return false;
}

bool is_under_a_plan(const Tree& tree, const MoodReader& moods, int noun) {
  const int verb = tree.dep(noun) == Dep::kDobj ? tree.head(noun) : -1;
  return verb >= 0 && is_infinitive(tree, verb) && moods.read(tree, verb).modality == Modality::kPlanned;
}

bool points_back(const Tree& tree, int noun) {
  for (int c : tree.children(noun))
    if (tree.dep(c) == Dep::kDet)
      return tree.lower(c) == "the" || tree.lower(c) == "this" || tree.lower(c) == "these" || tree.lower(c) == "that" ||
             tree.lower(c) == "those";
  return false;
}

}  // namespace sumario::read
