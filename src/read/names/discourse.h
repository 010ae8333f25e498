// The people a reader of the text has in mind, sentence by sentence: what pronouns choose from.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "read/names/draft.h"

namespace sumario::read {

// What a mention does in its clause.
enum class GrammaticalRole : uint8_t { kSubject, kObject, kPrepositional, kPossessor, kApposition, kOther };
// By what kind of words somebody is mentioned.
enum class Reference : uint8_t { kName, kPronoun, kDefinite, kIndefinite };

// One place where a person is mentioned.
struct Occurrence {
  int head = 0;
  TokenSpan span;
  int referent = -1;  // an entity; below -1 an unnamed person ("the officer"); -1: a pronoun left open
  std::optional<Gender> gender;
  bool plural = false;
  bool unknown = false;  // a capitalised word that may be a name nobody found: competes, is never chosen
  Reference reference = Reference::kName;
  GrammaticalRole role = GrammaticalRole::kOther;
};

// All people mentioned, in text order; pronouns are filled in as they are resolved. Borrows the draft, whose mentions
// must be in text order.
class Discourse {
 public:
  explicit Discourse(const CastDraft& draft);

  // A personal pronoun at `token`, told in text order.
  void see_pronoun(int token, Gender gender);
  void resolve(int token, int referent);
  // The occurrences before `token`, in text order.
  const std::vector<Occurrence>& seen_before(int token);
  // The occurrence with this head, seen or not; nullptr when there is none.
  const Occurrence* at_head(int token) const;

  bool fits(const Occurrence& occurrence, Gender gender) const;
  int paragraph_of(int token) const { return paragraph_[static_cast<size_t>(token)]; }
  int quotation_of(int token) const { return quotation_[static_cast<size_t>(token)]; }
  // True when a quotation stands in the token's sentence or right beside it, the token outside of it.
  bool beside_quotation(int token) const;
  // The occurrence is the subject of a clause around this quotation: it speaks, and is not spoken of.
  bool speaks(const Occurrence& occurrence, int quotation) const;

 private:
  void add(int m);
  void add_unknown(int token);
  void add(Occurrence occurrence);
  bool nameless_subject(int token) const;
  bool one_of_several(int token) const;
  bool may_be_person(const CastMention& mention) const;
  bool mere_predicate(const CastMention& mention) const;
  int unnamed(const std::string& noun);
  int last_word(TokenSpan sentence) const;

  const CastDraft& draft_;
  const Tree& tree_;
  std::vector<int> quotation_;             // per token
  std::vector<TokenSpan> quotation_span_;  // per quotation
  std::vector<int> paragraph_;             // per token
  std::vector<Occurrence> coming_;         // names and noun phrases of the whole document
  size_t next_ = 0;                        // the first of them not yet seen
  std::vector<Occurrence> seen_;
  std::vector<int> coming_at_, seen_at_;  // per token: the occurrence it heads, or -1
  std::vector<std::string> unnamed_;
};

// Quotation marks paired per paragraph: for every token the number of the quotation it stands in, 0 outside of any.
std::vector<int> quotation_of_token(const Tree& tree);
GrammaticalRole role_of(const Tree& tree, int token);

}  // namespace sumario::read
