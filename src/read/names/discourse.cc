#include "read/names/discourse.h"

#include <algorithm>

#include "read/names/clauses.h"

namespace sumario::read {

using nlp::Pos;

namespace {

constexpr size_t kMostUnnamed = 1000;

bool is_subject(const Tree& tree, int token) {
  Dep dep = tree.dep(token);
  return dep == Dep::kNsubj || dep == Dep::kNsubjpass;
}

bool ends_paragraph(const Tree& tree, int token) {
  if (!broken_between(tree, token, token + 1)) return false;
  ByteRange gap{tree.token(token).range.start, tree.token(token + 1).range.start};
  return words_of(tree.analysis().text, gap).find('\n') != std::string_view::npos;
}

std::vector<int> paragraph_of_token(const Tree& tree) {
  std::vector<int> paragraph(static_cast<size_t>(tree.size()), 0);
  for (int i = 1; i < tree.size(); ++i) {
    auto at = static_cast<size_t>(i);
    paragraph[at] = paragraph[at - 1] + ends_paragraph(tree, i - 1);
  }
  return paragraph;
}

Reference reference_of(const Tree& tree, const CastMention& mention) {
  if (mention.form == MentionForm::kName) return Reference::kName;
  for (int child : tree.children(mention.head)) {
    if (tree.dep(child) == Dep::kPoss) return Reference::kDefinite;
    if (tree.dep(child) == Dep::kDet && tree.tag(child) == "DT" && tree.lower(child).starts_with("th"))
      return Reference::kDefinite;
  }
  return Reference::kIndefinite;
}

}  // namespace

Discourse::Discourse(const CastDraft& draft)
    : draft_(draft),
      tree_(draft.tree),
      quotation_(quotation_of_token(draft.tree)),
      paragraph_(paragraph_of_token(draft.tree)),
      coming_at_(static_cast<size_t>(draft.tree.size()), -1),
      seen_at_(static_cast<size_t>(draft.tree.size()), -1) {
  for (int i = 0; i < tree_.size(); ++i) {
    auto number = static_cast<size_t>(quotation_of(i));
    if (number >= quotation_span_.size()) quotation_span_.resize(number + 1, {i, i});
    quotation_span_[number].end = i + 1;
  }
  size_t m = 0;
  for (int i = 0; i < tree_.size(); ++i) {
    for (; m < draft_.mentions.size() && draft_.mentions[m].span.begin == i; ++m) add(static_cast<int>(m));
    if (nameless_subject(i) || one_of_several(i)) add_unknown(i);
  }
}

void Discourse::add(int m) {
  const CastMention& mention = draft_.mention(m);
  if (mention.kind != EntityKind::kPerson) {
    if (may_be_person(mention)) add_unknown(mention.head);
    return;
  }
  if (mere_predicate(mention)) return;
  Occurrence occurrence;
  occurrence.head = mention.head, occurrence.span = mention.span, occurrence.plural = mention.plural;
  occurrence.gender = draft_.note(m).gender;
  occurrence.reference = reference_of(tree_, mention);
  if (mention.entity >= 0) {
    occurrence.referent = mention.entity;
  } else {
    occurrence.referent = unnamed(
        std::string(mention.form == MentionForm::kName ? tree_.words(mention.span) : tree_.lemma(mention.head)));
  }
  add(occurrence);
}

// "as minister", "is a minister": nobody new.
bool Discourse::mere_predicate(const CastMention& mention) const {
  if (mention.form != MentionForm::kNominal || mention.entity >= 0) return false;
  Dep dep = tree_.dep(mention.head);
  if (dep == Dep::kAttr || dep == Dep::kOprd) return true;
  return dep == Dep::kPobj && tree_.lower(tree_.head(mention.head)) == "as";
}

// A name the tagger took for something else may still be a person's: one word, no acronym, doing something.
bool Discourse::may_be_person(const CastMention& mention) const {
  if (mention.form != MentionForm::kName || mention.span.size() != 1 || !is_subject(tree_, mention.head)) return false;
  std::string_view word = tree_.words(mention.span);
  return tree_.pos(mention.head) == Pos::kPropn && !is_upper_case(word) && draft_.known.country_of(word).empty() &&
         !draft_.known.bodies.has(tree_.lower(mention.head));
}

// "Chao" as a subject where the tagger saw no name.
bool Discourse::nameless_subject(int i) const {
  return is_subject(tree_, i) && tree_.pos(i) == Pos::kPropn && draft_.name_over(i) < 0 &&
         is_capitalised(tree_.words(i)) && !is_upper_case(tree_.words(i)) && !draft_.known.bodies.has(tree_.lower(i)) &&
         !draft_.known.means_person(tree_.lower(i));
}

// "one of his relatives".
bool Discourse::one_of_several(int i) const {
  if (tree_.lower(i) != "one") return false;
  for (int of : tree_.children(i))
    if (int several = tree_.child(of, Dep::kPobj); tree_.dep(of) == Dep::kPrep && several >= 0)
      return draft_.known.means_person(tree_.lemma(several)) || draft_.name_over(several) >= 0;
  return false;
}

void Discourse::add_unknown(int token) {
  Occurrence occurrence;
  occurrence.head = token, occurrence.span = {token, token + 1}, occurrence.unknown = true;
  occurrence.referent = unnamed(std::string(tree_.words(token)));
  add(occurrence);
}

void Discourse::add(Occurrence occurrence) {
  occurrence.role = role_of(tree_, occurrence.head);
  coming_at_[static_cast<size_t>(occurrence.head)] = static_cast<int>(coming_.size());
  coming_.push_back(occurrence);
}

// "a judge … the judge" is one unnamed person.
int Discourse::unnamed(const std::string& noun) {
  auto found = std::find(unnamed_.begin(), unnamed_.end(), noun);
  if (found == unnamed_.end()) {
    if (unnamed_.size() >= kMostUnnamed) return -1;
    found = unnamed_.insert(found, noun);
  }
  return -2 - static_cast<int>(found - unnamed_.begin());
}

const std::vector<Occurrence>& Discourse::seen_before(int token) {
  for (; next_ < coming_.size() && coming_[next_].span.begin < token; ++next_) {
    seen_at_[static_cast<size_t>(coming_[next_].head)] = static_cast<int>(seen_.size());
    seen_.push_back(coming_[next_]);
  }
  return seen_;
}

void Discourse::see_pronoun(int token, Gender gender) {
  seen_before(token);
  Occurrence occurrence;
  occurrence.head = token, occurrence.span = {token, token + 1}, occurrence.gender = gender;
  occurrence.reference = Reference::kPronoun;
  occurrence.role = role_of(tree_, token);
  seen_at_[static_cast<size_t>(token)] = static_cast<int>(seen_.size());
  seen_.push_back(occurrence);
}

void Discourse::resolve(int token, int referent) {
  seen_[static_cast<size_t>(seen_at_[static_cast<size_t>(token)])].referent = referent;
}

const Occurrence* Discourse::at_head(int token) const {
  if (int at = seen_at_[static_cast<size_t>(token)]; at >= 0) return &seen_[static_cast<size_t>(at)];
  int at = coming_at_[static_cast<size_t>(token)];
  return at < 0 ? nullptr : &coming_[static_cast<size_t>(at)];
}

bool Discourse::fits(const Occurrence& occurrence, Gender gender) const {
  if (occurrence.plural || (occurrence.gender && *occurrence.gender != gender)) return false;
  if (occurrence.referent < 0 || occurrence.gender) return true;
  auto known = draft_.entity(occurrence.referent).gender;
  return !known || *known == gender;
}

bool Discourse::speaks(const Occurrence& occurrence, int quotation) const {
  if (occurrence.role != GrammaticalRole::kSubject) return false;
  TokenSpan sentence = tree_.sentence(tree_.sentence_of(occurrence.head));
  // The quotation may be a sentence of its own: before it, or after a comma or colon.
  const int last = last_word(sentence);
  const bool goes_on = tree_.words(last) == "," || tree_.words(last) == ":";
  return quotation_span_[static_cast<size_t>(quotation)].overlaps(
      {sentence.begin - 1, goes_on ? sentence.end + 1 : sentence.end});
}

int Discourse::last_word(TokenSpan sentence) const {
  int last = sentence.end - 1;
  while (last > sentence.begin && tree_.pos(last) == Pos::kSpace) --last;
  return last;
}

bool Discourse::beside_quotation(int token) const {
  if (quotation_of(token) != 0) return false;
  TokenSpan sentence = tree_.sentence(tree_.sentence_of(token));
  const int from = std::max(0, sentence.begin - 1), to = std::min(tree_.size(), sentence.end + 1);
  return std::any_of(quotation_.begin() + from, quotation_.begin() + to, [](int q) { return q != 0; });
}

std::vector<int> quotation_of_token(const Tree& tree) {
  std::vector<int> quotation(static_cast<size_t>(tree.size()), 0);
  int open = 0, count = 0;
  for (int i = 0; i < tree.size(); ++i) {
    if (i > 0 && ends_paragraph(tree, i - 1)) open = 0;  // and so does what was left open
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

GrammaticalRole role_of(const Tree& tree, int token) {
  switch (tree.dep(token)) {
    case Dep::kNsubj:
    case Dep::kNsubjpass:
      return GrammaticalRole::kSubject;
    case Dep::kDobj:
    case Dep::kDative:
      return GrammaticalRole::kObject;
    case Dep::kPobj:
      return GrammaticalRole::kPrepositional;
    case Dep::kPoss:
      return GrammaticalRole::kPossessor;
    case Dep::kAppos:
      return GrammaticalRole::kApposition;
    default:
      return GrammaticalRole::kOther;
  }
}

}  // namespace sumario::read
