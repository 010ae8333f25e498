#include "read/frames/allegations.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "read/frames/defendants.h"
#include "read/frames/narration.h"
#include "read/frames/phrase.h"
#include "read/frames/statements.h"
#include "read/syntax/proposition.h"

namespace sumario::read {
namespace {

// What stands behind these tells what was done, not where or when: "jailed for fraud", not "fled after the murder".
const std::set<std::string_view> kOfConduct = {"in", "of", "for", "with", "to", "on", "about", "from", "by"};

const std::set<std::string_view> kOpenACase = {"charge",   "arrest", "convict", "plea",
                                               "sentence", "trial",  "sue",     "warrant"};

// Entities that a claim of the document already names: those a proceeding is open against, and those accused in words.
struct Accused {
  std::set<int> before_the_law;
  std::set<int> in_words;

  explicit Accused(const std::vector<Draft>& drafts) {
    for (const Draft& draft : drafts) {
      if (draft.modality != Modality::kAsserted && draft.modality != Modality::kAlleged) continue;
      if (kOpenACase.contains(draft.type)) add(draft, "defendant", before_the_law);
      if (draft.type == "accuse") add(draft, "accused", in_words);
    }
  }
  bool holds(int entity) const { return before_the_law.contains(entity) || in_words.contains(entity); }

 private:
  static void add(const Draft& draft, const char* role, std::set<int>& entities) {
    if (auto found = draft.roles.find(role); found != draft.roles.end())
      for (const DraftFiller& f : found->second)
        if (f.entity >= 0) entities.insert(f.entity);
  }
};

// "the defendant", whoever that is: the word itself says that somebody is accused.
bool is_the_defendant(const Tree& tree, const DraftFiller& f) {
  return f.entity < 0 && f.head >= 0 && (tree.lemma(f.head) == "defendant" || tree.lemma(f.head) == "suspect");
}

bool is_named(const Scene& scene, const DraftFiller& f) {
  int m = f.head < 0 ? -1 : scene.cast.mention_of_head[static_cast<size_t>(f.head)];
  return f.entity >= 0 && m >= 0 && scene.cast.mentions[static_cast<size_t>(m)].form == MentionForm::kName;
}

// "Lee was part of a gang".
bool is_copula(const Tree& tree, int verb) {
  return tree.pos(verb) == nlp::Pos::kAux && tree.lemma(verb) == "be" && tree.has_child(verb, Dep::kAttr);
}

// A verb that tells what happened: finite, a participle of the perfect, or "by stealing", "after stealing".
bool tells_a_deed(const Tree& tree, int verb) {
  std::string_view tag = tree.tag(verb);
  if (tag != "VBD" && tag != "VBN" && tag != "VBG" && tag != "VBZ" && tag != "VBP" && tag != "VB") return false;
  if (tree.pos(verb) != nlp::Pos::kVerb && !is_copula(tree, verb)) return false;
  bool under_noun = tree.dep(verb) == Dep::kPcomp && !tree.is_verbal(tree.head(tree.head(verb)));
  return !under_noun;
}

}  // namespace

// One document's reading.
class AllegationPass {
 public:
  AllegationPass(const Scene& scene, const Matcher& matcher, const Wrongs& wrongs, const AllegationReader& reader,
                 const std::vector<Draft>& known)
      : scene_(scene),
        tree_(scene.tree),
        matcher_(matcher),
        wrongs_(wrongs),
        words_(reader.lexicons_),
        voices_(scene),
        accused_(known) {
    for (const Draft& draft : known) {
      if (draft.kind != ClaimKind::kProceeding && draft.kind != ClaimKind::kAllegation) continue;
      told_.insert(draft.predicate);
      if (auto defendants = draft.roles.find("defendant"); defendants != draft.roles.end())
        defendants_.emplace(draft.predicate, defendants->second);
    }
    if (std::vector<int> defendants = case_defendants(scene, known); defendants.size() == 1) only_ = defendants.front();
    std::vector<bool> carries;
    for (const Attribution& voice : scene.attributions) carries.push_back(accuses(voice));
    narrators_ = narrators(scene, carries, words_.openings);
  }

  std::vector<Draft> read() {
    std::vector<Draft> drafts;
    for (int i = 0; i < tree_.size(); ++i) {
      std::optional<Draft> draft = tree_.pos(i) == nlp::Pos::kVerb || is_copula(tree_, i) ? deed(i)
                                   : tree_.pos(i) == nlp::Pos::kNoun                      ? noun(i)
                                                                                          : std::nullopt;
      if (draft) drafts.push_back(std::move(*draft));
    }
    return drafts;
  }

 private:
  const std::string* accuser_value(const Attribution& voice) const {
    if (voice.source_head < 0 || is_counsel(voice.source_head)) return nullptr;
    return words_.accusers.find(tree_.lemma(voice.source_head));
  }
  // "Lee's attorneys", "his defence lawyer", "an attorney for Lee": they accuse nobody.
  bool is_counsel(int noun) const {
    if (tree_.lemma(noun) != "attorney") return false;
    if (int owner = tree_.child(noun, Dep::kPoss); owner >= 0) {
      int m = scene_.cast.mention_of_head[static_cast<size_t>(owner)];
      return m < 0 || scene_.cast.mentions[static_cast<size_t>(m)].kind == EntityKind::kPerson;
    }
    for (int c : tree_.children(noun))
      if (tree_.lower(c) == "defense" || tree_.lower(c) == "defence") return true;
    int behind = tree_.child(noun, Dep::kPrep);
    return behind >= 0 && tree_.lower(behind) == "for" && scene_.cast.entity_of_head(noun) < 0;
  }
  bool accuses(const Attribution& voice) const {
    const std::string* value = accuser_value(voice);
    return value && *value == "accuses";
  }

  // The people a deed is told of, those left out who are neither accused nor, where `all`, named.
  std::vector<DraftFiller> doers(int head, int predicate, bool all) const {
    std::vector<DraftFiller> found;
    for (const DraftFiller& f : people_of(scene_, head, predicate))
      if (accused_.holds(f.entity) || is_the_defendant(tree_, f) || (all && is_named(scene_, f) && is_person(f)))
        found.push_back(f);
    return found;
  }
  std::vector<DraftFiller> doers_of(const Proposition& proposition, bool all) const {
    const int verb = proposition.predicate;
    if (tree_.dep(verb) == Dep::kPcomp)  // "arrested a clerk for stealing", "charged with selling"
      if (auto charged = defendants_.find(tree_.head(tree_.head(verb))); charged != defendants_.end())
        return charged->second;
    const Argument* subject = proposition.find(Relation::kSubject);
    if (!subject) return {};
    int head = subject->head;
    if (all && only_ >= 0 && is_open(head) && may_mean(head, only_)) return {{head, tree_.bytes(head), only_}};
    if (tree_.dep(head) == Dep::kAttr && tree_.dep(verb) == Dep::kRelcl)  // "Lee is the man who shot the guard"
      if (int called = surface_subject(tree_, tree_.head(head)); called >= 0) head = called;
    return doers(head, verb, all);
  }
  // "She" whom nobody resolved.
  bool is_open(int head) const {
    return tree_.pos(head) == nlp::Pos::kPron && scene_.cast.entity_of_head(head) < 0 &&
           (tree_.lower(head) == "he" || tree_.lower(head) == "she");
  }
  bool may_mean(int pronoun, int entity) const {
    auto gender = scene_.cast.entities[static_cast<size_t>(entity)].gender;
    return !gender || *gender == (tree_.lower(pronoun) == "he" ? Gender::kMale : Gender::kFemale);
  }

  bool is_person(const DraftFiller& f) const {
    return scene_.cast.entities[static_cast<size_t>(f.entity)].kind == EntityKind::kPerson;
  }

  bool harms_oneself(int verb) const {
    for (int c : tree_.children(verb))
      if (tree_.dep(c) == Dep::kDobj && tree_.is_reflexive(c)) return true;
    return false;
  }

  // "Not only did he take bribes": finite by its auxiliary.
  bool is_emphatic(int verb) const {
    int auxiliary = tree_.child(verb, Dep::kAux);
    return auxiliary >= 0 && tree_.lower(auxiliary) == "did";
  }

  std::optional<Draft> deed(int verb) const {
    if (told_.contains(verb) || !tells_a_deed(tree_, verb) || harms_oneself(verb)) return std::nullopt;
    const Proposition proposition = proposition_at(tree_, verb);
    Mood mood = matcher_.moods().read(tree_, verb);

    int voice = voices_.over(tree_.bytes(verb));
    if (voice < 0) voice = narrators_[static_cast<size_t>(tree_.sentence_of(verb))];
    const bool narrated = voice == kFactsOfTheCase;
    const std::string* accuser = voice < 0 ? nullptr : accuser_value(scene_.attributions[static_cast<size_t>(voice)]);
    bool alleged = mood.modality == Modality::kAlleged;
    bool plain = wrongs_.is_plain_deed(tree_.lemma(verb));
    bool neutral = words_.neutral.has(tree_.lemma(verb));
    bool wrong =
        wrongs_.is_deed(tree_.lemma(verb)) || (!neutral && wrongs_.name_offence(tree_, object_words(proposition)));
    if (is_copula(tree_, verb)) {
      const int what = tree_.child(verb, Dep::kAttr);
      wrong = (accuser || alleged) && wrongs_.name_offence(tree_, tree_.bytes(words_of_phrase(tree_, what)));
      if (!wrong) return std::nullopt;
    }
    bool accused_anew = (alleged && wrong) || (accuser && *accuser == "accuses" && plain);
    std::vector<DraftFiller> who = doers_of(proposition, accused_anew);
    if (who.empty()) return std::nullopt;

    bool of_oneself = voice >= 0 && scene_.attributions[static_cast<size_t>(voice)].entity == who.front().entity &&
                      who.front().entity >= 0;
    if (of_oneself && wrong && (plain || !wrongs_.is_deed(tree_.lemma(verb))) && mood.modality == Modality::kAsserted)
      return draft(verb, "admit", Modality::kAsserted, std::move(who), "allegation/tells-own-deed", 0.8);
    if ((of_oneself || accuser) && wrong && mood.modality == Modality::kNegated && voice >= 0)
      return draft(verb, of_oneself ? "deny" : "exonerate", Modality::kAsserted, std::move(who),
                   "allegation/told-innocent", 0.8);
    if (mood.modality != Modality::kAsserted && !alleged) return std::nullopt;
    if (alleged && !is_accused_of(verb, mood.cue)) return std::nullopt;
    if (is_of_what_was_not(verb) || (alleged && is_claimed_by(mood.cue, who.front()))) return std::nullopt;
    if (tree_.tag(verb) == "VB" && !alleged && !is_emphatic(verb)) return std::nullopt;
    if (voice >= 0 && !accuser && !alleged && !is_told_by_a_victim(voice, plain, who)) return std::nullopt;
    bool own_voice = !accuser && !alleged && !narrated;  // "Lee attacked Ray": politics, unless the law has hold of Lee
    if (own_voice && who.front().entity >= 0 && !accused_.before_the_law.contains(who.front().entity))
      return std::nullopt;
    bool outright = alleged && mood.cue >= 0 && tree_.head(mood.cue) == verb;  // "allegedly received"
    bool told_as_wrong = wrong || outright || ((alleged || narrated || (accuser && *accuser != "may")) && !neutral);
    if (!told_as_wrong) return std::nullopt;
    auto found = draft(verb, "accuse", Modality::kAlleged, std::move(who),
                       accuser ? "allegation/accuser-says" : "allegation/deed", accuser ? 0.85 : 0.75);
    if (voice >= 0)
      if (const Attribution& a = scene_.attributions[static_cast<size_t>(voice)]; !a.source.empty())
        found.roles["accuser"] = {{a.source_head, tree_.bytes(a.source), a.entity}};
    return found;
  }

  // "A woman told the court that he had raped her": a plain wrong of somebody accused already, by somebody else who is
  // no lawyer of theirs. Whatever else a neighbour or a lawyer tells accuses nobody.
  bool is_told_by_a_victim(int voice, bool plain, const std::vector<DraftFiller>& who) const {
    const Attribution& a = scene_.attributions[static_cast<size_t>(voice)];
    return plain && a.source_head >= 0 && a.entity != who.front().entity && !is_counsel(a.source_head) &&
           who.front().entity >= 0 && accused_.before_the_law.contains(who.front().entity);
  }

  // "Lee claims to have robbed a bank".
  bool is_claimed_by(int cue, const DraftFiller& f) const {
    if (cue < 0 || !tree_.is_verbal(cue) || is_passive(tree_, cue)) return false;
    int teller = surface_subject(tree_, cue);
    return teller >= 0 && (teller == f.head || (f.entity >= 0 && scene_.cast.entity_of_head(teller) == f.entity));
  }

  // "Was not involved in making plans", "refused to take part in stealing".
  bool is_of_what_was_not(int verb) const {
    if (tree_.dep(verb) != Dep::kPcomp) return false;
    Modality above = matcher_.moods().read(tree_, tree_.head(tree_.head(verb))).modality;
    return above == Modality::kNegated || above == Modality::kDenied;
  }

  // False where the word that alleges is itself denied or open: "was not accused of taking", "refused to accuse her
  // of".
  bool is_accused_of(int verb, int cue) const {
    if (cue < 0 || cue == verb || !tree_.is_verbal(cue)) return true;
    Modality above = matcher_.moods().read(tree_, cue).modality;
    return above == Modality::kAsserted || above == Modality::kAlleged;
  }

  // "her alleged role in the theft", "Lee's alleged links to the gang", "the alleged efforts of Lee", "had involvement
  // in".
  std::optional<Draft> noun(int noun) const {
    return words_.wrongdoers.has(tree_.lemma(noun)) ? alleged_wrongdoer(noun) : alleged_noun(noun);
  }

  bool is_marked(int parent) const {
    for (int c : tree_.children(parent))
      if (const std::string* value = words_.wrongdoers.find(tree_.lower(c)); value && *value == "mark") return true;
    return false;
  }

  // "Alleged killer Ann Lee", "the suspected gunman, Lee", "Lee, the alleged killer".
  std::optional<Draft> alleged_wrongdoer(int noun) const {
    Dep dep = tree_.dep(noun);
    int name = dep == Dep::kCompound || dep == Dep::kNmod || dep == Dep::kAppos ? tree_.head(noun)
                                                                                : tree_.child(noun, Dep::kAppos);
    if (name < 0 || told_.contains(noun) ||
        !(is_marked(noun) || (dep != Dep::kAppos && name > noun && is_marked(name))))
      return std::nullopt;
    std::vector<DraftFiller> who = doers(name, noun, true);
    std::erase_if(who, [&](const DraftFiller& f) { return f.entity < 0; });
    if (who.empty()) return std::nullopt;
    return draft(noun, "accuse", Modality::kAlleged, std::move(who), "allegation/wrongdoer", 0.8);
  }

  std::optional<Draft> alleged_noun(int noun) const {
    if (!words_.deed_nouns.has(tree_.lemma(noun)) || told_.contains(noun)) return std::nullopt;
    const Proposition proposition = proposition_at(tree_, noun);
    bool alleged = false;
    for (const Argument& a : proposition.arguments)
      alleged = alleged || (a.relation == Relation::kModifier && tree_.lemma(a.head) == "alleged");
    const Argument* owner = proposition.find(Relation::kPossessive);
    if (!owner) owner = proposition.find("of");
    int head = owner ? owner->head : -1;
    if (Carrier carrier = carrier_of(tree_, noun); head < 0 && carrier.verb >= 0 && tree_.lemma(carrier.verb) == "have")
      head = surface_subject(tree_, carrier.verb);
    if (head < 0) return std::nullopt;
    ByteRange words = tree_.bytes(words_of_phrase(tree_, noun));
    if (!alleged && !wrongs_.name_offence(tree_, words)) return std::nullopt;
    std::vector<DraftFiller> who = doers(head, noun, alleged);
    Mood mood = matcher_.moods().read(tree_, noun);
    if (who.empty() || mood.modality == Modality::kNegated || mood.modality == Modality::kDenied) return std::nullopt;
    return draft(noun, "accuse", Modality::kAlleged, std::move(who), "allegation/deed-noun", 0.8);
  }

  // The words that the verb acts on: object and prepositions within its own clause.
  ByteRange object_words(const Proposition& proposition) const {
    ByteRange words = tree_.bytes(proposition.predicate);
    for (const Argument& a : proposition.arguments)
      if ((a.relation == Relation::kObject ||
           (a.relation == Relation::kPreposition && kOfConduct.contains(a.preposition))) &&
          !a.understood && tree_.pos(a.head) == nlp::Pos::kNoun && a.head > proposition.predicate)
        words = hull(words, tree_.bytes(a.head));
    return words;
  }

  Draft draft(int predicate, const char* type, Modality modality, std::vector<DraftFiller> who, const char* rule,
              double confidence) const {
    Draft draft;
    draft.kind = ClaimKind::kAllegation;
    draft.type = type;
    draft.modality = modality;
    draft.predicate = predicate;
    draft.trigger = {predicate};
    draft.roles["accused"] = std::move(who);
    draft.roles["conduct"] = {{predicate, tree_.bytes(words_of_deed(tree_, predicate)), -1}};
    draft.rule = rule;
    draft.confidence = confidence;
    return draft;
  }

  const Scene& scene_;
  const Tree& tree_;
  const Matcher& matcher_;
  const Wrongs& wrongs_;
  const AllegationReader::Lexicons& words_;
  Voices voices_;
  Accused accused_;
  int only_ = -1;                                       // the defendant, where the document tells of one case only
  std::set<int> told_;                                  // predicates a frame has already read
  std::map<int, std::vector<DraftFiller>> defendants_;  // by the predicate of the proceeding
  std::vector<int> narrators_;                          // per sentence
};

Result<AllegationReader> AllegationReader::load(const std::filesystem::path& knowledge) {
  auto accusers = Lexicon::load(knowledge / "lexicons/accusers.txt");
  if (!accusers) return tl::unexpected(accusers.error());
  auto neutral = Lexicon::load(knowledge / "lexicons/neutral_verbs.txt");
  if (!neutral) return tl::unexpected(neutral.error());
  auto deed_nouns = Lexicon::load(knowledge / "lexicons/deed_nouns.txt");
  if (!deed_nouns) return tl::unexpected(deed_nouns.error());
  auto openings = Lexicon::load(knowledge / "lexicons/case_openings.txt");
  if (!openings) return tl::unexpected(openings.error());
  auto wrongdoers = Lexicon::load(knowledge / "lexicons/wrongdoers.txt");
  if (!wrongdoers) return tl::unexpected(wrongdoers.error());
  return AllegationReader(Lexicons{std::move(*accusers), std::move(*neutral), std::move(*deed_nouns),
                                   std::move(*openings), std::move(*wrongdoers)});
}

std::vector<Draft> AllegationReader::read(const Scene& scene, const Matcher& matcher, const Wrongs& wrongs,
                                          const std::vector<Draft>& known) const {
  return AllegationPass(scene, matcher, wrongs, *this, known).read();
}

}  // namespace sumario::read
