#include "read/frames/case_references.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <utility>

#include "read/frames/defendants.h"
#include "read/frames/phrase.h"
#include "read/names/knowledge.h"
#include "read/syntax/proposition.h"

namespace sumario::read {
namespace {

// Steps that are taken only in a case: whoever the document proceeds against is meant where nobody is named.
bool belongs_to_a_case(const Draft& draft) {
  static constexpr std::array<std::string_view, 7> kTypes = {"charge", "motion",   "trial",   "hearing",
                                                             "appeal", "sentence", "overturn"};
  return std::find(kTypes.begin(), kTypes.end(), draft.type) != kTypes.end();
}

// "The trial" of nobody knows whom tells nothing; that "the arrests" were made does.
bool tells_nothing(const Draft& draft) {
  return draft.points_back && draft.type != "arrest" && !draft.roles.contains("defendant");
}

// The head of a list of names and all that the parser hangs from it as further items.
std::vector<int> listed(const Tree& tree, int head) {
  std::vector<int> heads = {head};
  for (size_t i = 0; i < heads.size() && heads.size() < 64; ++i)
    for (int c : tree.children(heads[i]))
      if (tree.dep(c) == Dep::kConj || tree.dep(c) == Dep::kAppos) heads.push_back(c);
  return heads;
}

bool is_plural(const Tree& tree, int head) {
  return tree.tag(head) == "NNS" || tree.tag(head) == "NNPS" || tree.tag(head) == "CD";
}

// Whether sentences from one token's to another's, the first left out, name a person who is none of the defendants:
// "Ray pleaded guilty. Lee admitted the theft. He was sentenced" need not be Ray.
bool names_another(const Scene& scene, const std::vector<DraftFiller>& defendants, int from, int to) {
  for (int k = scene.tree.sentence(scene.tree.sentence_of(from)).end; k < to; ++k) {
    int m = scene.cast.mention_of_head[static_cast<size_t>(k)];
    if (m < 0) continue;
    const CastMention& mention = scene.cast.mentions[static_cast<size_t>(m)];
    if (mention.form == MentionForm::kName && mention.kind == EntityKind::kPerson &&
        std::none_of(defendants.begin(), defendants.end(),
                     [&](const DraftFiller& f) { return f.entity >= 0 && f.entity == mention.entity; }))
      return true;
  }
  return false;
}

// The defendants of the last step told before the draft, where it stands at most two sentences above it and nobody else
// is named in between.
std::vector<DraftFiller> told_before(const Scene& scene, const std::vector<Draft>& drafts, const Draft& draft) {
  for (size_t i = static_cast<size_t>(&draft - drafts.data()); i-- > 0;) {
    const Draft& other = drafts[i];
    auto found = other.roles.find("defendant");
    if (scene.tree.sentence_of(draft.predicate) - scene.tree.sentence_of(other.predicate) > 2) return {};
    if (other.kind != ClaimKind::kProceeding || other.predicate >= draft.predicate || found == other.roles.end())
      continue;
    if (names_another(scene, found->second, other.predicate, draft.predicate)) return {};
    return found->second;
  }
  return {};
}

// Those of the fillers whom a personal pronoun of that gender means: all of several, or the only one whose number and
// gender fit.
std::vector<DraftFiller> meant_by_pronoun(const Scene& scene, int pronoun, std::optional<Gender> gender,
                                          const std::vector<DraftFiller>& told) {
  const Tree& tree = scene.tree;
  if (tree.lemma(pronoun) == "they")
    return told.size() > 1 || (told.size() == 1 && told.front().entity < 0 && is_plural(tree, told.front().head))
               ? told
               : std::vector<DraftFiller>();
  std::vector<DraftFiller> fitting;
  for (const DraftFiller& f : told) {
    if (f.head >= 0 && tree.pos(f.head) == nlp::Pos::kPron && f.entity < 0) return {};
    auto known = f.entity < 0 ? std::nullopt : scene.cast.entities[static_cast<size_t>(f.entity)].gender;
    if (gender && (!known || *known == *gender) && (f.entity >= 0 || !is_plural(tree, f.head))) fitting.push_back(f);
  }
  return fitting.size() == 1 ? fitting : std::vector<DraftFiller>();
}

}  // namespace

Result<CaseReferences> CaseReferences::load(const std::filesystem::path& knowledge) {
  auto nouns = Lexicon::load(knowledge / "lexicons/defendant_nouns.txt");
  if (!nouns) return tl::unexpected(nouns.error());
  auto naming = Lexicon::load(knowledge / "lexicons/naming_verbs.txt");
  if (!naming) return tl::unexpected(naming.error());
  auto pronouns = Lexicon::load(knowledge / "lexicons/pronouns.txt");
  if (!pronouns) return tl::unexpected(pronouns.error());
  return CaseReferences(std::move(*nouns), std::move(*naming), std::move(*pronouns));
}

std::optional<Gender> CaseReferences::gender_of_pronoun(std::string_view word) const {
  const std::string* value = pronouns_.find(word);
  if (!value || value->ends_with("reflexive")) return std::nullopt;
  return gender_named(std::string_view(*value).substr(0, value->find(' ')));
}

bool CaseReferences::means_defendants(const Tree& tree, int head) const {
  return nouns_.has(tree.lemma(head)) && points_back(tree, head) && !tree.has_child(head, Dep::kNummod);
}

std::vector<int> CaseReferences::identified(const Scene& scene) const {
  const Tree& tree = scene.tree;
  std::set<int> people;
  for (int i = 0; i < tree.size(); ++i) {
    if (!tree.is_verbal(i) || !naming_.has(tree.lemma(i)) || tree.has_child(i, Dep::kNeg)) continue;
    const Proposition proposition = proposition_at(tree, i);
    const Argument* object = proposition.find(Relation::kObject);
    const Argument* as = proposition.find("as");
    if (!object || !as || !means_defendants(tree, object->head)) continue;
    for (int head : listed(tree, as->head))
      if (int e = scene.cast.entity_of_head(head);
          e >= 0 && scene.cast.entities[static_cast<size_t>(e)].kind == EntityKind::kPerson)
        people.insert(e);
  }
  return {people.begin(), people.end()};
}

std::vector<DraftFiller> CaseReferences::meant(const Scene& scene, const DraftFiller& filler, const Draft& draft,
                                               const std::vector<Draft>& drafts, const Case& one) const {
  const Tree& tree = scene.tree;
  std::vector<DraftFiller> people;
  for (int entity : one.defendants) people.push_back({filler.head, filler.range, entity, true, filler.understood});
  if (one.identified && is_lead_description(scene, filler.head)) return people;
  if (people.size() == 1 && is_introduced_by(scene, filler.head, people.front().entity)) return people;
  if (means_defendants(tree, filler.head))
    return (people.size() > 1) == is_plural(tree, filler.head) ? people : std::vector<DraftFiller>();
  if (tree.pos(filler.head) != nlp::Pos::kPron || (draft.kind == ClaimKind::kAllegation && people.size() != 1))
    return {};
  return meant_by_pronoun(scene, filler.head, gender_of_pronoun(tree.lower(filler.head)),
                          people.empty() ? told_before(scene, drafts, draft) : people);
}

void CaseReferences::complete(const Scene& scene, std::vector<Draft>& drafts) const {
  const std::vector<int> named = identified(scene);
  Case one{case_defendants(scene, drafts, named), false};
  one.identified = !named.empty() && named == one.defendants;
  std::vector<std::vector<int>> names;
  for (int entity : one.defendants) names.push_back(names_of(scene.cast, entity));
  for (Draft& draft : drafts) {
    const bool accuses = draft.type == "accuse" && draft.modality == Modality::kAlleged;
    if (draft.kind != ClaimKind::kProceeding && !accuses) continue;
    auto found = draft.roles.find(accuses ? "accused" : "defendant");
    if (found == draft.roles.end()) {
      if (accuses) continue;
      if (!draft.points_back && !belongs_to_a_case(draft)) continue;
      for (const auto& forms : names) draft.roles["defendant"].push_back(named_before(scene, forms, draft.predicate));
      continue;
    }
    std::vector<DraftFiller> resolved;
    for (const DraftFiller& filler : found->second) {
      std::vector<DraftFiller> people;
      if (filler.entity < 0 && filler.head >= 0) people = meant(scene, filler, draft, drafts, one);
      if (people.empty()) people = {filler};
      resolved.insert(resolved.end(), people.begin(), people.end());
    }
    found->second = std::move(resolved);
  }
  std::erase_if(drafts, tells_nothing);
}

}  // namespace sumario::read
