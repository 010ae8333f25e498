#include "read/frames/matcher.h"

#include <algorithm>
#include <span>

#include "read/frames/phrase.h"
#include "read/syntax/proposition.h"

namespace sumario::read {
namespace {

using nlp::Pos;

// How a role is filled: by whom (people, bodies), or by the words of the phrase.
bool takes_words(std::string_view role) {
  return role == "charge" || role == "plea" || role == "penalty" || role == "conduct" || role == "content";
}
// Roles that only somebody can fill; other words there mean that the trigger is used in another sense.
bool wants_somebody(std::string_view role) {
  return role == "defendant" || role == "accused" || role == "holder" || role == "plaintiff" || role == "lawyer";
}

bool is_verbal(const Tree& tree, int i) { return tree.tag(i).substr(0, 2) == "VB" || tree.pos(i) == Pos::kAux; }
bool is_nominal(const Tree& tree, int i) { return tree.pos(i) == Pos::kNoun || tree.pos(i) == Pos::kPropn; }

int child_named(const Tree& tree, int parent, const std::string& word) {
  for (int c : tree.children(parent))
    if (tree.lemma(c) == word || tree.lower(c) == word) return c;
  return -1;
}

// "Lock her up!": what somebody wants done tells of no step taken.
bool is_command(const Tree& tree, int token) {
  return tree.tag(token) == "VB" && (tree.is_root(token) || tree.dep(token) == Dep::kCcomp) &&
         !tree.has_child(token, Dep::kAux) && !tree.has_child(token, Dep::kNsubj) && !tree.has_child(token, Dep::kMark);
}

// The tokens of the trigger when its words hang together at `token`; empty otherwise.
std::vector<int> trigger_tokens(const Tree& tree, int token, const Trigger& trigger) {
  std::vector<int> tokens = {token};
  const auto& words = trigger.words;
  auto others = trigger.nominal ? std::span(words).first(words.size() - 1) : std::span(words).subspan(1);
  std::vector<std::string> open(others.begin(), others.end());
  for (bool progress = true; progress && !open.empty();) {  // "found not guilty": "not" hangs from "guilty"
    progress = false;
    for (size_t w = 0; w < open.size(); ++w) {
      int found = -1;
      for (size_t i = tokens.size(); i-- > 0 && found < 0;) found = child_named(tree, tokens[i], open[w]);
      if (found < 0) continue;
      tokens.push_back(found);
      open.erase(open.begin() + static_cast<std::ptrdiff_t>(w));
      progress = true;
      break;
    }
  }
  if (!open.empty()) return {};
  std::sort(tokens.begin(), tokens.end());
  return tokens;
}

// Part of somebody's name.
bool is_personal_name(const Tree& tree, int token) {
  return tree.token(token).entity == "PERSON" && tree.tag(token) == "NNP";
}

// Whether a path that must not lead anywhere does. Its words are kinds of things, and whoever bears one of them as a
// surname is none of them: "the jury cleared John Snow".
bool is_ruled_out(const Tree& tree, const Proposition& proposition, const RolePath& path) {
  std::vector<Argument> reached = follow(tree, proposition, path);
  return std::any_of(reached.begin(), reached.end(), [&](const Argument& at) {
    return path.back().lemmas.empty() || !is_personal_name(tree, at.head);
  });
}

bool passes(const Tree& tree, const Proposition& proposition, const Pattern& pattern) {
  if (pattern.definite && !points_back(tree, proposition.predicate)) return false;
  if (pattern.passive_only && !proposition.passive) return false;
  if (pattern.active_only && proposition.passive) return false;
  for (const auto& [paths, wanted] : pattern.tests) {
    bool leads = std::any_of(paths.begin(), paths.end(), [&](const RolePath& path) {
      return wanted ? !follow(tree, proposition, path).empty() : is_ruled_out(tree, proposition, path);
    });
    if (leads != wanted) return false;
  }
  return true;
}

// Whether the token stands inside a time expression: "in 2014" is no forum and "on Friday" no charge.
bool is_time(const Scene& scene, int token) {
  auto after = std::upper_bound(scene.times.begin(), scene.times.end(), token,
                                [](int at, const Timex& time) { return at < time.span.begin; });
  return after != scene.times.begin() && std::prev(after)->span.contains(token);
}

// "called her on Friday" is no "call on".
bool holds_a_time(const Scene& scene, const std::vector<int>& trigger) {
  return std::any_of(trigger.begin(), trigger.end(), [&](int t) {
    int object = scene.tree.pos(t) == Pos::kAdp ? scene.tree.child(t, Dep::kPobj) : -1;
    return object >= 0 && is_time(scene, object);
  });
}

bool is_among(const std::vector<DraftFiller>& fillers, const DraftFiller& f) {
  return std::any_of(fillers.begin(), fillers.end(),
                     [&](const DraftFiller& g) { return g.head == f.head || (g.entity >= 0 && g.entity == f.entity); });
}

// The actor, or what is the actor's own ("praised his decision").
bool acts(const Scene& scene, const Draft& draft, const DraftFiller& f) {
  auto actors = draft.roles.find("actor");
  if (actors == draft.roles.end()) return false;
  int owner = scene.tree.child(f.head, Dep::kPoss);
  return is_among(actors->second, f) ||
         (owner >= 0 && is_among(actors->second, {owner, {}, scene.cast.entity_of_head(owner)}));
}

bool is_at_a_person(const Scene& scene, const Draft& draft) {
  auto found = draft.roles.find("recipient");
  if (found == draft.roles.end()) return false;
  const int head = found->second.front().head;
  int m = scene.cast.mention_of_head[static_cast<size_t>(head)];
  if (scene.tree.pos(head) == Pos::kPron) return true;
  if (m < 0) return false;
  const CastMention& mention = scene.cast.mentions[static_cast<size_t>(m)];
  return mention.kind == EntityKind::kPerson && mention.form == MentionForm::kName;
}

// A capitalised name, or words in quotation marks.
bool is_name(const Tree& tree, int head) {
  if (tree.pos(head) == Pos::kPropn) return true;
  int before = whole_phrase(tree, head).begin - 1;
  return before >= 0 && tree.tag(before) == "``";
}

// The "of" of "secretary of state" names no body.
void keep_body_outside(Draft& draft) {
  auto body = draft.roles.find("body"), office = draft.roles.find("office");
  if (body == draft.roles.end() || office == draft.roles.end()) return;
  std::erase_if(body->second, [&](const DraftFiller& f) { return office->second.front().range.contains(f.range); });
  if (body->second.empty()) draft.roles.erase(body);
}

// "Austria and Serbia signed a treaty", "brothers Jan and Pavel": the first stands towards the others.
void part_the_first(Draft& draft, const std::string& role, const std::string& other) {
  auto together = draft.roles.find(role);
  if (together == draft.roles.end() || together->second.size() < 2 || draft.roles.contains(other)) return;
  std::vector<DraftFiller> others(together->second.begin() + 1, together->second.end());
  together->second.resize(1);
  draft.roles[other] = std::move(others);
}

bool is_carried_by(const Tree& tree, Carrier carrier, const CarrierRule& rule) {
  if (carrier.verb < 0) return false;
  std::string_view preposition = carrier.preposition < 0 ? std::string_view() : tree.lower(carrier.preposition);
  return preposition == rule.preposition &&
         std::find(rule.verbs.begin(), rule.verbs.end(), tree.lemma(carrier.verb)) != rule.verbs.end();
}

// "dismissed the charges", "dismissal of the charges": the noun hangs from one of these words.
bool stands_under(const Tree& tree, int noun, Carrier carrier, const std::vector<std::string>& words) {
  if (words.empty()) return false;
  int above = carrier.verb;
  if (above < 0 && tree.dep(noun) == Dep::kPobj) above = tree.head(tree.head(noun));
  return above >= 0 && std::find(words.begin(), words.end(), tree.lemma(above)) != words.end();
}

}  // namespace

Matcher::Matcher(std::vector<Frame> frames, MoodReader moods, Parties parties, Lexicon people, Lexicon offices,
                 Lexicon laws)
    : frames_(std::move(frames)),
      moods_(std::move(moods)),
      parties_(std::move(parties)),
      people_(std::move(people)),
      offices_(std::move(offices)),
      laws_(std::move(laws)) {
  for (int f = 0; f < static_cast<int>(frames_.size()); ++f)
    for (int p = 0; p < static_cast<int>(frames_[static_cast<size_t>(f)].patterns.size()); ++p) {
      const auto& triggers = frames_[static_cast<size_t>(f)].patterns[static_cast<size_t>(p)].triggers;
      for (int t = 0; t < static_cast<int>(triggers.size()); ++t) {
        const Trigger& trigger = triggers[static_cast<size_t>(t)];
        const std::string& head = trigger.nominal ? trigger.words.back() : trigger.words.front();
        (trigger.nominal ? nouns_ : verbs_)[head].push_back({f, p, t});
      }
    }
}

Result<Matcher> Matcher::load(const std::filesystem::path& knowledge) {
  auto frames = load_frames(knowledge / "frames");
  if (!frames) return tl::unexpected(frames.error());
  auto moods = MoodReader::load(knowledge);
  if (!moods) return tl::unexpected(moods.error());
  auto parties = Parties::load(knowledge);
  if (!parties) return tl::unexpected(parties.error());
  auto people = Lexicon::load(knowledge / "lexicons/people.txt");
  if (!people) return tl::unexpected(people.error());
  auto offices = Lexicon::load(knowledge / "lexicons/offices.txt");
  if (!offices) return tl::unexpected(offices.error());
  auto laws = Lexicon::load(knowledge / "lexicons/law_nouns.txt");
  if (!laws) return tl::unexpected(laws.error());
  return Matcher(std::move(*frames), std::move(*moods), std::move(*parties), std::move(*people), std::move(*offices),
                 std::move(*laws));
}

const std::vector<Matcher::Entry>* Matcher::entries_at(const Tree& tree, int token) const {
  const auto& table = is_verbal(tree, token) ? verbs_ : nouns_;
  if (!is_verbal(tree, token) && !is_nominal(tree, token)) return nullptr;
  auto found = table.find(tree.lemma(token));
  return found == table.end() ? nullptr : &found->second;
}

bool Matcher::can_tell(const Tree& tree, int token, std::string_view type) const {
  const auto* entries = entries_at(tree, token);
  return entries && std::any_of(entries->begin(), entries->end(), [&](const Entry& entry) {
           return frames_[static_cast<size_t>(entry.frame)].type == type;
         });
}

bool Matcher::is_office(const Tree& tree, int head) const {
  if (!is_nominal(tree, head)) return false;
  TokenSpan phrase = whole_phrase(tree, head);
  for (int i = phrase.begin; i <= head; ++i)
    if (Lexicon::Match match = offices_.match(tree, i, head + 1); match.length > 0 && i + match.length == head + 1)
      return true;
  return false;
}

bool Matcher::is_tied(const Scene& scene, int head) const {
  return scene.cast.entity_of_head(head) >= 0 || parties_.is_party(scene, head) || parties_.is_site(scene.tree, head);
}

TokenSpan Matcher::office_words(const Tree& tree, int head) const {
  TokenSpan words{head, head + 1};
  const int limit = tree.sentence(tree.sentence_of(head)).end;
  for (int i = std::max(whole_phrase(tree, head).begin, head - 6); i <= head; ++i)
    if (Lexicon::Match match = offices_.match(tree, i, limit, true); match.length > 0)
      words.end = std::max(words.end, i + match.length);  // "secretary of state"
  for (int i = head - 1; i >= 0 && tree.descends_from(i, head); --i) {
    if (tree.pos(i) == Pos::kDet || tree.pos(i) == Pos::kPunct || tree.dep(i) == Dep::kPoss || tree.tag(i) == "POS" ||
        tree.pos(i) == Pos::kAdv)
      break;
    words.begin = i;
  }
  return words;
}

bool Matcher::suits(const Scene& scene, const Frame& frame, std::string_view role, int head) const {
  if (role == "office") return is_office(scene.tree, head);
  if (role == "forum") {
    int m = scene.cast.mention_of_head[static_cast<size_t>(head)];
    return m >= 0 && (scene.cast.mentions[static_cast<size_t>(m)].kind == EntityKind::kPlace ||
                      scene.cast.mentions[static_cast<size_t>(m)].kind == EntityKind::kLaw);
  }
  if (frame.kind == ClaimKind::kRelation)
    return frame.type == "alias" ? role == "subject" || is_name(scene.tree, head) : is_tied(scene, head);
  if (frame.kind == ClaimKind::kLaw && role == "law") {
    int m = scene.cast.mention_of_head[static_cast<size_t>(head)];
    return laws_.has(scene.tree.lemma(head)) ||
           (m >= 0 && scene.cast.mentions[static_cast<size_t>(m)].kind == EntityKind::kLaw);
  }
  return true;
}

bool Matcher::is_party(const Scene& scene, const Pattern& pattern, int head) const {
  if (is_somebody(scene, people_, head) || (pattern.takes_people && is_many(scene, head))) return true;
  int m = scene.cast.mention_of_head[static_cast<size_t>(head)];
  return pattern.takes_states && m >= 0 && scene.cast.mentions[static_cast<size_t>(m)].kind == EntityKind::kPlace;
}

std::vector<DraftFiller> Matcher::fillers_at(const Scene& scene, const Pattern& pattern, std::string_view role,
                                             const Argument& a) const {
  const int head = a.head;
  if (role == "actor") return parties_.actors(scene, head);
  if (role == "recipient") return parties_.recipients(scene, head, pattern.reach);
  if (role == "plea") return {{head, scene.tree.bytes(whole_phrase(scene.tree, head)), -1}};
  if (role == "office") return {{head, scene.tree.bytes(office_words(scene.tree, head)), -1}};
  if (takes_words(role)) return {{head, scene.tree.bytes(words_of_phrase(scene.tree, head)), -1}};
  std::vector<DraftFiller> fillers = people_of(scene, head, a.predicate);
  if (wants_somebody(role))
    if (const Members members = members_of(scene.tree, head, a.predicate);
        members.verb >= 0 && moods_.read(scene.tree, members.verb).modality == Modality::kAsserted)
      for (int member : members.heads) fillers.push_back(person_at(scene, member));
  if (role == "subject" || role == "object" || role == "holder")  // "him" whom nobody can name is tied to nobody
    std::erase_if(fillers, [&](const DraftFiller& f) { return f.entity < 0 && scene.tree.pos(f.head) == Pos::kPron; });
  if (wants_somebody(role))
    std::erase_if(fillers, [&](const DraftFiller& f) { return !is_party(scene, pattern, f.head); });
  return fillers;
}

void Matcher::fill(const Scene& scene, const Proposition& from, const RolePaths& roles, const Frame& frame,
                   const Pattern& pattern, Draft& draft) const {
  for (const auto& [role, paths] : roles) {
    auto& fillers = draft.roles[role];
    for (const RolePath& path : paths) {
      if (!fillers.empty()) break;
      for (const Argument& a : follow(scene.tree, from, path)) {
        if (std::find(draft.trigger.begin(), draft.trigger.end(), a.head) != draft.trigger.end() && !path[0].itself &&
            role != "plea" && role != "penalty")
          continue;
        if (takes_words(role) && role != "penalty" && role != "conduct" && is_time(scene, a.head)) continue;
        if (!suits(scene, frame, role, a.head)) continue;
        for (DraftFiller& f : fillers_at(scene, pattern, role, a)) {
          if (!takes_words(role) && is_time(scene, f.head)) continue;
          f.understood = a.understood && a.relation == Relation::kSubject;
          if (!is_among(fillers, f) && !(role == "recipient" && acts(scene, draft, f))) fillers.push_back(f);
        }
      }
    }
    if (fillers.empty()) draft.roles.erase(role);
  }
}

bool Matcher::match_one(const Scene& scene, const Proposition& proposition, Entry entry, Draft& draft) const {
  const int token = proposition.predicate;
  const Frame& frame = frames_[static_cast<size_t>(entry.frame)];
  const Pattern& pattern = frame.patterns[static_cast<size_t>(entry.pattern)];
  const Trigger& trigger = pattern.triggers[static_cast<size_t>(entry.trigger)];
  draft.kind = frame.kind;
  draft.type = frame.type;
  draft.trigger = trigger_tokens(scene.tree, token, trigger);
  if (draft.trigger.empty() || holds_a_time(scene, draft.trigger)) return false;
  if (!passes(scene.tree, proposition, pattern)) return false;
  if (pattern.definite && (bears_a_name(scene, token) || is_under_a_plan(scene.tree, moods_, token))) return false;
  if (frame.kind == ClaimKind::kProceeding && is_command(scene.tree, token)) return false;

  if (trigger.nominal) {
    if (scene.tree.dep(token) == Dep::kCompound) return false;  // "arrest record", "trial judge"
    Carrier carrier = carrier_of(scene.tree, token);
    bool carried = false;
    for (const CarrierRule& rule : pattern.carriers) {
      if (!is_carried_by(scene.tree, carrier, rule)) continue;
      carried = true;
      fill(scene, proposition_at(scene.tree, carrier.verb), rule.roles, frame, pattern, draft);
      break;
    }
    if (pattern.carried_only && !carried) return false;
    if (stands_under(scene.tree, token, carrier, pattern.not_under)) return false;
  }
  fill(scene, proposition, pattern.roles, frame, pattern, draft);
  if (pattern.mutual) {
    const bool action = frame.kind == ClaimKind::kAction;
    part_the_first(draft, action ? "actor" : "subject", action ? "recipient" : "object");
  }
  if (!pattern.people && is_at_a_person(scene, draft)) return false;
  keep_body_outside(draft);
  for (const auto& alternatives : pattern.needs)
    if (std::none_of(alternatives.begin(), alternatives.end(),
                     [&](const std::string& r) { return draft.roles.contains(r); }))
      return false;

  Mood mood = moods_.read(scene.tree, token);
  bool cue_is_trigger =
      mood.cue != token && std::find(draft.trigger.begin(), draft.trigger.end(), mood.cue) != draft.trigger.end();
  draft.modality = cue_is_trigger ? Modality::kAsserted : mood.modality;
  const bool purpose = mood.cue == token && draft.modality == Modality::kPlanned;  // "took to the radio to accuse her"
  if (pattern.modality && (draft.modality == Modality::kAsserted || draft.modality == Modality::kAlleged || purpose))
    draft.modality = *pattern.modality;
  draft.predicate = token;
  draft.points_back = pattern.definite;
  draft.known_case = pattern.known_case;
  draft.grants = pattern.grants;
  draft.rule = frame.name;
  draft.confidence = pattern.confidence;
  return true;
}

std::vector<Draft> Matcher::match(const Scene& scene) const {
  std::vector<Draft> drafts;
  for (int i = 0; i < scene.tree.size(); ++i) {
    const auto* entries = entries_at(scene.tree, i);
    if (!entries) continue;
    const Proposition proposition = proposition_at(scene.tree, i);
    size_t first = drafts.size();
    for (Entry entry : *entries) {
      Draft draft;
      if (!match_one(scene, proposition, entry, draft)) continue;
      // Of two readings of one word, the one that explains more of its words wins; of equals, the first in a file.
      bool beaten = false;
      for (size_t d = first; d < drafts.size();) {
        Draft& other = drafts[d];
        bool same_type = other.kind == draft.kind && other.type == draft.type;
        bool inside = other.trigger.size() < draft.trigger.size();
        bool around = other.trigger.size() > draft.trigger.size();
        if (inside || (same_type && !around && draft.roles.size() > other.roles.size())) {
          drafts.erase(drafts.begin() + static_cast<std::ptrdiff_t>(d));
          continue;
        }
        if (around || same_type) beaten = true;
        ++d;
      }
      if (!beaten) drafts.push_back(std::move(draft));
    }
  }
  return drafts;
}

}  // namespace sumario::read
