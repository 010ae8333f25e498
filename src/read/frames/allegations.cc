#include "read/frames/allegations.h"

#include <algorithm>
#include <set>

#include "read/frames/phrase.h"
#include "read/frames/statements.h"
#include "read/syntax/proposition.h"

namespace sumario::read {
namespace {

// Entities that a proceeding or an accusation already names as those proceeded against or accused.
std::set<int> proceeded_against(const std::vector<Draft>& drafts) {
  std::set<int> accused;
  for (const Draft& draft : drafts) {
    if (draft.modality != Modality::kAsserted && draft.modality != Modality::kAlleged) continue;
    bool firm = draft.type == "charge" || draft.type == "arrest" || draft.type == "convict" || draft.type == "plea" ||
                draft.type == "sentence" || draft.type == "trial" || draft.type == "accuse";
    if (!firm) continue;
    for (const char* role : {"defendant", "accused"})
      if (auto found = draft.roles.find(role); found != draft.roles.end())
        for (const DraftFiller& f : found->second)
          if (f.entity >= 0) accused.insert(f.entity);
  }
  return accused;
}

// "the defendant", whoever that is: the word itself says that somebody is accused.
bool is_the_defendant(const Tree& tree, const DraftFiller& f) {
  return f.entity < 0 && f.head >= 0 && (tree.lemma(f.head) == "defendant" || tree.lemma(f.head) == "suspect");
}

bool tells_a_deed(const Tree& tree, int verb) {
  std::string_view tag = tree.tag(verb);
  if (tag != "VBD" && tag != "VBN" && tag != "VBG" && tag != "VBZ" && tag != "VBP") return false;
  return tree.pos(verb) == nlp::Pos::kVerb && !is_passive(tree, verb);
}

}  // namespace

Result<AllegationReader> AllegationReader::load(const std::filesystem::path& knowledge) {
  auto accusers = Lexicon::load(knowledge / "lexicons/accusers.txt");
  if (!accusers) return tl::unexpected(accusers.error());
  auto wrongdoing = Lexicon::load(knowledge / "lexicons/wrongdoing.txt");
  if (!wrongdoing) return tl::unexpected(wrongdoing.error());
  auto neutral = Lexicon::load(knowledge / "lexicons/neutral_verbs.txt");
  if (!neutral) return tl::unexpected(neutral.error());
  return AllegationReader(std::move(*accusers), std::move(*wrongdoing), std::move(*neutral));
}

bool AllegationReader::is_accuser(const Scene& scene, const Attribution& voice) const {
  return voice.source_head >= 0 && accusers_.has(scene.tree.lemma(voice.source_head));
}

std::vector<Draft> AllegationReader::read(const Scene& scene, const Matcher& matcher,
                                          const std::vector<Draft>& known) const {
  const std::set<int> accused = proceeded_against(known);
  std::vector<Draft> drafts;
  std::set<int> told;  // predicates a frame has already read
  for (const Draft& draft : known) told.insert(draft.predicate);
  Voices voices(scene);
  for (int verb = 0; verb < scene.tree.size(); ++verb) {
    if (told.contains(verb) || !tells_a_deed(scene.tree, verb)) continue;
    int subject = surface_subject(scene.tree, verb);
    if (subject < 0) continue;
    std::vector<DraftFiller> doers;
    for (const DraftFiller& f : people_of(scene, subject, verb))
      if (accused.contains(f.entity) || is_the_defendant(scene.tree, f)) doers.push_back(f);
    if (doers.empty()) continue;

    int voice = voices.over(scene.tree.bytes(verb));
    bool by_accuser = voice >= 0 && is_accuser(scene, scene.attributions[static_cast<size_t>(voice)]);
    Mood mood = matcher.moods().read(scene.tree, verb);
    if (mood.modality != Modality::kAsserted && mood.modality != Modality::kAlleged) continue;
    bool alleged = mood.modality == Modality::kAlleged || by_accuser;
    std::string_view lemma = scene.tree.lemma(verb);
    if (!wrongdoing_.has(lemma) && !(alleged && !neutral_.has(lemma))) continue;
    if (voice >= 0 && !by_accuser && !alleged) continue;  // a neighbour or a lawyer telling something

    Draft draft;
    draft.kind = ClaimKind::kAllegation;
    draft.type = "accuse";
    draft.modality = Modality::kAlleged;
    draft.predicate = verb;
    draft.trigger = {verb};
    draft.roles["accused"] = std::move(doers);
    draft.roles["conduct"] = {{verb, scene.tree.bytes(words_of_phrase(scene.tree, verb)), -1}};
    if (by_accuser) {
      const Attribution& a = scene.attributions[static_cast<size_t>(voice)];
      draft.roles["accuser"] = {{a.source_head, scene.tree.bytes(a.source), a.entity}};
    }
    draft.rule = by_accuser ? "allegation/accuser-says" : "allegation/deed";
    draft.confidence = by_accuser ? 0.85 : 0.75;
    drafts.push_back(std::move(draft));
  }
  return drafts;
}

}  // namespace sumario::read
