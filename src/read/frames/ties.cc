#include "read/frames/ties.h"

#include <algorithm>
#include <set>
#include <string>
#include <tuple>
#include <utility>

namespace sumario::read {
namespace {

constexpr int kLongestAlias = 8;  // tokens

bool is_quote(const Tree& tree, int i) { return tree.tag(i) == "``" || tree.tag(i) == "''" || tree.words(i) == "\""; }

// The words between the quotation mark at `open` and the next one; empty where the mark opens nothing short.
TokenSpan quoted(const Tree& tree, int open, int limit) {
  limit = std::min(limit, open + 2 + kLongestAlias);
  for (int i = open + 1; i < limit; ++i)
    if (is_quote(tree, i)) {
      TokenSpan inside{open + 1, i};
      while (!inside.empty() && tree.pos(inside.end - 1) == nlp::Pos::kPunct) --inside.end;  // “Smalls,”
      return inside;
    }
  return {};
}

const CastMention* mention_over(const Scene& scene, int token) {
  int m = scene.cast.mention_of_token[static_cast<size_t>(token)];
  return m < 0 ? nullptr : &scene.cast.mentions[static_cast<size_t>(m)];
}

const CastMention* body_at(const Scene& scene, int head) {
  int m = scene.cast.mention_of_head[static_cast<size_t>(head)];
  if (m < 0) return nullptr;
  const CastMention& mention = scene.cast.mentions[static_cast<size_t>(m)];
  return mention.kind == EntityKind::kOrganisation && mention.form == MentionForm::kName ? &mention : nullptr;
}

TokenSpan hull(TokenSpan a, TokenSpan b) { return {std::min(a.begin, b.begin), std::max(a.end, b.end)}; }

Draft tie(const Scene& scene, const CastMention& person, std::string type, TokenSpan object) {
  Draft draft;
  draft.kind = ClaimKind::kRelation;
  draft.type = std::move(type);
  draft.rule = "relation/name";
  draft.predicate = person.head;
  draft.confidence = 0.9;
  draft.evidence = scene.tree.bytes(hull(person.span, object));
  draft.roles["subject"] = {{person.head, scene.tree.bytes(person.span), person.entity}};
  const CastMention* named = mention_over(scene, object.end - 1);
  int entity = named && named->span == object && named->entity != person.entity ? named->entity : -1;
  draft.roles["object"] = {{object.end - 1, scene.tree.bytes(object), entity}};
  return draft;
}

}  // namespace

Result<Ties> Ties::load(const std::filesystem::path& knowledge) {
  auto aliases = Lexicon::load(knowledge / "lexicons/alias_marks.txt");
  if (!aliases) return tl::unexpected(aliases.error());
  auto parties = Lexicon::load(knowledge / "lexicons/party_words.txt");
  if (!parties) return tl::unexpected(parties.error());
  return Ties(std::move(*aliases), std::move(*parties));
}

TokenSpan Ties::nickname(const Scene& scene, const CastMention& person) const {
  for (int i = person.span.begin + 1; i + 2 < person.span.end; ++i)
    if (is_quote(scene.tree, i)) return quoted(scene.tree, i, person.span.end);
  return {};
}

TokenSpan Ties::alias(const Scene& scene, const CastMention& person) const {
  const Tree& tree = scene.tree;
  const int limit = tree.sentence(tree.sentence_of(person.head)).end;
  int i = person.span.end;
  while (i < limit && (tree.words(i) == "," || tree.words(i) == "(")) ++i;
  Lexicon::Match mark = i < limit ? aliases_.match(tree, i, limit) : Lexicon::Match{};
  if (mark.length == 0 || i + mark.length >= limit) return {};
  i += mark.length;
  if (is_quote(tree, i)) return quoted(tree, i, limit);
  const CastMention* name = mention_over(scene, i);
  return name && name->span.begin == i && name->form == MentionForm::kName ? name->span : TokenSpan{};
}

TokenSpan Ties::party(const Scene& scene, const CastMention& person) const {
  const Tree& tree = scene.tree;
  for (int c : tree.children(person.head))
    if (c < person.span.begin && parties_.has(tree.lower(c)) && parties_.find(tree.lower(c))->empty())
      return {c, c + 1};
  const int limit = tree.sentence(tree.sentence_of(person.head)).end;
  int i = person.span.end;
  if (i + 1 >= limit || (tree.words(i) != "(" && tree.words(i) != ",")) return {};
  const bool bracket = tree.words(i++) == "(";
  std::string_view word = tree.lower(i);
  size_t hyphen = word.find('-');
  const std::string* value = parties_.find(word.substr(0, hyphen));
  if (!value || *value != "mark" || tree.words(i) == tree.lower(i)) return {};
  if (hyphen == word.npos && (i + 1 >= limit || tree.words(i + 1) != "-")) return {};
  int end = i + (hyphen == word.npos ? std::min(3, limit - i) : 1);
  while (end < limit && end < i + 4 && tree.words(end) == "." && bracket) ++end;
  return {i, end};
}

TokenSpan Ties::body(const Scene& scene, const CastMention& person) const {
  const Tree& tree = scene.tree;
  for (int c : tree.children(person.head))
    if (tree.dep(c) == Dep::kPoss && c < person.span.begin)  // "BBC's Ann Lee"
      if (const CastMention* body = body_at(scene, c); body && body->span.end + 1 == person.span.begin)
        return body->span;
  const int of = person.span.end + 1;
  if (of + 1 >= tree.size() || tree.words(of - 1) != "," || tree.lower(of) != "of" || tree.dep(of) != Dep::kPrep)
    return {};
  int object = tree.child(of, Dep::kPobj);
  const CastMention* body = object < 0 ? nullptr : body_at(scene, object);
  return body ? body->span : TokenSpan{};
}

std::vector<Draft> Ties::at_names(const Scene& scene) const {
  std::vector<Draft> drafts;
  for (const CastMention& person : scene.cast.mentions) {
    if (person.kind != EntityKind::kPerson || person.form != MentionForm::kName || person.entity < 0) continue;
    auto add = [&](std::string type, TokenSpan object) {
      if (!object.empty()) drafts.push_back(tie(scene, person, std::move(type), object));
    };
    add("alias", nickname(scene, person));
    add("alias", alias(scene, person));
    add("member_of", party(scene, person));
    TokenSpan body = this->body(scene, person);
    const std::string* kind = body.empty() ? nullptr : parties_.find(scene.tree.lower(body.end - 1));
    add(kind && *kind == "body" ? "member_of" : "works_for", body);
  }
  return drafts;
}

void tell_ties_once(const Scene& scene, std::vector<Draft>& drafts) {
  std::set<std::tuple<std::string, int, std::string>> told;  // in text order, as the matcher gives them
  std::erase_if(drafts, [&](const Draft& draft) {
    auto subject = draft.roles.find("subject"), object = draft.roles.find("object");
    if (draft.kind != ClaimKind::kRelation || subject == draft.roles.end() || object == draft.roles.end()) return false;
    const DraftFiller &who = subject->second.front(), &whom = object->second.front();
    if (who.entity >= 0 || who.head < 0 || whom.entity < 0) return false;
    return !told.emplace(draft.type, whom.entity, scene.tree.lemma(who.head)).second;
  });
}

}  // namespace sumario::read
