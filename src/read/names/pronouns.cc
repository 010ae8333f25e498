#include "read/names/pronouns.h"

#include <algorithm>
#include <string>

#include "read/names/discourse.h"

namespace sumario::read {
namespace {

using nlp::Pos;

class PronounReader {
 public:
  explicit PronounReader(CastDraft& draft)
      : draft_(draft), tree_(draft.tree), known_(draft.known), quotation_(quotation_of_token(draft.tree)) {}

  void run() {
    sort_by_place(draft_);
    const int mentions = static_cast<int>(draft_.mentions.size());
    int next = 0;
    for (int i = 0; i < tree_.size(); ++i) {
      for (; next < mentions && draft_.mention(next).span.begin <= i; ++next) see(next);
      if (auto* kind = pronoun_kind(i)) pronoun(i, *kind);
    }
  }

 private:
  const std::string* pronoun_kind(int i) const {
    if (tree_.pos(i) != Pos::kPron && tree_.pos(i) != Pos::kDet && !tree_.tag(i).starts_with("W") &&
        !tree_.tag(i).starts_with("PRP"))
      return nullptr;
    if (tree_.lower(i) == "that" && tree_.tag(i) == "WDT") return &kRelativeThing;
    if (tree_.words(i) == "US") return nullptr;
    return draft_.name_over(i) >= 0 ? nullptr : known_.pronouns.find(tree_.lower(i));
  }

  // A name or noun phrase has been read.
  void see(int m) {
    const CastMention& mention = draft_.mention(m);
    if (mention.kind != EntityKind::kPerson) return;
    Occurrence occurrence;
    occurrence.head = mention.head, occurrence.span = mention.span, occurrence.plural = mention.plural;
    occurrence.gender = draft_.note(m).gender;
    if (mention.entity >= 0) {
      occurrence.referent = mention.entity;
      if (!occurrence.gender) occurrence.gender = draft_.entity(mention.entity).gender;
    } else {
      occurrence.referent = unnamed(m);
    }
    seen_.push_back(occurrence);
  }

  // "a judge … the judge" is one unnamed person.
  int unnamed(int m) {
    std::string noun = draft_.mention(m).form == MentionForm::kName ? std::string(tree_.words(draft_.mention(m).span))
                                                                    : std::string(tree_.lemma(draft_.mention(m).head));
    for (size_t k = 0; k < unnamed_.size(); ++k)
      if (unnamed_[k] == noun) return -2 - static_cast<int>(k);
    if (unnamed_.size() < kMostUnnamed) unnamed_.push_back(noun);
    return -1 - static_cast<int>(unnamed_.size());
  }

  void pronoun(int i, const std::string& kind) {
    CastMention mention;
    mention.span = {i, i + 1}, mention.head = i, mention.form = MentionForm::kPronoun;
    mention.kind = kind.find("thing") != kind.npos ? EntityKind::kOther : EntityKind::kPerson;
    mention.plural = kind.starts_with("plural") || kind == "speakers";
    MentionNotes note;
    note.gender = gender_named(kind);
    if (kind.starts_with("relative")) {
      relative(mention);
    } else if (note.gender) {
      mention.entity = personal(i, *note.gender, kind);
    }
    if (mention.entity >= 0 && !draft_.entity(mention.entity).gender && note.gender)
      draft_.entity(mention.entity).gender = note.gender;
    draft_.add(mention, note);
  }

  void relative(CastMention& mention) const {
    int i = mention.head;
    for (int steps = 0; steps < 8 && !tree_.is_root(i); ++steps) {
      if (tree_.dep(i) == Dep::kRelcl) {
        int antecedent = tree_.head(i);
        if (antecedent > mention.head) return;
        int m = mention_with_head(antecedent);
        if (m < 0) return;
        mention.kind = draft_.mention(m).kind;
        mention.entity = draft_.mention(m).entity;
        mention.plural = draft_.mention(m).plural;
        return;
      }
      i = tree_.head(i);
    }
  }

  int mention_with_head(int head) const {
    for (int m = static_cast<int>(draft_.mentions.size()) - 1; m >= 0; --m) {
      if (draft_.mention(m).head == head && draft_.mention(m).form != MentionForm::kPronoun) return m;
    }
    return -1;
  }

  int personal(int i, Gender gender, const std::string& kind) {
    Occurrence self;
    self.head = i, self.span = {i, i + 1}, self.gender = gender;
    int referent = choose(i, gender, kind);
    // An unresolved pronoun still stands for somebody: a person of its own nobody else may be taken for.
    self.referent = referent != -1 ? referent : kSomebody;
    seen_.push_back(self);
    return referent >= 0 ? referent : -1;
  }

  static bool fits(const Occurrence& occurrence, Gender gender) {
    return !occurrence.plural && (!occurrence.gender || *occurrence.gender == gender);
  }

  int choose(int i, Gender gender, const std::string& kind) const {
    if (kind.ends_with("reflexive")) {
      int subject = subject_of(tree_, clause_of(tree_, i));
      const Occurrence* occurrence = subject < 0 ? nullptr : occurrence_at(subject);
      return occurrence && fits(*occurrence, gender) ? occurrence->referent : -1;
    }
    std::vector<int> here = candidates(i, gender, 0, 0), window = candidates(i, gender, 0, 1);
    if (window.size() == 1) return window[0];
    if (window.empty()) {
      std::vector<int> wide = candidates(i, gender, 2, 3);
      return wide.size() == 1 ? wide[0] : -1;
    }
    if (int matrix = governing_subject(i, gender); matrix != -1 && (here.size() == 1)) return matrix;
    return -1;
  }

  // Distinct referents that may be meant, mentioned before `i` in the sentences `from` to `to` back.
  std::vector<int> candidates(int i, Gender gender, int from, int to) const {
    std::vector<int> found;
    const int sentence = tree_.sentence_of(i);
    for (auto it = seen_.rbegin(); it != seen_.rend(); ++it) {
      int distance = sentence - tree_.sentence_of(it->head);
      if (distance > to) break;
      if (distance < from || it->head >= i || !fits(*it, gender) || excluded(*it, i)) continue;
      if (std::find(found.begin(), found.end(), it->referent) == found.end()) found.push_back(it->referent);
    }
    return found;
  }

  bool excluded(const Occurrence& occurrence, int i) const {
    if (occurrence.span.contains(i)) return true;
    const int mine = quotation_[static_cast<size_t>(i)], theirs = quotation_[static_cast<size_t>(occurrence.head)];
    if (theirs != 0 && theirs != mine) return true;
    if (mine != 0 && theirs == 0 && speaks(occurrence, mine)) return true;
    return bound(occurrence, i);
  }

  // The subject of a clause outside of the quotation, in a sentence the quotation touches.
  bool speaks(const Occurrence& occurrence, int quotation) const {
    if (tree_.dep(occurrence.head) != Dep::kNsubj) return false;
    TokenSpan sentence = tree_.sentence(tree_.sentence_of(occurrence.head));
    int stop = std::min(tree_.size(), sentence.end + 1);
    for (int k = std::max(0, sentence.begin - 1); k < stop; ++k)
      if (quotation_[static_cast<size_t>(k)] == quotation) return true;
    return false;
  }

  // "Lee saw him": an object is not the subject of its own clause.
  bool bound(const Occurrence& occurrence, int i) const {
    Dep dep = tree_.dep(i);
    int verb = -1;
    if (dep == Dep::kDobj || dep == Dep::kDative) verb = tree_.head(i);
    if (dep == Dep::kPobj && !tree_.is_root(tree_.head(i)) && heads_clause(tree_, tree_.head(tree_.head(i))))
      verb = tree_.head(tree_.head(i));
    return verb >= 0 && subject_of(tree_, verb) == occurrence.head;
  }

  const Occurrence* occurrence_at(int head) const {
    for (auto it = seen_.rbegin(); it != seen_.rend() && it->head + 64 > head; ++it)
      if (it->head == head) return &*it;
    return nullptr;
  }

  // The subject of a clause above the pronoun's own: "Lee said he …", "Lee left because he …".
  int governing_subject(int i, Gender gender) const {
    int verb = clause_of(tree_, i);
    bool subject = tree_.dep(i) == Dep::kNsubj || tree_.dep(i) == Dep::kNsubjpass;
    for (int steps = 0; verb >= 0 && steps < 6; ++steps) {
      int at = subject_of(tree_, verb);
      if (at >= 0 && at != i && at < i) {
        const Occurrence* occurrence = occurrence_at(at);
        if (occurrence && fits(*occurrence, gender) && !excluded(*occurrence, i)) return occurrence->referent;
        if (!subject) return -1;
      }
      if (tree_.is_root(verb)) break;
      verb = clause_of(tree_, verb);
    }
    return -1;
  }

  static constexpr size_t kMostUnnamed = 1000;
  static constexpr int kSomebody = -1000000;
  inline static const std::string kRelativeThing = "relative thing";

  CastDraft& draft_;
  const Tree& tree_;
  const NameKnowledge& known_;
  std::vector<int> quotation_;
  std::vector<Occurrence> seen_;
  std::vector<std::string> unnamed_;
};

}  // namespace

void find_pronouns(CastDraft& draft) { PronounReader(draft).run(); }

}  // namespace sumario::read
