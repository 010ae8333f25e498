#include "read/names/discourse.h"

#include <algorithm>

namespace sumario::read {

using nlp::Pos;

namespace {

constexpr size_t kMostUnnamed = 1000;
constexpr int kDeepest = 40;         // heads climbed from a token to its clause
constexpr int kMostLookedAt = 200;   // mentions per pronoun
constexpr int kSomebody = -1000000;  // whom an unresolved pronoun means: a person of its own

bool is_subject(const Tree& tree, int token) {
  Dep dep = tree.dep(token);
  return dep == Dep::kNsubj || dep == Dep::kNsubjpass;
}

}  // namespace

Discourse::Discourse(const CastDraft& draft)
    : draft_(draft), tree_(draft.tree), quotation_(quotation_of_token(draft.tree)) {
  for (int i = 0; i < tree_.size(); ++i) {
    auto number = static_cast<size_t>(quotation_[static_cast<size_t>(i)]);
    if (number >= quotation_span_.size()) quotation_span_.resize(number + 1, {i, i});
    quotation_span_[number].end = i + 1;
  }
}

void Discourse::see(int m) {
  const CastMention& mention = draft_.mention(m);
  if (mention.kind != EntityKind::kPerson) {
    if (may_be_person(mention)) see_unknown(mention.head);
    return;
  }
  if (mention.form == MentionForm::kNominal && mention.entity < 0) {  // "as minister", "is a minister": nobody new
    Dep dep = tree_.dep(mention.head);
    if (dep == Dep::kAttr || dep == Dep::kOprd) return;
    if (dep == Dep::kPobj && tree_.lower(tree_.head(mention.head)) == "as") return;
  }
  Occurrence occurrence;
  occurrence.head = mention.head, occurrence.span = mention.span, occurrence.plural = mention.plural;
  occurrence.gender = draft_.note(m).gender;
  occurrence.subject = is_subject(tree_, mention.head);
  if (mention.entity >= 0) {
    occurrence.referent = mention.entity;
    if (!occurrence.gender) occurrence.gender = draft_.entity(mention.entity).gender;
  } else {
    occurrence.referent = unnamed(
        std::string(mention.form == MentionForm::kName ? tree_.words(mention.span) : tree_.lemma(mention.head)));
  }
  seen_.push_back(occurrence);
}

// A name the tagger took for something else may still be a person's: one word, no acronym, doing something.
bool Discourse::may_be_person(const CastMention& mention) const {
  if (mention.form != MentionForm::kName || mention.span.size() != 1 || !is_subject(tree_, mention.head)) return false;
  std::string_view word = tree_.words(mention.span);
  return tree_.pos(mention.head) == Pos::kPropn && !is_upper_case(word) && draft_.known.country_of(word).empty() &&
         !draft_.known.bodies.has(tree_.lower(mention.head));
}

void Discourse::see_unknown(int token) {
  Occurrence occurrence;
  occurrence.head = token, occurrence.span = {token, token + 1}, occurrence.subject = true;
  occurrence.referent = unnamed(std::string(tree_.words(token)));
  seen_.push_back(occurrence);
}

void Discourse::see_pronoun(int token, Gender gender, int referent) {
  Occurrence self;
  self.head = token, self.span = {token, token + 1}, self.gender = gender;
  self.subject = is_subject(tree_, token);
  self.referent = referent != -1 ? referent : kSomebody;
  seen_.push_back(self);
}

// "a judge … the judge" is one unnamed person.
int Discourse::unnamed(const std::string& noun) {
  auto found = std::find(unnamed_.begin(), unnamed_.end(), noun);
  if (found == unnamed_.end()) {
    if (unnamed_.size() >= kMostUnnamed) return kSomebody;
    found = unnamed_.insert(found, noun);
  }
  return -2 - static_cast<int>(found - unnamed_.begin());
}

bool Discourse::fits(const Occurrence& occurrence, Gender gender) const {
  if (occurrence.plural || (occurrence.gender && *occurrence.gender != gender)) return false;
  if (occurrence.referent < 0 || occurrence.gender) return true;
  auto known = draft_.entity(occurrence.referent).gender;
  return !known || *known == gender;
}

std::vector<Candidate> Discourse::candidates(int token, Gender gender, int from, int to) const {
  std::vector<Candidate> found;
  std::vector<int> out;
  const int sentence = tree_.sentence_of(token);
  int looked_at = 0;
  for (auto it = seen_.rbegin(); it != seen_.rend(); ++it) {
    if (++looked_at > kMostLookedAt) return {};  // a crowd: nobody is meant for certain
    int distance = sentence - tree_.sentence_of(it->head);
    if (distance > to) break;
    if (distance < from || it->head >= token || !fits(*it, gender) || it->span.contains(token)) continue;
    if (ruled_out(*it, token)) out.push_back(it->referent);
    auto same =
        std::find_if(found.begin(), found.end(), [&](const Candidate& c) { return c.referent == it->referent; });
    if (same == found.end())
      found.push_back({it->referent, it->head, distance, it->subject});
    else if (same->distance == distance)
      same->subject |= it->subject;
  }
  // Whoever is ruled out by one mention is so by all of them.
  std::erase_if(found, [&](const Candidate& c) { return std::find(out.begin(), out.end(), c.referent) != out.end(); });
  return found;
}

bool Discourse::ruled_out(const Occurrence& occurrence, int token) const {
  const int mine = quotation_[static_cast<size_t>(token)];
  const int theirs = quotation_[static_cast<size_t>(occurrence.head)];
  return (mine != 0 && theirs == 0 && speaks(occurrence, mine)) || bound(occurrence, token);
}

// The subject of a clause outside of the quotation, in a sentence the quotation touches.
bool Discourse::speaks(const Occurrence& occurrence, int quotation) const {
  if (!occurrence.subject) return false;
  TokenSpan sentence = tree_.sentence(tree_.sentence_of(occurrence.head));
  return quotation_span_[static_cast<size_t>(quotation)].overlaps({sentence.begin - 1, sentence.end + 1});
}

// "Lee saw him": an object is not the subject of its own clause.
bool Discourse::bound(const Occurrence& occurrence, int token) const {
  Dep dep = tree_.dep(token);
  int verb = -1;
  if (dep == Dep::kDobj || dep == Dep::kDative) verb = tree_.head(token);
  if (dep == Dep::kPobj && heads_clause(tree_, tree_.head(tree_.head(token)))) verb = tree_.head(tree_.head(token));
  return verb >= 0 && subject_of(tree_, verb) == occurrence.head;
}

const Occurrence* Discourse::occurrence_at(int head) const {
  for (auto it = seen_.rbegin(); it != seen_.rend() && it->head + 200 > head; ++it)
    if (it->head == head) return &*it;
  return nullptr;
}

std::vector<int> quotation_of_token(const Tree& tree) {
  std::vector<int> quotation(static_cast<size_t>(tree.size()), 0);
  int open = 0, count = 0;
  for (int i = 0; i < tree.size(); ++i) {
    if (i > 0 && broken_between(tree, i - 1, i)) {  // a paragraph ends; so does what was left open
      std::string_view text = tree.analysis().text;
      ByteRange gap{tree.token(i - 1).range.start, tree.token(i).range.start};
      if (words_of(text, gap).find('\n') != text.npos) open = 0;
    }
    std::string_view word = tree.words(i);
    bool starts = word == "“" || word == "«" || word == "„";
    bool ends = word == "”" || word == "»";
    if (word == "\"" || word == "''" || word == "``") (open ? ends : starts) = true;
    if (starts) open = ++count;
    quotation[static_cast<size_t>(i)] = open;
    if (ends) open = 0;
  }
  return quotation;
}

bool heads_clause(const Tree& tree, int token) {
  Pos pos = tree.pos(token);
  if (pos != Pos::kVerb && pos != Pos::kAux) return false;
  Dep dep = tree.dep(token);
  return dep != Dep::kAux && dep != Dep::kAuxpass && dep != Dep::kAmod && dep != Dep::kCompound;
}

int clause_of(const Tree& tree, int token) {
  int i = token;
  for (int steps = 0; steps < kDeepest && !tree.is_root(i); ++steps) {
    i = tree.head(i);
    if (heads_clause(tree, i)) return i;
  }
  return -1;
}

int subject_of(const Tree& tree, int verb) {
  for (int steps = 0; verb >= 0 && steps < 8; ++steps) {
    for (Dep dep : {Dep::kNsubj, Dep::kNsubjpass})
      if (int subject = tree.child(verb, dep); subject >= 0) return subject;
    Dep dep = tree.dep(verb);
    if (tree.is_root(verb) || (dep != Dep::kConj && dep != Dep::kXcomp)) return -1;
    verb = tree.head(verb);
  }
  return -1;
}

}  // namespace sumario::read
