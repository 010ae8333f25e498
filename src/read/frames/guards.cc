#include "read/frames/guards.h"

#include <algorithm>
#include <set>

#include "read/syntax/mood.h"

namespace sumario::read {
namespace {

// What somebody says of themselves accuses nobody else, and a mere maybe accuses nobody.
bool is_firm(const Draft& draft) {
  if (draft.kind == ClaimKind::kProceeding) return draft.modality == Modality::kAsserted;
  return draft.kind == ClaimKind::kAllegation && draft.type == "accuse" && draft.modality == Modality::kAlleged;
}

const std::vector<DraftFiller>* accused_in(const Draft& draft) {
  const char* role = draft.kind == ClaimKind::kProceeding   ? "defendant"
                     : draft.kind == ClaimKind::kAllegation ? "accused"
                                                            : "";
  auto found = draft.roles.find(role);
  return found == draft.roles.end() ? nullptr : &found->second;
}

bool is_denial(const Draft& draft) {
  return draft.modality == Modality::kNegated || draft.modality == Modality::kDenied ||
         (draft.kind == ClaimKind::kAllegation && (draft.type == "deny" || draft.type == "exonerate"));
}

// "charged with halting": a task as well as a crime.
bool is_by_gerund(const Tree& tree, const Draft& draft) {
  if (draft.predicate < 0 || tree.lemma(draft.predicate) != "charge") return false;
  auto charge = draft.roles.find(draft.kind == ClaimKind::kAllegation ? "conduct" : "charge");
  return charge != draft.roles.end() && charge->second.front().head >= 0 &&
         tree.tag(charge->second.front().head) == "VBG" && !draft.roles.contains("authority") &&
         !draft.roles.contains("accuser") && !draft.roles.contains("court");
}

// "claimed that Lee slept": the accused stands inside what is told of them, which need not be a wrong.
bool is_told_in_clause(const Draft& draft) {
  auto conduct = draft.roles.find("conduct");
  const auto* fillers = accused_in(draft);
  return draft.kind == ClaimKind::kAllegation && draft.rule == "accuse" && fillers && conduct != draft.roles.end() &&
         conduct->second.front().range.contains(fillers->front().range);
}

bool is_wrong(const Scene& scene, const Wrongs& wrongs, const Draft& draft) {
  for (const char* role : {"conduct", "charge"})
    if (auto found = draft.roles.find(role); found != draft.roles.end())
      for (const DraftFiller& f : found->second)
        if (wrongs.are_in(scene.tree, f.range)) return true;
  return false;
}

// "Denied that Chinese were the target", "admitted that he and Ray met": leaves out those other than the speaker of
// whom no wrong is told. False when nobody is left.
bool keeps_to_oneself(const Scene& scene, const Wrongs& wrongs, Draft& draft) {
  auto conduct = draft.roles.find("conduct"), people = draft.roles.find("accused");
  if ((draft.type != "deny" && draft.type != "admit") || conduct == draft.roles.end() || people == draft.roles.end())
    return true;
  if (is_wrong(scene, wrongs, draft)) return true;
  std::erase_if(people->second, [&](const DraftFiller& f) {
    return conduct->second.front().range.contains(f.range) && (f.head < 0 || scene.tree.pos(f.head) != nlp::Pos::kPron);
  });
  return !people->second.empty();
}

// "Lee claims to have been in Oslo": nobody accuses themselves.
bool accuses_oneself(const Draft& draft) {
  auto accuser = draft.roles.find("accuser");
  const auto* fillers = accused_in(draft);
  if (draft.type != "accuse" || accuser == draft.roles.end() || !fillers) return false;
  const DraftFiller &by = accuser->second.front(), &whom = fillers->front();
  return by.head == whom.head || (by.entity >= 0 && by.entity == whom.entity);
}

// "charged with murder" names the charge, which the proceeding told by the same word holds; "charged with selling
// secrets" also tells what is said to have been done.
bool names_the_charge(const Tree& tree, const Draft& draft, const std::set<int>& proceedings) {
  auto conduct = draft.roles.find("conduct");
  return draft.kind == ClaimKind::kAllegation && draft.type == "accuse" && conduct != draft.roles.end() &&
         proceedings.contains(draft.predicate) &&
         (draft.modality == Modality::kPossible ||  // "if convicted of stealing"
          (conduct->second.front().head >= 0 && tree.pos(conduct->second.front().head) != nlp::Pos::kVerb));
}

bool is_weak(const Tree& tree, const Draft& draft) {
  if (draft.kind == ClaimKind::kProceeding)
    return draft.modality == Modality::kAlleged ||
           (draft.modality == Modality::kPossible && is_asked(tree, draft.predicate));
  return draft.kind == ClaimKind::kAllegation && draft.type == "admit";
}

// A step that opens a case against one person, told of them in a clause of its own: what makes a defendant of a judge.
// "Police investigated the case and prosecutor Ray is prosecuting" and "Ray to drop cases of officer later charged" do
// not.
bool makes_a_defendant(const Tree& tree, const Draft& draft) {
  static const std::set<std::string_view> kSteps = {"investigate", "charge", "arrest", "sue", "accuse", "sanction"};
  const auto* fillers = accused_in(draft);
  if (!fillers || fillers->size() != 1 || !kSteps.contains(draft.type) || is_denial(draft)) return false;
  if (draft.predicate < 0) return true;
  int head = fillers->front().head;
  if (head >= 0 && tree.dep(head) == Dep::kConj) return false;
  bool bare = tree.tag(draft.predicate) == "VBN" && !tree.has_child(draft.predicate, Dep::kAuxpass) &&
              !tree.has_child(draft.predicate, Dep::kAux);
  return !bare && tree.lemma(draft.predicate) != "prosecute";
}

}  // namespace

std::vector<bool> accused_entities(const Scene& scene, const std::vector<Draft>& drafts,
                                   const std::function<bool(const Draft&)>& counts) {
  std::vector<bool> accused(scene.cast.entities.size(), false);
  for (const Draft& draft : drafts)
    if (const auto* fillers = accused_in(draft); fillers && is_firm(draft) && (!counts || counts(draft)))
      for (const DraftFiller& f : *fillers)
        if (f.entity >= 0) accused[static_cast<size_t>(f.entity)] = true;
  return accused;
}

Result<Guards> Guards::load(const std::filesystem::path& knowledge) {
  auto parts = Lexicon::load(knowledge / "lexicons/parts.txt");
  if (!parts) return tl::unexpected(parts.error());
  return Guards(std::move(*parts));
}

std::vector<bool> Guards::holders(const Scene& scene,
                                  const std::function<bool(const Title&, std::string_view part)>& counts) const {
  std::vector<bool> holds(scene.cast.entities.size(), false);
  for (const Title& title : scene.cast.titles) {
    const int entity = scene.cast.mentions[static_cast<size_t>(title.mention)].entity;
    if (entity < 0) continue;
    for (int i = title.office.begin; i < title.office.end; ++i)
      if (Lexicon::Match part = parts_.match(scene.tree, i, title.office.end); part.length > 0) {
        if (counts(title, *part.value)) holds[static_cast<size_t>(entity)] = true;
        break;
      }
  }
  return holds;
}

void Guards::spare_the_court(const Scene& scene, std::vector<Draft>& drafts) const {
  std::vector<bool> spared = holders(scene, [](const Title& title, std::string_view part) {
    return !title.former && (part == "judge" || part == "prosecutor");
  });
  for (const Draft& draft : drafts)
    if (makes_a_defendant(scene.tree, draft))
      if (int entity = accused_in(draft)->front().entity; entity >= 0) spared[static_cast<size_t>(entity)] = false;
  std::erase_if(drafts, [&](Draft& draft) {
    if (!accused_in(draft)) return false;
    auto& fillers = draft.roles[draft.kind == ClaimKind::kProceeding ? "defendant" : "accused"];
    std::erase_if(fillers,
                  [&](const DraftFiller& f) { return f.entity >= 0 && spared[static_cast<size_t>(f.entity)]; });
    return fillers.empty();
  });
}

void Guards::apply(const Scene& scene, const Wrongs& wrongs, std::vector<Draft>& drafts) const {
  const Tree& tree = scene.tree;
  const std::vector<bool> serving = holders(scene, [](const Title&, std::string_view) { return true; });
  // What may be no wrong at all accuses nobody, so it does not count among what accuses.
  const std::vector<bool> accused = accused_entities(scene, drafts, [&](const Draft& draft) {
    return !draft.known_case &&
           ((!is_by_gerund(tree, draft) && !is_told_in_clause(draft)) || is_wrong(scene, wrongs, draft));
  });
  std::set<int> proceedings;
  for (const Draft& draft : drafts)
    if (draft.kind == ClaimKind::kProceeding) proceedings.insert(draft.predicate);
  std::erase_if(drafts, [&](Draft& draft) { return !keeps_to_oneself(scene, wrongs, draft); });
  std::erase_if(drafts, [&](const Draft& draft) {
    const auto* fillers = accused_in(draft);
    if (!fillers) return false;
    if (names_the_charge(tree, draft, proceedings) || accuses_oneself(draft)) return true;
    if (is_denial(draft)) return false;
    return std::any_of(fillers->begin(), fillers->end(), [&](const DraftFiller& f) {
      if (f.entity < 0 && draft.known_case) return true;
      if (f.entity < 0) return (is_told_in_clause(draft) || draft.type == "admit") && !is_wrong(scene, wrongs, draft);
      // "sentenced himself to an hour of Homer": nobody is dealt with by themselves.
      if (f.head >= 0 && tree.is_reflexive(f.head)) return true;
      bool pronoun = f.head >= 0 && tree.pos(f.head) == nlp::Pos::kPron;
      if ((pronoun || f.understood) && serving[static_cast<size_t>(f.entity)]) return true;
      if (accused[static_cast<size_t>(f.entity)]) return false;
      if (draft.known_case) return true;
      return (is_weak(tree, draft) || is_by_gerund(tree, draft) || is_told_in_clause(draft)) &&
             !is_wrong(scene, wrongs, draft);
    });
  });
}

namespace {

// The paragraph has named the person before the pronoun.
bool is_named_before(const Scene& scene, const DraftFiller& pronoun) {
  const size_t paragraph = scene.tree.analysis().text.rfind('\n', pronoun.range.start);
  for (int m : scene.cast.entities[static_cast<size_t>(pronoun.entity)].mentions) {
    const CastMention& mention = scene.cast.mentions[static_cast<size_t>(m)];
    const size_t at = scene.tree.bytes(mention.span).start;
    if (mention.form == MentionForm::kName && at < pronoun.range.start &&
        (paragraph == std::string_view::npos || at > paragraph))
      return true;
  }
  return false;
}

}  // namespace

void leave_out_stray_steps(const Scene& scene, std::vector<Draft>& drafts) {
  std::erase_if(drafts, [&](const Draft& draft) {
    if (draft.kind != ClaimKind::kProceeding || draft.modality != Modality::kAsserted || draft.time) return false;
    const auto* fillers = accused_in(draft);
    return fillers && std::any_of(fillers->begin(), fillers->end(), [&](const DraftFiller& f) {
             return f.entity >= 0 && !f.certain && f.head >= 0 && scene.tree.pos(f.head) == nlp::Pos::kPron &&
                    !is_named_before(scene, f);
           });
  });
}

}  // namespace sumario::read
