#include "read/frames/parties.h"

#include <algorithm>

#include "read/frames/phrase.h"
#include "read/syntax/proposition.h"

namespace sumario::read {
namespace {

using nlp::Pos;

constexpr int kDepth = 3;  // "the results of the report of the commission"

const CastMention* mention_at(const Scene& scene, int head) {
  int m = scene.cast.mention_of_head[static_cast<size_t>(head)];
  return m < 0 ? nullptr : &scene.cast.mentions[static_cast<size_t>(m)];
}

// "its troops", "their visit": whose they are is told elsewhere in the sentence.
bool points_back(const Scene& scene, int head) {
  return scene.tree.pos(head) == Pos::kPron && scene.cast.entity_of_head(head) < 0;
}

// A name in capitals that no list knows: "ISIS".
bool is_unknown_name(const Scene& scene, int head) {
  std::string_view word = scene.tree.words(head);
  bool capitals = word.size() > 1 && std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  return capitals && !mention_at(scene, head) &&
         (scene.tree.pos(head) == Pos::kPropn || scene.tree.pos(head) == Pos::kNoun);
}

bool is_own(const Scene& scene, int head) {
  int owner = scene.tree.child(head, Dep::kPoss);
  return owner >= 0 && points_back(scene, owner);
}

// "The ministry said it had lifted the ban": the subject of what somebody says of "it" is whoever says so.
int speaker_meant(const Scene& scene, int pronoun) {
  const Tree& tree = scene.tree;
  if (!points_back(scene, pronoun) || tree.dep(pronoun) != Dep::kNsubj) return pronoun;
  int clause = tree.head(pronoun);
  int verb = tree.head(clause);
  bool told = tree.dep(clause) == Dep::kCcomp && tree.is_verbal(verb) && !is_passive(tree, verb);
  int subject = told ? surface_subject(tree, verb) : -1;
  return subject >= 0 && tree.pos(subject) != Pos::kPron && tree.lower(pronoun) != "i" ? subject : pronoun;
}

void add_all(std::vector<int>& into, const std::vector<int>& more) {
  for (int head : more)
    if (std::find(into.begin(), into.end(), head) == into.end()) into.push_back(head);
}

}  // namespace

Parties::Parties(Lexicon people, Lexicon others, Lexicon bodies, Lexicon stand_ins)
    : people_(std::move(people)),
      others_(std::move(others)),
      bodies_(std::move(bodies)),
      stand_ins_(std::move(stand_ins)) {}

Result<Parties> Parties::load(const std::filesystem::path& knowledge) {
  std::vector<Lexicon> lists;
  for (const char* name : {"people", "actors", "bodies", "stand_ins"}) {
    auto list = Lexicon::load(knowledge / "lexicons" / (std::string(name) + ".txt"));
    if (!list) return tl::unexpected(list.error());
    lists.push_back(std::move(*list));
  }
  return Parties(std::move(lists[0]), std::move(lists[1]), std::move(lists[2]), std::move(lists[3]));
}

bool Parties::is_party(const Scene& scene, int head) const {
  if (is_somebody(scene, people_, head)) return true;
  const CastMention* mention = mention_at(scene, head);
  if (mention && (mention->kind == EntityKind::kPlace || mention->kind == EntityKind::kGroup)) return true;
  std::string_view lemma = scene.tree.lemma(head);
  if (scene.tree.tag(head) == "NNPS" && lemma.ends_with('s')) lemma.remove_suffix(1);  // "House Committees"
  if (const std::string* body = bodies_.find(lemma); body && *body == "common") return true;
  const std::string* other = others_.find(lemma);
  if (!other || other->empty()) return other != nullptr;
  int of = scene.tree.child(head, Dep::kPrep);  // a number: "hundreds of miners", not "hundreds of dollars"
  int counted = of >= 0 && scene.tree.lower(of) == "of" ? scene.tree.child(of, Dep::kPobj) : -1;
  return counted < 0 || is_party(scene, counted);
}

Parties::StandIn Parties::stand_in(const Tree& tree, int head) const {
  const std::string* value = stand_ins_.find(tree.lemma(head));
  if (!value) return StandIn::kNone;
  return *value == "doers" ? StandIn::kDoers : *value == "victims" ? StandIn::kVictims : StandIn::kSite;
}

std::vector<int> Parties::behind_preposition(const Scene& scene, int preposition, int steps) const {
  std::vector<int> found;
  for (int c : scene.tree.children(preposition))
    if (scene.tree.dep(c) == Dep::kPobj)
      for (int head : coordinated(scene.tree, c)) add_all(found, behind(scene, head, steps));
  return found;
}

std::vector<int> Parties::behind(const Scene& scene, int head, int steps) const {
  const Tree& tree = scene.tree;
  if (is_party(scene, head) || is_unknown_name(scene, head)) return {head};
  if (counted(tree, head) != head && !is_own(scene, counted(tree, head)))
    return behind(scene, counted(tree, head), steps);
  if (steps == 0) return {};
  StandIn kind = stand_in(tree, head);
  auto those = [&](int child) -> std::vector<int> {
    Dep dep = tree.dep(child);
    std::string_view word = tree.lower(child);
    if (dep == Dep::kPoss) return points_back(scene, child) ? std::vector<int>{} : behind(scene, child, steps - 1);
    if (dep == Dep::kAgent || (dep == Dep::kPrep && word == "by")) return behind_preposition(scene, child, steps - 1);
    if (dep == Dep::kAcl && tree.tag(child) == "VBN")  // "a resolution proposed by the council"
      for (int agent : tree.children(child))
        if (tree.dep(agent) == Dep::kAgent || tree.lower(agent) == "by")
          return behind_preposition(scene, agent, steps - 1);
    if (kind == StandIn::kNone || kind == StandIn::kSite) return {};
    if (dep == Dep::kCompound || dep == Dep::kNmod || dep == Dep::kAmod) {
      const CastMention* mention = mention_at(scene, child);
      bool place = mention && mention->kind == EntityKind::kPlace && kind == StandIn::kVictims;
      return place || tree.is_verbal(child) ? std::vector<int>{} : behind(scene, child, steps - 1);
    }
    if (kind == StandIn::kDoers && dep == Dep::kPrep && (word == "of" || word == "from"))
      return behind_preposition(scene, child, steps - 1);
    return {};
  };
  for (int child : tree.children(head))
    if (std::vector<int> found = those(child); !found.empty()) return found;
  return {};
}

std::vector<DraftFiller> Parties::actors(const Scene& scene, int head) const {
  const Tree& tree = scene.tree;
  std::vector<DraftFiller> found;
  for (int h : coordinated(tree, speaker_meant(scene, head))) {
    std::vector<int> heads = behind(scene, h, kDepth);
    bool lent = stand_in(tree, h) != StandIn::kNone && tree.dep(h) == Dep::kDobj && tree.is_verbal(tree.head(h));
    if (heads.empty() && lent)  // "passed a resolution that condemned"
      if (int subject = surface_subject(tree, tree.head(h)); subject >= 0 && !is_passive(tree, tree.head(h)))
        for (int s : coordinated(tree, subject)) add_all(heads, behind(scene, s, 1));
    for (int party : heads)
      if (!points_back(scene, party)) found.push_back(person_at(scene, party));  // "he" whom nobody can name
  }
  return found;
}

std::vector<DraftFiller> Parties::recipients(const Scene& scene, int head, Reach reach) const {
  std::vector<DraftFiller> found;
  for (int h : coordinated(scene.tree, head)) {
    if (is_own(scene, h)) continue;  // "withdrew its troops" does nothing to the troops
    std::vector<int> heads = behind(scene, h, reach == Reach::kParty ? 0 : kDepth);
    if (heads.empty() && reach == Reach::kDeed && stand_in(scene.tree, h) != StandIn::kNone) heads = {h};
    for (int party : heads) found.push_back(person_at(scene, party));
  }
  return found;
}

}  // namespace sumario::read
