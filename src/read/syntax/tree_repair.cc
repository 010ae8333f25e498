#include "read/syntax/tree_repair.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "read/syntax/tree.h"

namespace sumario::read {
namespace {

using nlp::Pos;

bool is_subject(Dep dep) {
  return dep == Dep::kNsubj || dep == Dep::kNsubjpass || dep == Dep::kCsubj || dep == Dep::kCsubjpass;
}
bool is_finite(std::string_view tag) { return tag == "VBD" || tag == "VBZ" || tag == "VBP"; }
bool is_nominal(const Tree& tree, int i) { return tree.pos(i) == Pos::kNoun || tree.pos(i) == Pos::kPropn; }

bool has_subject(const Tree& tree, int verb) {
  for (int c : tree.children(verb))
    if (is_subject(tree.dep(c)) || tree.dep(c) == Dep::kExpl) return true;
  return false;
}

bool is_headline(const Tree& tree, int token) {
  TokenSpan sentence = tree.sentence(tree.sentence_of(token));
  for (int i = sentence.end - 1; i >= sentence.begin && i >= sentence.end - 3; --i)
    if (tree.tag(i) == ".") return false;
  return true;
}

// Whether one of the words separated by spaces in `features` is `feature`.
bool lists(std::string_view features, std::string_view feature) {
  for (size_t at = 0; at < features.size();) {
    size_t stop = std::min(features.find(' ', at), features.size());
    if (features.substr(at, stop - at) == feature) return true;
    at = stop + 1;
  }
  return false;
}

// One pass over the trees as they stand; its edits take effect once it is over.
class Pass {
 public:
  Pass(const Tree& tree, const Lexicon& valency, const Lexicon& offences)
      : tree_(tree), valency_(valency), offences_(offences) {}
  void write(nlp::Analysis& analysis) const {
    for (const Edit& edit : edits_) {
      nlp::Token& token = analysis.tokens[static_cast<size_t>(edit.token)];
      token.head = edit.head, token.dep = edit.dep, token.tag = edit.tag;
    }
  }

 protected:
  bool takes(int verb, std::string_view feature) const {
    const std::string* features = valency_.find(tree_.lemma(verb));
    return features && lists(*features, feature);
  }
  void label(int i, std::string_view dep) { hang(i, tree_.head(i), dep); }
  void hang(int i, int head, std::string_view dep) { edits_.push_back({i, head, dep, tree_.tag(i)}); }
  void retag(int i, std::string_view tag) { edits_.push_back({i, tree_.head(i), tree_.token(i).dep, tag}); }

  const Tree& tree_;
  const Lexicon &valency_, &offences_;

 private:
  struct Edit {
    int token, head;
    std::string_view dep, tag;
  };
  std::vector<Edit> edits_;
};

// Which word hangs from which.
class Structure : public Pass {
 public:
  using Pass::Pass;
  void run() {
    for (int i = 0; i < tree_.size(); ++i) {
      mend_prefix(i);
      mend_list(i);
      mend_headline_infinitive(i);
      if (!tree_.is_verbal(i)) continue;
      mend_finite(i);
      mend_auxiliary_of_modifier(i);
      mend_inverted_auxiliary(i);
      mend_two_objects(i);
      mend_of(i);
      mend_far_preposition(i);
      mend_small_clause(i);
      mend_purpose(i);
      mend_agent(i);
      mend_inverted_subject(i);
    }
  }

 private:
  // "The ex-president is": three subjects to the parser.
  void mend_prefix(int i) {
    if (i + 2 >= tree_.size() || tree_.lower(i + 1) != "-" || tree_.token(i).space_after ||
        tree_.token(i + 1).space_after)
      return;
    if (tree_.head(i) != tree_.head(i + 2) || tree_.dep(i) != tree_.dep(i + 2) || tree_.head(i + 1) != tree_.head(i))
      return;
    if (!is_nominal(tree_, i + 2) || tree_.is_root(i) || tree_.dep(i) == Dep::kCompound) return;
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
    if (tree_.pos(first) != tree_.pos(i) || closed || tree_.lower(phrase.begin - 1) != ",") return;
    bool plural = tree_.tag(first) == "NNS" || tree_.tag(first) == "NNPS";
    if (plural && tree_.tag(i) != tree_.tag(first)) return;
    int article = tree_.child(first, Dep::kDet), other = tree_.child(i, Dep::kDet);
    if (article >= 0 && other >= 0 && tree_.lower(article) != tree_.lower(other))
      return;  // "the judge, a mother and wife"
    label(i, "conj");
  }

  // "Governor to face trial": the noun is no root with a clause under it.
  void mend_headline_infinitive(int i) {
    if (tree_.tag(i) != "VB" || (tree_.dep(i) != Dep::kRelcl && tree_.dep(i) != Dep::kAcl)) return;
    int noun = tree_.head(i), to = tree_.child(i, Dep::kAux);
    if (!tree_.is_root(noun) || !is_nominal(tree_, noun) || to < 0 || tree_.tag(to) != "TO" || !is_headline(tree_, i))
      return;
    hang(i, i, "ROOT");
    hang(noun, i, tree_.has_child(i, Dep::kAuxpass) ? "nsubjpass" : "nsubj");
  }

  // "The first officer to testify wept": a finite verb is nobody's infinitive; it governs the noun above.
  void mend_finite(int verb) {
    if (tree_.dep(verb) != Dep::kXcomp || has_subject(tree_, verb) || tree_.has_child(verb, Dep::kAux)) return;
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
    if ((!has && !does) || !is_finite(tree_.tag(auxiliary)) || has_subject(tree_, auxiliary)) return;
    int verb = tree_.child(auxiliary, Dep::kCcomp);
    if (verb < auxiliary || (has ? tree_.tag(verb) != "VBN" && tree_.tag(verb) != "VBD" : tree_.tag(verb) != "VB"))
      return;
    int subject = tree_.child(verb, Dep::kNsubj);
    if (subject < auxiliary || tree_.has_child(verb, Dep::kAux)) return;
    for (int c : tree_.children(auxiliary))
      if (c != verb) hang(c, verb, tree_.token(c).dep);
    hang(verb, tree_.is_root(auxiliary) ? verb : tree_.head(auxiliary), tree_.token(auxiliary).dep);
    hang(auxiliary, verb, "aux");
  }

  // "Handed the prosecutor a list".
  void mend_two_objects(int verb) {
    if (!takes(verb, "recipient")) return;
    int first = -1, second = -1;
    for (int c : tree_.children(verb))
      if (tree_.dep(c) == Dep::kDobj) (first < 0 ? first : second) = c;
    if (first > verb && second > first && is_nominal(tree_, second) &&
        tree_.subtree(first).end == tree_.subtree(second).begin)
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
    return tree_.has_child(preposition, Dep::kPcomp) || (noun >= 0 && offences_.has(tree_.lemma(noun)));
  }

  // "Found the nurse guilty", "had the house searched".
  void mend_small_clause(int verb) {
    for (int c : tree_.children(verb)) {
      if (tree_.dep(c) != Dep::kCcomp) continue;
      int subject = tree_.child(c, Dep::kNsubj);
      if (subject < verb || subject > c || tree_.has_child(c, Dep::kMark)) continue;
      if (tree_.pos(c) == Pos::kAdj) {
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
    if (has_subject(tree_, verb) || tree_.dep(verb) == Dep::kConj) return;
    if (int auxiliary = tree_.child(verb, Dep::kAuxpass); auxiliary > verb)
      if (int behind = tree_.child(auxiliary, Dep::kAttr); behind >= 0) return hang(behind, verb, "nsubjpass");
    if (!is_finite(tree_.tag(verb))) return;
    bool fronted = false;
    for (int c : tree_.children(verb)) {
      if ((tree_.dep(c) == Dep::kPrep || tree_.tag(c) == "VBN") && tree_.subtree(c).end == verb) fronted = true;
      bool behind = c > verb && tree_.dep(c) == (takes(verb, "inverts") ? Dep::kDobj : Dep::kAttr);
      if (fronted && behind && is_nominal(tree_, c)) return label(c, "nsubj");
    }
  }
};

// Past forms that look active and are not.
class Voice : public Pass {
 public:
  using Pass::Pass;
  void run() {
    mended_.assign(static_cast<size_t>(tree_.size()), false);
    for (int i = 0; i < tree_.size(); ++i)
      if (tree_.tag(i) == "VBD" || tree_.tag(i) == "VBN") mend(i);
  }

 private:
  void mend(int verb) {
    bool subject_written = has_subject(tree_, verb);
    bool passive = is_bare_passive(verb);
    if (!subject_written && tree_.dep(verb) == Dep::kConj) passive = is_passive_conjunct(verb);
    if (!subject_written && tree_.dep(verb) == Dep::kAdvcl) passive = is_short_clause(verb);
    if (!passive) return;
    retag(verb, "VBN");
    if (int subject = tree_.child(verb, Dep::kNsubj); subject >= 0) label(subject, "nsubjpass");
    mended_[static_cast<size_t>(verb)] = true;
  }

  bool is_sum(int noun) const { return tree_.token(noun).entity == "MONEY" || tree_.token(noun).entity == "QUANTITY"; }

  // No object, and a preposition or a predicate complement that only a passive has there.
  bool lacks_its_object(int verb) const {
    const std::string* features = valency_.find(tree_.lemma(verb));
    if (!features) return false;
    bool always = lists(*features, "passive"), headline = is_headline(tree_, verb), fits = always && headline;
    for (int c : tree_.children(verb)) {
      Dep dep = tree_.dep(c);
      if (dep == Dep::kAux || dep == Dep::kAuxpass || dep == Dep::kCcomp || dep == Dep::kXcomp || dep == Dep::kDative)
        return false;
      if (dep == Dep::kDobj && !(lists(*features, "sum") && is_sum(c))) return false;
      if (dep == Dep::kConj && tree_.has_child(c, Dep::kDobj)) return false;  // "arrested and charged Lee"
      if (c < verb) continue;
      if (dep == Dep::kAgent) fits = true;
      fits = fits || (always && dep == Dep::kPrep) ||
             lists(*features, std::string("passive:").append(tree_.lower(c))) ||
             (headline && lists(*features, std::string("headline:").append(tree_.lower(c))));
    }
    return fits;
  }

  // "Mayor charged with graft".
  bool is_bare_passive(int verb) const {
    int subject = tree_.child(verb, Dep::kNsubj);
    if (subject < 0 || subject > verb || tree_.pos(subject) == Pos::kPron) return false;
    if (tree_.dep(verb) == Dep::kRelcl) return false;  // "the man police arrested in Oslo"
    if (is_found(verb)) return true;
    return lacks_its_object(verb);
  }

  // "If found guilty": a finite verb would have a subject.
  bool is_short_clause(int verb) const {
    return verb > 0 && tree_.child(verb, Dep::kMark) == verb - 1 && !tree_.has_child(verb, Dep::kDobj);
  }

  // "Nurse found guilty".
  bool is_found(int verb) const {
    if (tree_.has_child(verb, Dep::kDobj) || tree_.has_child(verb, Dep::kAux) || tree_.lemma(verb) != "find")
      return false;
    return tree_.has_child(verb, Dep::kOprd) || tree_.has_child(verb, Dep::kAcomp);
  }

  // "Was charged with murder and remanded in custody".
  bool is_passive_conjunct(int verb) const {
    int first = tree_.head(verb);
    bool first_is = tree_.has_child(first, Dep::kAuxpass) || tree_.has_child(first, Dep::kNsubjpass) ||
                    mended_[static_cast<size_t>(first)];
    if (!first_is || tree_.tag(verb) != "VBD" || tree_.has_child(verb, Dep::kDobj) || tree_.has_child(verb, Dep::kAux))
      return false;
    const std::string* features = valency_.find(tree_.lemma(verb));
    return tree_.has_child(verb, Dep::kAgent) ||
           (features && (features->find("passive") != features->npos || features->find("headline") != features->npos));
  }

  std::vector<bool> mended_;
};

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

// One short vowel before one consonant that English doubles: "rap", "rapped".
bool doubles_its_consonant(std::string_view verb) {
  size_t vowel = verb.find_first_of("aeiou");
  if (vowel == verb.npos || vowel + 2 != verb.size()) return false;
  return std::string_view("wxys").find(verb.back()) == std::string_view::npos && !is_vowel(verb.back());
}

// "Raped" is no form of "rap", nor "fined" of "fin", nor "hopes" of "hop": the lemma has lost its "e".
void mend_lemmas(nlp::Analysis& analysis) {
  for (nlp::Token& token : analysis.tokens) {
    std::string_view word = analysis.words(token);
    if (token.tag.substr(0, 2) != "VB" || word.size() < token.lemma.size() + 2 || !doubles_its_consonant(token.lemma))
      continue;
    std::string_view ending = word.substr(token.lemma.size());
    if (ending == "ed" || ending == "es" || ending == "ing")
      token.lemma = analysis.keep(std::string(token.lemma) + "e");
  }
}

template <typename Kind>
void mend(nlp::Analysis& analysis, const Lexicon& valency, const Lexicon& offences) {
  Tree tree(analysis);
  Kind pass(tree, valency, offences);
  pass.run();
  pass.write(analysis);
}

}  // namespace

Result<TreeRepair> TreeRepair::load(const std::filesystem::path& knowledge) {
  auto valency = Lexicon::load(knowledge / "lexicons/valency.txt");
  if (!valency) return tl::unexpected(valency.error());
  auto offences = Lexicon::load(knowledge / "lexicons/offences.txt");
  if (!offences) return tl::unexpected(offences.error());
  return TreeRepair(std::move(*valency), std::move(*offences));
}

void TreeRepair::apply(nlp::Analysis& analysis) const {
  mend_lemmas(analysis);
  mend<Structure>(analysis, valency_, offences_);
  mend<Voice>(analysis, valency_, offences_);  // needs the structure mended
}

}  // namespace sumario::read
