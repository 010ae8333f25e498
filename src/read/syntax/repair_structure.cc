#include <algorithm>

#include "read/syntax/repair_pass.h"

namespace sumario::read {
namespace {

using nlp::Pos;

constexpr int kFar = 30;  // tokens

bool is_finite(std::string_view tag) { return tag == "VBD" || tag == "VBZ" || tag == "VBP"; }

class Structure : public RepairPass {
 public:
  using RepairPass::RepairPass;
  void run() {
    for (int i = 0; i < tree_.size(); ++i) {
      mend_prefix(i);
      mend_list(i);
      mend_far_apposition(i);
      mend_negated_adjective(i);
      mend_second_deed(i);
      mend_headline_infinitive(i);
      if (!tree_.is_verbal(i)) continue;
      mend_finite(i);
      mend_auxiliary_of_modifier(i);
      mend_inverted_auxiliary(i);
      mend_fronted_description(i);
      mend_two_subjects(i);
      mend_cleft(i);
      mend_gerund(i);
      mend_two_objects(i);
      mend_of(i);
      mend_far_preposition(i);
      mend_charge_behind_clause(i);
      mend_small_clause(i);
      mend_purpose(i);
      mend_penalty(i);
      mend_agent(i);
      mend_inverted_subject(i);
      mend_capital_complement(i);
      mend_term(i);
    }
  }

 private:
  // "The ex-president is", "was re-arrested": three subjects, three complements to the parser.
  void mend_prefix(int i) {
    if (i + 2 >= tree_.size() || tree_.lower(i + 1) != "-" || tree_.token(i).space_after ||
        tree_.token(i + 1).space_after)
      return;
    if (tree_.head(i) != tree_.head(i + 2) || tree_.dep(i) != tree_.dep(i + 2) || tree_.head(i + 1) != tree_.head(i))
      return;
    if (tree_.is_root(i) || tree_.dep(i) == Dep::kCompound || !(is_nominal(i + 2) || tree_.is_verbal(i + 2))) return;
    hang(i, i + 2, "compound");
    hang(i + 1, i + 2, "compound");
  }

  // "Stripped of his title, his pension and his house": the second word is no apposition, for "and" goes on from it and
  // no comma closes it. In "Ann Lee, 30, Leeds, and Paul Ray" the last name goes on from the first, not from the town.
  void mend_list(int i) {
    int cc = tree_.child(i, Dep::kCc), next = tree_.child(i, Dep::kConj), first = tree_.head(i);
    bool apposition = tree_.dep(i) == Dep::kAppos;
    if ((!apposition && tree_.dep(i) != Dep::kConj) || cc < i || next < i || first > i) return;
    TokenSpan phrase = tree_.subtree(i);
    std::string_view kind = tree_.token(first).entity;
    if (kind != tree_.token(i).entity) {
      if (kind.empty() || kind != tree_.token(next).entity || tree_.lower(cc - 1) != ",") return;
      hang(next, first, "conj");
      label(i, "appos");
    }
    if (!apposition || kind != tree_.token(i).entity) return;
    bool closed = phrase.end < tree_.size() && tree_.lower(phrase.end) == ",";
    if (tree_.pos(first) != tree_.pos(i) || closed || phrase.begin < 1) return;
    if (tree_.lower(phrase.begin - 1) != ",") return;
    bool plural = tree_.tag(first) == "NNS" || tree_.tag(first) == "NNPS";
    if (plural && tree_.tag(i) != tree_.tag(first)) return;
    int article = tree_.child(first, Dep::kDet), other = tree_.child(i, Dep::kDet);
    if (article >= 0 && other >= 0 && tree_.lower(article) != tree_.lower(other))
      return;  // "the judge, a mother and wife"
    label(i, "conj");
  }

  // "An officer was convicted of shooting a man – Paul Ray – in May": a name behind the verb is not the apposition of
  // the subject before it but of the noun beside it. Left as it is, the victim would be the officer.
  void mend_far_apposition(int i) {
    int first = tree_.head(i), verb = tree_.head(first);
    if (tree_.dep(i) != Dep::kAppos || first >= verb || verb >= i) return;
    int beside = tree_.subtree(i).begin - 1;
    while (beside > verb && tree_.pos(beside) == Pos::kPunct) --beside;
    if (is_nominal(beside))
      hang(i, beside, "appos");
    else
      label(i, "dep");
  }

  // "Suspect Found Guilty": a headline's capital makes the adjective a name to the parser.
  void mend_capital_complement(int verb) {
    int object = tree_.child(verb, Dep::kDobj);
    if (object == verb + 1 && tree_.tag(object) == "NNP" && takes(verb, "complement", tree_.lower(object)))
      label(object, "oprd");
  }

  // "Was convicted and served 17 years behind bars": the years are no measure of "behind", and nobody was served.
  void mend_term(int verb) {
    if (!takes(verb, "term") || tree_.has_child(verb, Dep::kDobj) || tree_.has_child(verb, Dep::kAuxpass)) return;
    for (int c : tree_.children(verb)) {
      int span = tree_.dep(c) == Dep::kPrep ? tree_.child(c, Dep::kNpadvmod) : -1;
      if (span < verb || tree_.subtree(span).begin != verb + 1) continue;
      hang(span, verb, "dobj");
      if (tree_.tag(verb) == "VBN" && tree_.dep(verb) == Dep::kConj) retag(verb, "VBD");
      return;
    }
  }

  // "Governor to face trial": the noun is no root with a clause under it.
  void mend_headline_infinitive(int i) {
    if (tree_.tag(i) != "VB" || (tree_.dep(i) != Dep::kRelcl && tree_.dep(i) != Dep::kAcl)) return;
    int noun = tree_.head(i), to = tree_.child(i, Dep::kAux);
    if (!tree_.is_root(noun) || !is_nominal(noun) || to < 0 || tree_.tag(to) != "TO" || !is_headline(i)) return;
    hang(i, i, "ROOT");
    hang(noun, i, tree_.has_child(i, Dep::kAuxpass) ? "nsubjpass" : "nsubj");
  }

  // "The first officer to testify wept": a finite verb is nobody's infinitive; it governs the noun above.
  void mend_finite(int verb) {
    if (tree_.dep(verb) != Dep::kXcomp || has_subject(verb) || tree_.has_child(verb, Dep::kAux)) return;
    if (!is_finite(tree_.tag(verb)) && tree_.tag(verb) != "VBN") return;
    int clause = tree_.head(verb), noun = tree_.head(clause);
    if ((tree_.dep(clause) != Dep::kRelcl && tree_.dep(clause) != Dep::kAcl) || !tree_.is_root(noun)) return;
    hang(verb, verb, "ROOT");
    hang(noun, verb, "nsubj");
  }

  // "Alleged to have falsified records": what has an auxiliary is no modifier of a noun.
  void mend_auxiliary_of_modifier(int verb) {
    int noun = tree_.head(verb);
    int have = tree_.child(verb, Dep::kAux);
    if (tree_.dep(verb) != Dep::kAmod || tree_.dep(noun) != Dep::kDobj || noun < verb || have < 1) return;
    if (tree_.lemma(have) != "have" || tree_.tag(have - 1) != "TO") return;
    hang(verb, tree_.head(noun), "xcomp");
    hang(noun, verb, "dobj");
  }

  // "Never had the court heard": the auxiliary before its subject is not the clause's verb.
  void mend_inverted_auxiliary(int auxiliary) {
    bool has = tree_.lemma(auxiliary) == "have", does = tree_.lemma(auxiliary) == "do";
    if ((!has && !does) || !is_finite(tree_.tag(auxiliary)) || has_subject(auxiliary)) return;
    int verb = tree_.child(auxiliary, Dep::kCcomp);
    if (verb < auxiliary || (has ? tree_.tag(verb) != "VBN" && tree_.tag(verb) != "VBD" : tree_.tag(verb) != "VB"))
      return;
    int subject = tree_.child(verb, Dep::kNsubj);
    if (subject < 0 || tree_.subtree(subject).begin != auxiliary + 1 || tree_.has_child(verb, Dep::kAux)) return;
    for (int c : tree_.children(auxiliary))
      if (c != verb) hang(c, verb, tree_.token(c).dep);
    hang(verb, tree_.is_root(auxiliary) ? verb : tree_.head(auxiliary), tree_.token(auxiliary).dep);
    hang(auxiliary, verb, "aux");
  }

  // "A former clerk at the court, Dolan was arrested": what opens the sentence describes the name behind the comma.
  void mend_fronted_description(int verb) {
    int first = -1, name = -1;
    for (int c : tree_.children(verb)) {
      Dep dep = tree_.dep(c);
      if (c > verb || (dep != Dep::kNsubj && dep != Dep::kNsubjpass && dep != Dep::kNpadvmod && dep != Dep::kDep))
        continue;
      if (tree_.pos(c) == Pos::kNoun && first < 0) first = c;
      if (tree_.pos(c) == Pos::kPropn && (dep == Dep::kNsubj || dep == Dep::kNsubjpass)) name = c;
    }
    if (first < 0 || name < first) return;
    TokenSpan phrase = tree_.subtree(first), named = tree_.subtree(name);
    int article = tree_.child(first, Dep::kDet);
    bool indefinite = article >= 0 && (tree_.lower(article) == "a" || tree_.lower(article) == "an");
    if (!indefinite || phrase.begin != article || phrase.end + 1 != named.begin || tree_.lower(phrase.end) != ",")
      return;
    if (phrase.begin != tree_.sentence(tree_.sentence_of(verb)).begin) return;
    hang(first, name, "appos");
  }

  // Two subjects of one verb: "[an officer of the guard] and [three of his men] were killed" are one, and in "the
  // ruling that he had misled [investors] was upheld" the second is the inner clause's object.
  void mend_two_subjects(int verb) {
    int first = -1, second = -1;
    for (int c : tree_.children(verb)) {
      if (c > verb || (tree_.dep(c) != Dep::kNsubj && tree_.dep(c) != Dep::kNsubjpass)) continue;
      (first < 0 ? first : second) = c;
    }
    if (second < 0) return;
    int cc = tree_.child(first, Dep::kCc), begin = tree_.subtree(second).begin;
    bool listed = cc > first && cc + 1 == begin && tree_.lower(cc) == "and";
    if (listed && tree_.lower(cc - 1) == ",") {  // "Lee, 52, and two others": it closes what another comma opened
      int commas = 0;
      for (int i = first + 1; i < cc; ++i) commas += tree_.lower(i) == ",";
      listed = commas % 2 == 0;
    }
    if (listed && tree_.pos(second) != Pos::kPron && !tree_.has_child(first, Dep::kConj))
      return hang(second, first, "conj");
    int clause = tree_.child(first, Dep::kAcl);
    if (clause < 0) clause = tree_.child(first, Dep::kRelcl);
    if (clause > first && clause + 1 == begin && tree_.pos(second) != Pos::kPron &&
        !tree_.has_child(clause, Dep::kDobj))
      hang(second, clause, "dobj");
  }

  // "It was Lee who hired him": the clause hangs from the name.
  void mend_cleft(int verb) {
    int subject = tree_.child(verb, Dep::kNsubj), name = tree_.child(verb, Dep::kAttr);
    int clause = tree_.child(verb, Dep::kCcomp);
    if (tree_.lemma(verb) != "be" || subject < 0 || tree_.lower(subject) != "it" || name < verb || clause < name)
      return;
    if (tree_.tag(tree_.subtree(clause).begin) == "WP") hang(clause, name, "relcl");
  }

  // "Denies falsifying invoices": not invoices that falsify.
  void mend_gerund(int verb) {
    int gerund = verb + 1;
    if (gerund >= tree_.size() || tree_.dep(gerund) != Dep::kAmod || !takes(verb, "gerund")) return;
    int noun = tree_.head(gerund);
    if (tree_.tag(gerund) != "VBG" || tree_.head(noun) != verb || tree_.dep(noun) != Dep::kDobj) return;
    hang(gerund, verb, "xcomp");
    hang(noun, gerund, "dobj");
  }

  // "Handed the prosecutor a list".
  void mend_two_objects(int verb) {
    if (!takes(verb, "recipient")) return;
    int first = -1, second = -1;
    for (int c : tree_.children(verb))
      if (tree_.dep(c) == Dep::kDobj) (first < 0 ? first : second) = c;
    if (first > verb && second > first && is_nominal(second) && tree_.subtree(first).end == tree_.subtree(second).begin)
      label(first, "dative");
  }

  // "Convicted the surgeon of manslaughter", but "convicted the head of the clinic".
  void mend_of(int verb) {
    int object = tree_.child(verb, Dep::kDobj);
    bool any = takes(verb, "of"), offence = takes(verb, "of:offence");
    if (object < 0 || !(any || offence)) return;
    for (int c : tree_.children(object)) {
      if (tree_.dep(c) != Dep::kPrep || tree_.lower(c) != "of" || c < object) continue;
      if (any || tells_offence(c)) hang(c, verb, "prep");
    }
  }

  // A headline's "man convicted of fleeing jail, kidnapping driver" names two deeds, not the man's trade.
  void mend_second_deed(int i) {
    int first = tree_.head(i), begin = tree_.subtree(i).begin;
    if (tree_.dep(i) != Dep::kAppos || begin == i || begin < 1 || !is_headline(i)) return;
    int clause = tree_.child(first, Dep::kAcl);
    if (tree_.lower(begin).ends_with("ing") && tree_.lower(begin - 1) == "," && clause > first && clause < i)
      label(i, "dep");
  }

  // "Entered not guilty pleas": no pleas are denied.
  void mend_negated_adjective(int negation) {
    if (tree_.dep(negation) != Dep::kNeg || negation + 1 >= tree_.size()) return;
    int above = tree_.head(negation);
    bool shares_noun = tree_.head(negation + 1) == above, behind_verb = tree_.tag(above) == "VBD" && above < negation;
    if (tree_.dep(negation + 1) == Dep::kAmod && (shares_noun || behind_verb)) hang(negation, negation + 1, "neg");
  }

  // "Charged a man who had fled to Oslo with stealing": the last words of the object's own clauses tell the charge.
  void mend_charge_behind_clause(int verb) {
    int object = tree_.child(verb, Dep::kDobj);
    if (object < verb || !takes(verb, "far:with")) return;
    for (int c : tree_.children(verb))
      if (tree_.dep(c) == Dep::kPrep && tree_.lower(c) == "with") return;
    TokenSpan phrase = tree_.subtree(object);
    for (int i = std::max(object, phrase.end - kFar); i < phrase.end; ++i)
      if (tree_.dep(i) == Dep::kPrep && tree_.lower(i) == "with" && tree_.head(i) != object && tells_offence(i) &&
          !takes(tree_.head(i), "far:with"))
        return hang(i, verb, "prep");
  }

  // "Charged in an indictment with theft", "accused in a report of stealing".
  void mend_far_preposition(int verb) {
    for (std::string_view word : {"with", "of"}) {
      if (!takes(verb, word == "with" ? "far:with" : "of:offence")) continue;
      for (int near : tree_.children(verb)) {
        if (tree_.dep(near) != Dep::kPrep) continue;
        if (tree_.lower(near) == word) break;
        int noun = tree_.child(near, Dep::kPobj);
        if (noun < verb) continue;
        for (int far : tree_.children(noun))
          if (tree_.dep(far) == Dep::kPrep && tree_.lower(far) == word && (word == "with" || tells_offence(far)))
            return hang(far, verb, "prep");
      }
    }
  }

  bool tells_offence(int preposition) const {
    int noun = tree_.child(preposition, Dep::kPobj);
    return tree_.has_child(preposition, Dep::kPcomp) || (noun >= 0 && known_.offences.has(tree_.lemma(noun)));
  }

  // "Found the nurse guilty", "had the house searched".
  void mend_small_clause(int verb) {
    for (int c : tree_.children(verb)) {
      if (tree_.dep(c) != Dep::kCcomp && tree_.dep(c) != Dep::kOprd) continue;
      int subject = tree_.child(c, Dep::kNsubj);
      if (subject < verb || subject > c || tree_.has_child(c, Dep::kMark)) continue;
      if (tree_.pos(c) == Pos::kAdj && !tree_.has_child(c, Dep::kAux)) {
        hang(subject, verb, "dobj");
        label(c, "oprd");
      } else if (tree_.tag(c) == "VBN" && takes(verb, "participle") && !tree_.has_child(c, Dep::kAux) &&
                 !tree_.has_child(c, Dep::kDobj)) {
        label(subject, "nsubjpass");
      }
    }
  }

  void mend_purpose(int verb) {
    if (!takes(verb, "purpose") || !tree_.has_child(verb, Dep::kDobj)) return;
    if (int clause = tree_.child(verb, Dep::kXcomp); clause > verb && tree_.tag(clause) == "VB") label(clause, "advcl");
  }

  // "Sentenced to two years in prison, suspended for four": the years are, not the man.
  void mend_penalty(int verb) {
    int comma = verb - 1;
    if (tree_.tag(verb) != "VBN" || !takes(verb, "penalty") || comma < 1 || tree_.lower(comma) != ",") return;
    if (tree_.dep(verb) != Dep::kAdvcl && tree_.dep(verb) != Dep::kConj) return;
    if (tree_.has_child(verb, Dep::kAuxpass) || tree_.head(verb) > verb) return;
    int noun = comma - 1;
    while (noun > tree_.head(verb) && (!is_nominal(noun) || tree_.has_child(noun, Dep::kAcl))) --noun;
    if (noun > tree_.head(verb)) hang(verb, noun, "acl");
  }

  // "Was replaced as prosecutor by Silva".
  void mend_agent(int verb) {
    if (!tree_.has_child(verb, Dep::kAuxpass) || tree_.has_child(verb, Dep::kAgent)) return;
    for (int c : tree_.children(verb)) {
      if (tree_.dep(c) != Dep::kPrep || tree_.lower(c) != "as") continue;
      int office = tree_.child(c, Dep::kPobj);
      if (office < 0) continue;
      for (int by : tree_.children(office))
        if (tree_.dep(by) == Dep::kPrep && tree_.lower(by) == "by") return hang(by, verb, "agent");
    }
  }

  // "In the dock sat three ministers", "among them was a senator", "arrested with him were two brothers".
  void mend_inverted_subject(int verb) {
    if (has_subject(verb) || tree_.dep(verb) == Dep::kConj) return;
    if (int auxiliary = tree_.child(verb, Dep::kAuxpass); auxiliary > verb)
      if (int behind = tree_.child(auxiliary, Dep::kAttr); behind >= 0) return hang(behind, verb, "nsubjpass");
    if (!is_finite(tree_.tag(verb))) return;
    bool fronted = false;
    for (int c : tree_.children(verb)) {
      if ((tree_.dep(c) == Dep::kPrep || tree_.tag(c) == "VBN") && tree_.subtree(c).end == verb) fronted = true;
      bool behind = c > verb && tree_.dep(c) == (takes(verb, "inverts") ? Dep::kDobj : Dep::kAttr);
      if (fronted && behind && is_nominal(c)) return label(c, "nsubj");
    }
  }
};

}  // namespace

std::vector<TreeEdit> mend_structure(const Tree& tree, const RepairKnowledge& knowledge) {
  Structure pass(tree, knowledge);
  pass.run();
  return std::move(pass).edits();
}

}  // namespace sumario::read
