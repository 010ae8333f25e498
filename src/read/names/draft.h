// What the parts of the cast reader hand to one another while they read one document: the mentions found so far, with
// notes that only matter until everybody is known.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "read/names/cast.h"
#include "read/names/knowledge.h"
#include "read/syntax/tree.h"

namespace sumario::read {

// A noun under which an entity was introduced: "minister", "general", "suspect"; the country or body beside it.
struct Description {
  std::string noun;
  std::string country;  // "Mexico"; "" when none was named
  int token = -1;       // where it stands
};

// Beside each mention of the draft, same index.
struct MentionNotes {
  std::optional<Gender> gender;        // told by a courtesy title, a noun or the pronoun itself
  std::vector<std::string> key;        // names: their words in lower case, dots and suffixes left out
  std::vector<Description> described;  // by the words at this very mention
  TokenSpan title;                     // courtesy forms, ranks, offices right before the name
  bool sure_person = false;            // stands behind a title
  bool modifier = false;               // a demonym before a noun ("Mexican" in "Mexican government")
};

struct CastDraft {
  const Tree& tree;
  const NameKnowledge& known;
  std::vector<CastMention> mentions;
  std::vector<MentionNotes> notes;
  std::vector<CastEntity> entities;
  std::vector<Title> titles;  // Title::mention indexes `mentions`
  std::vector<int> name_at;   // per token: the name that covers it, or -1

  CastDraft(const Tree& t, const NameKnowledge& k) : tree(t), known(k), name_at(static_cast<size_t>(t.size()), -1) {}

  CastMention& mention(int m) { return mentions[static_cast<size_t>(m)]; }
  const CastMention& mention(int m) const { return mentions[static_cast<size_t>(m)]; }
  MentionNotes& note(int m) { return notes[static_cast<size_t>(m)]; }
  const MentionNotes& note(int m) const { return notes[static_cast<size_t>(m)]; }
  CastEntity& entity(int e) { return entities[static_cast<size_t>(e)]; }
  const CastEntity& entity(int e) const { return entities[static_cast<size_t>(e)]; }
  int name_over(int token) const { return name_at[static_cast<size_t>(token)]; }

  int add(CastMention mention, MentionNotes note = {}) {
    mentions.push_back(mention);
    notes.push_back(std::move(note));
    return static_cast<int>(mentions.size()) - 1;
  }
};

// The token of the span whose head lies outside of it; the last one where there are several.
int head_of(const Tree& tree, TokenSpan span);
// Which name an apposition at `noun` stands beside, when the tree hangs it on the name at `head`: the last one joined
// to it before the noun ("Lee and Ray, the mayor": Ray).
int name_beside(const CastDraft& draft, int head, int noun);
// True when a line break or anything but one space or nothing lies between the two neighbouring tokens; false when
// `right` lies past the last token.
bool broken_between(const Tree& tree, int left, int right);
// Puts the mentions in text order (the wider first where two start together). Call before entities
// point at them.
void sort_by_place(CastDraft& draft);
// The words of the span in lower case, suffixes ("Jr."), quotes and dots left out.
std::vector<std::string> name_key(const Tree& tree, const NameKnowledge& known, TokenSpan span);

}  // namespace sumario::read
