#include "read/names/pronouns.h"

#include <algorithm>
#include <string>
#include <vector>

#include "read/names/discourse.h"

namespace sumario::read {
namespace {

using nlp::Pos;

class PronounReader {
 public:
  explicit PronounReader(CastDraft& draft) : draft_(draft), tree_(draft.tree), known_(draft.known), discourse_(draft) {}

  void run() {
    sort_by_place(draft_);
    const int mentions = static_cast<int>(draft_.mentions.size());
    in_office_.assign(draft_.entities.size(), false);
    for (int m = 0; m < mentions; ++m)
      if (draft_.mention(m).entity >= 0)
        for (const Description& d : draft_.note(m).described)
          if (known_.offices.has(d.noun)) in_office_[static_cast<size_t>(draft_.mention(m).entity)] = true;
    at_head_.assign(static_cast<size_t>(tree_.size()), -1);
    for (int m = 0; m < mentions; ++m) at_head_[static_cast<size_t>(draft_.mention(m).head)] = m;
    int next = 0;
    for (int i = 0; i < tree_.size(); ++i) {
      for (; next < mentions && draft_.mention(next).span.begin <= i; ++next) discourse_.see(next);
      if (auto* kind = pronoun_kind(i))
        pronoun(i, *kind);
      else if (nameless_subject(i))
        discourse_.see_unknown(i);
    }
  }

 private:
  const std::string* pronoun_kind(int i) const {
    std::string_view tag = tree_.tag(i);
    if (tree_.pos(i) != Pos::kPron && !tag.starts_with("W") && !tag.starts_with("PRP")) return nullptr;
    if (tree_.words(i) == "US" || draft_.name_over(i) >= 0) return nullptr;
    if (tree_.lower(i) == "that" && tag == "WDT") return &kRelativeThing;
    return known_.pronouns.find(tree_.lower(i));
  }

  // "Chao" as a subject where the tagger saw no name.
  bool nameless_subject(int i) const {
    Dep dep = tree_.dep(i);
    return (dep == Dep::kNsubj || dep == Dep::kNsubjpass) && tree_.pos(i) == Pos::kPropn && draft_.name_over(i) < 0 &&
           is_capitalised(tree_.words(i)) && !is_upper_case(tree_.words(i)) && !known_.bodies.has(tree_.lower(i)) &&
           !known_.means_person(tree_.lower(i));
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
      int referent = choose(i, *note.gender, kind);
      discourse_.see_pronoun(i, *note.gender, referent);
      mention.entity = std::max(referent, -1);
    }
    if (mention.entity >= 0 && !draft_.entity(mention.entity).gender && note.gender)
      draft_.entity(mention.entity).gender = note.gender;
    draft_.add(mention, note);
  }

  // "Lee, who …": what the clause modifies.
  void relative(CastMention& mention) const {
    int i = mention.head;
    for (int steps = 0; steps < 8 && !tree_.is_root(i); ++steps, i = tree_.head(i)) {
      if (tree_.dep(i) != Dep::kRelcl) continue;
      int antecedent = tree_.head(i);
      int m = antecedent > mention.head ? -1 : at_head_[static_cast<size_t>(antecedent)];
      if (m < 0) return;
      mention.kind = draft_.mention(m).kind;
      mention.entity = draft_.mention(m).entity;
      mention.plural = draft_.mention(m).plural;
      return;
    }
  }

  // The referent: an entity, an unnamed person (below -1), or -1.
  int choose(int i, Gender gender, const std::string& kind) {
    if (kind.ends_with("reflexive")) return reflexive(i, gender);
    if (later_subject(i)) return -1;
    const std::vector<Candidate> window = discourse_.candidates(i, gender, 0, 1);
    if (window.empty()) return from_afar(i, gender);
    if (window.size() == 1) {
      // "Prosecutor Ewa Hagg said …": perhaps a woman.
      if (!gender_known(window[0]) && (!window[0].subject || in_office(window[0]))) return -1;
      return window[0].referent;
    }
    std::vector<Candidate> here = window;
    std::erase_if(here, [](const Candidate& c) { return c.distance > 0; });
    if (here.empty()) return former_subject(window);
    if (here.size() == 1) {
      if (in_office(here[0])) return -1;  // "Prosecutor Ray said he faces ten years"
      if (!here[0].subject && governing_subject(i) != here[0].referent) return -1;
      return here[0].referent;
    }
    // "Lee told Ray of his arrest" is open; "Lee sold his house to Ray" is not.
    bool possessor = tree_.dep(i) == Dep::kPoss && here[0].referent == own_subject(i);
    return possessor ? here[0].referent : -1;
  }

  int reflexive(int i, Gender gender) const {
    int subject = subject_of(tree_, clause_of(tree_, i));
    const Occurrence* occurrence = subject < 0 ? nullptr : discourse_.occurrence_at(subject);
    return occurrence && discourse_.fits(*occurrence, gender) ? occurrence->referent : -1;
  }

  // Nobody in this sentence or the one before: the only one of the sentences before those.
  int from_afar(int i, Gender gender) const {
    const std::vector<Candidate> wide = discourse_.candidates(i, gender, 2, kFarthest);
    if (wide.size() != 1 || wide[0].referent < 0 || !gender_known(wide[0])) return -1;
    return wide[0].referent;
  }

  bool gender_known(const Candidate& candidate) const {
    return candidate.referent < 0 || draft_.entity(candidate.referent).gender.has_value();
  }

  // Several people in the sentence before, of whom one is its subject. Judges, prosecutors, officers speak and act upon
  // others, who are then spoken of: "Judge Holm entered a plea for Lee. He faces ten years."
  int former_subject(const std::vector<Candidate>& window) const {
    int subjects = 0;
    const Candidate* one = nullptr;
    for (const Candidate& candidate : window)
      if (candidate.subject) ++subjects, one = &candidate;
    return subjects == 1 && !in_office(*one) ? one->referent : -1;
  }

  bool in_office(const Candidate& candidate) const {
    return candidate.referent >= 0 && in_office_[static_cast<size_t>(candidate.referent)];
  }

  // "In his statement, Lee …": somebody introduced later in the sentence may be meant.
  bool later_subject(int i) const {
    for (int verb = clause_of(tree_, i), steps = 0; verb >= 0 && steps < 6; verb = clause_of(tree_, verb), ++steps) {
      int subject = tree_.child(verb, Dep::kNsubj);
      if (subject < 0) subject = tree_.child(verb, Dep::kNsubjpass);
      if (subject > i && !tree_.subtree(subject).contains(i) && may_be_person(subject)) return true;
    }
    return false;
  }

  // A name of a person or of nobody known, or a noun for people. A further pronoun adds nobody.
  bool may_be_person(int token) const {
    if (int m = draft_.name_over(token); m >= 0)
      return draft_.mention(m).kind == EntityKind::kPerson || known_.country_of(tree_.words(token)).empty();
    return tree_.pos(token) == Pos::kPropn || known_.means_person(tree_.lemma(token));
  }

  // The referent of the subject of a clause above the pronoun: "Lee said he …".
  int governing_subject(int i) const {
    for (int verb = clause_of(tree_, i), steps = 0; verb >= 0 && steps < 6; ++steps, verb = clause_of(tree_, verb)) {
      int subject = subject_of(tree_, verb);
      if (subject < 0 || subject >= i) continue;
      if (const Occurrence* occurrence = discourse_.occurrence_at(subject)) return occurrence->referent;
    }
    return -1;
  }

  // The referent of the subject of the pronoun's own clause, where that subject stands before it.
  int own_subject(int i) const {
    int verb = clause_of(tree_, i), subject = verb < 0 ? -1 : subject_of(tree_, verb);
    const Occurrence* occurrence = subject < 0 || subject >= i ? nullptr : discourse_.occurrence_at(subject);
    return occurrence ? occurrence->referent : -1;
  }

  static constexpr int kFarthest = 4;  // sentences back
  inline static const std::string kRelativeThing = "relative thing";

  CastDraft& draft_;
  const Tree& tree_;
  const NameKnowledge& known_;
  Discourse discourse_;
  std::vector<bool> in_office_;  // per entity: introduced as holding an office or following a trade
  std::vector<int> at_head_;     // per token: the name or noun phrase it heads
};

}  // namespace

void find_pronouns(CastDraft& draft) { PronounReader(draft).run(); }

}  // namespace sumario::read
