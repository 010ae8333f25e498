#include "read/names/pronouns.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "read/names/clauses.h"
#include "read/names/discourse.h"

namespace sumario::read {
namespace {

using nlp::Pos;

constexpr int kFarthest = 6;        // sentences back
constexpr int kMostLookedAt = 200;  // mentions per pronoun
constexpr int kDominant = 3;        // mentions that can make somebody the person a text is about
constexpr int kFarthestAhead = 60;  // tokens

// Whom a pronoun may mean, with what likelihood.
using Shares = std::vector<std::pair<int, double>>;

void give(Shares& shares, int referent, double share) {
  auto found = std::find_if(shares.begin(), shares.end(), [&](const auto& s) { return s.first == referent; });
  if (found == shares.end())
    shares.emplace_back(referent, share);
  else
    found->second += share;
}

// Adds a value unless it is there; its place.
size_t place_of(std::vector<int>& values, int value) {
  auto found = std::find(values.begin(), values.end(), value);
  if (found == values.end()) found = values.insert(found, value);
  return static_cast<size_t>(found - values.begin());
}

class PronounReader {
 public:
  PronounReader(CastDraft& draft, const AntecedentSink& sink)
      : draft_(draft), tree_(draft.tree), known_(draft.known), sink_(sink), discourse_(draft) {
    in_office_.assign(draft_.entities.size(), false);
    mentioned_.assign(draft_.entities.size(), 0);
    for (size_t m = 0; m < draft_.mentions.size(); ++m)
      if (int e = draft_.mentions[m].entity; e >= 0)
        for (const Description& d : draft_.notes[m].described)
          if (known_.offices.has(d.noun)) in_office_[static_cast<size_t>(e)] = true;
    at_head_.assign(static_cast<size_t>(tree_.size()), -1);
    for (size_t m = 0; m < draft_.mentions.size(); ++m)
      at_head_[static_cast<size_t>(draft_.mentions[m].head)] = static_cast<int>(m);
  }

  void run() {
    for (int i = 0; i < tree_.size(); ++i)
      if (auto* kind = pronoun_kind(i)) pronoun(i, *kind);
  }

 private:
  struct Options {
    std::vector<AntecedentOption> all;  // the last is nobody
    std::vector<int> out;               // referents that grammar rules out
    std::vector<int> out_heads;         // the mentions by which it does
    int alone = -1;                     // the only person who fits in this sentence and the one before
    size_t rivals = 0;                  // people who fit
  };

  const std::string* pronoun_kind(int i) const {
    std::string_view tag = tree_.tag(i);
    if (tree_.pos(i) != Pos::kPron && !tag.starts_with("W") && !tag.starts_with("PRP")) return nullptr;
    if (tree_.words(i) == "US" || draft_.name_over(i) >= 0) return nullptr;
    if (tree_.lower(i) == "that" && tag == "WDT") return &kRelativeThing;
    return known_.pronouns.find(tree_.lower(i));
  }

  void pronoun(int i, const std::string& kind) {
    CastMention mention;
    mention.span = {i, i + 1}, mention.head = i, mention.form = MentionForm::kPronoun;
    mention.kind = kind.find("thing") != kind.npos ? EntityKind::kOther : EntityKind::kPerson;
    mention.plural = kind.starts_with("plural") || kind == "speakers";
    MentionNotes note;
    note.gender = gender_named(kind);
    if (kind.starts_with("relative"))
      relative(mention);
    else if (note.gender)
      mention.entity = personal(i, *note.gender, kind.ends_with("reflexive"));
    draft_.add(mention, note);
  }

  static bool acts_as_person(EntityKind kind) {
    return kind == EntityKind::kPerson || kind == EntityKind::kOrganisation || kind == EntityKind::kGroup;
  }

  // "Lee, who …": what the clause modifies.
  void relative(CastMention& mention) const {
    int i = mention.head;
    for (int steps = 0; steps < 8 && !tree_.is_root(i); ++steps, i = tree_.head(i)) {
      if (tree_.dep(i) != Dep::kRelcl) continue;
      int antecedent = tree_.head(i);
      int m = antecedent > mention.head ? -1 : at_head_[static_cast<size_t>(antecedent)];
      if (m < 0) return;
      if (mention.kind != EntityKind::kPerson || acts_as_person(draft_.mention(m).kind))
        mention.kind = draft_.mention(m).kind;  // "who" makes a person even of what was taken for a place
      mention.entity = draft_.mention(m).entity;
      mention.plural = draft_.mention(m).plural;
      return;
    }
  }

  // The entity a pronoun of one person means, -1 where that is not certain.
  int personal(int i, Gender gender, bool reflexive) {
    count_mentions(i);
    Options options;
    if (!reflexive) options = options_for(i, gender);
    Shares shares = reflexive ? own_subject(i, gender) : likelihoods(i, options);
    const int referent = certain(i, shares, options);
    discourse_.see_pronoun(i, gender);
    discourse_.resolve(i, referent);
    shares_[i] = referent == -1 ? std::move(shares) : Shares{{referent, 1.0}};
    if (referent >= 0 && !draft_.entity(referent).gender) set_gender(referent, gender);
    return std::max(referent, -1);
  }

  // The likeliest referent where it is likely enough and nothing speaks against acting on it.
  int certain(int i, const Shares& shares, const Options& options) const {
    auto best = std::max_element(shares.begin(), shares.end(),
                                 [](const auto& a, const auto& b) { return a.second < b.second; });
    if (best == shares.end()) return -1;
    const int referent = best->first;
    const bool alone = options.alone == referent && referent >= 0 && draft_.entity(referent).gender.has_value();
    if (best->second < known_.antecedents.certain(alone)) return -1;
    return contested(i, referent, options) ? -1 : referent;
  }

  // Where a wrong guess would lay one person's deeds on another, likelihood is not enough:
  //   "In his statement, Lee …": somebody else introduced later in the sentence may be meant;
  //   "Lee told Ray that he …": as may whoever is told; "Ray said Lee sold his car": or the subject of the clause;
  //   "Judge Lee entered a plea for Ray. He faces …": officers of all kinds act upon others, who are then spoken of.
  bool contested(int i, int referent, const Options& options) const {
    for (const AntecedentOption& option : options.all) {
      if (option.referent == -1 || option.referent == referent) continue;
      if (option.head > i) return true;
      if (option.head >= 0 && told_above(i, option.head)) return true;
      if (option.pair.get(Pair::kRelation) == 1) return true;
      if (in_office(referent) && !says(i) && !in_office(option.referent) && near(option.head, i)) return true;
    }
    // A later subject is meant only if nobody else is around.
    const bool later = std::any_of(options.all.begin(), options.all.end(), [&](const AntecedentOption& option) {
      return option.head > i && option.referent == referent;
    });
    return later && options.rivals > 1;
  }

  bool in_office(int referent) const { return referent >= 0 && in_office_[static_cast<size_t>(referent)]; }
  // The subject of a verb of saying.
  bool says(int token) const {
    return role_of(tree_, token) == GrammaticalRole::kSubject && known_.says(tree_.lemma(tree_.head(token)));
  }
  bool near(int head, int i) const { return tree_.sentence_of(i) - tree_.sentence_of(head) <= 1; }

  // The object of a verb whose clause complement holds the pronoun: "told Ray that he".
  bool told_above(int i, int object) const {
    Dep dep = tree_.dep(object);
    if (dep != Dep::kDobj && dep != Dep::kDative) return false;
    for (int verb = clause_of(tree_, i), steps = 0; verb >= 0 && steps < 6; ++steps, verb = clause_of(tree_, verb))
      if ((tree_.dep(verb) == Dep::kCcomp || tree_.dep(verb) == Dep::kXcomp) && tree_.head(verb) == tree_.head(object))
        return true;
    return false;
  }

  // Who has been mentioned how often before this token.
  void count_mentions(int i) {
    const auto& seen = discourse_.seen_before(i);
    for (; counted_ < seen.size(); ++counted_)
      if (int e = seen[counted_].referent; e >= 0) {
        ++all_mentioned_;
        if (mentioned_[static_cast<size_t>(e)]++ == 0) ++people_[bucket(e)];
      }
  }

  size_t bucket(int entity) const {
    auto gender = draft_.entity(entity).gender;
    return !gender ? 2 : *gender == Gender::kMale ? 1 : 0;
  }

  void set_gender(int entity, Gender gender) {
    --people_[bucket(entity)];
    draft_.entity(entity).gender = gender;
    ++people_[bucket(entity)];
  }

  Shares own_subject(int i, Gender gender) const {
    int verb = clause_of(tree_, i), subject = verb < 0 ? -1 : subject_of(tree_, verb);
    const Occurrence* occurrence = subject < 0 || subject > i ? nullptr : discourse_.at_head(subject);
    if (!occurrence || !discourse_.fits(*occurrence, gender)) return {};
    return means(*occurrence);
  }

  Shares means(const Occurrence& occurrence) const {
    if (occurrence.reference != Reference::kPronoun) return {{occurrence.referent, 1.0}};
    auto found = shares_.find(occurrence.head);
    return found == shares_.end() ? Shares{} : found->second;
  }

  Shares likelihoods(int i, const Options& options) {
    std::vector<double> scores;
    double total = 0;
    for (const AntecedentOption& option : options.all)
      total += scores.emplace_back(std::exp(known_.antecedents.score(option.pair)));
    if (sink_) sink_(i, options.all, options.out_heads);
    Shares shares;
    for (size_t k = 0; k < options.all.size(); ++k) {
      if (options.all[k].head < 0) continue;  // nobody mentioned
      for (auto [referent, share] : means(*discourse_.at_head(options.all[k].head)))
        if (std::find(options.out.begin(), options.out.end(), referent) == options.out.end())
          give(shares, referent, share * scores[k] / total);
    }
    return shares;
  }

  Options options_for(int i, Gender gender) {
    Options options;
    std::vector<const Occurrence*> reach = in_reach(i, gender, options);
    std::vector<int> people, near;  // in the order in which they are met, going back
    std::vector<size_t> rank;
    bool open = false;  // a pronoun nearby may mean anybody
    for (const Occurrence* o : reach) {
      size_t others = o->referent == -1 ? people.size() : place_of(people, o->referent);
      rank.push_back(others);
      if (tree_.sentence_of(i) - tree_.sentence_of(o->head) > 1) continue;
      if (o->referent != -1)
        place_of(near, o->referent);
      else
        open = true;
    }
    int most = 0;
    for (int e : people)
      if (e >= 0) most = std::max(most, mentioned_[static_cast<size_t>(e)]);
    for (size_t k = 0; k < reach.size(); ++k) {
      PairValues pair = of_pronoun(i, people.size(), near.size());
      of_mention(pair, *reach[k], i, gender, most);
      pair.set(Pair::kRank, 1 + static_cast<int>(std::min<size_t>(rank[k], 3)));
      options.all.push_back({reach[k]->head, reach[k]->referent, pair});
    }
    PairValues nobody = of_pronoun(i, people.size(), near.size());
    nobody.set(Pair::kReference, 5);
    options.all.push_back({-1, -1, nobody});
    options.rivals = people.size();
    if (near.size() == 1 && !open) options.alone = near.front();
    return options;
  }

  // The mentions that may be meant, the nearest first. Whoever is ruled out by one mention is so by all.
  std::vector<const Occurrence*> in_reach(int i, Gender gender, Options& options) {
    const auto& seen = discourse_.seen_before(i);
    const int sentence = tree_.sentence_of(i);
    std::vector<const Occurrence*> reach;
    std::vector<int>& out = options.out;
    rule_out_what_follows(i, options);
    for (int subject : later_subjects(i))
      if (const Occurrence* o = discourse_.at_head(subject); o && discourse_.fits(*o, gender)) reach.push_back(o);
    int looked_at = 0;
    for (auto it = seen.rbegin(); it != seen.rend() && ++looked_at <= kMostLookedAt; ++it) {
      if (sentence - tree_.sentence_of(it->head) > kFarthest) break;
      if (it->span.contains(i) || !discourse_.fits(*it, gender)) continue;
      if (!ruled_out(*it, i))
        reach.push_back(&*it);
      else
        rule_out(*it, options);
    }
    std::erase_if(reach, [&](const Occurrence* o) {
      return o->referent != -1 && std::find(out.begin(), out.end(), o->referent) != out.end();
    });
    return reach;
  }

  bool ruled_out(const Occurrence& occurrence, int i) const {
    const int mine = discourse_.quotation_of(i), theirs = discourse_.quotation_of(occurrence.head);
    if (mine != 0 && theirs == 0 && discourse_.speaks(occurrence, mine)) return true;
    return tree_.sentence_of(occurrence.head) == tree_.sentence_of(i) && disjoint(tree_, i, occurrence.head);
  }

  static void rule_out(const Occurrence& occurrence, Options& options) {
    options.out_heads.push_back(occurrence.head);
    if (occurrence.referent != -1) options.out.push_back(occurrence.referent);
  }

  void rule_out_what_follows(int i, Options& options) const {
    const int stop = std::min(tree_.sentence(tree_.sentence_of(i)).end, i + kFarthestAhead);
    for (int k = i + 1; k < stop; ++k)
      if (const Occurrence* o = discourse_.at_head(k); o && !o->plural && ruled_out(*o, i)) rule_out(*o, options);
  }

  // "In his statement, Lee …": subjects of the clauses around the pronoun that come after it.
  std::vector<int> later_subjects(int i) const {
    std::vector<int> found;
    for (int verb = clause_of(tree_, i), steps = 0; verb >= 0 && steps < 6; verb = clause_of(tree_, verb), ++steps)
      for (Dep dep : {Dep::kNsubj, Dep::kNsubjpass})
        if (int s = tree_.child(verb, dep); s > i && !tree_.subtree(s).contains(i)) found.push_back(s);
    return found;
  }

  PairValues of_pronoun(int i, size_t rivals, size_t near) const {
    PairValues pair;
    const GrammaticalRole role = role_of(tree_, i);
    pair.set(Pair::kPronoun, 1 + static_cast<int>(role));
    pair.set(Pair::kRivals, 1 + static_cast<int>(std::min<size_t>(rivals, 3)));
    pair.set(Pair::kNearRivals, 1 + static_cast<int>(std::min<size_t>(near, 3)));
    pair.set(Pair::kContext, context_of(i));
    int first = tree_.sentence(tree_.sentence_of(i)).begin;
    while (first < i && (tree_.pos(first) == Pos::kPunct || tree_.pos(first) == Pos::kSpace)) ++first;
    pair.set(Pair::kOpening, first == i && role == GrammaticalRole::kSubject ? 1 : 2);
    return pair;
  }

  void of_mention(PairValues& pair, const Occurrence& o, int i, Gender gender, int most) const {
    const bool named = o.referent >= 0;
    const bool ahead = o.head > i;
    pair.set(Pair::kReference, 1 + static_cast<int>(o.reference));
    pair.set(Pair::kDistance, 1 + std::min(tree_.sentence_of(i) - tree_.sentence_of(o.head), 4));
    pair.set(Pair::kParagraph, 1 + std::min(discourse_.paragraph_of(i) - discourse_.paragraph_of(o.head), 2));
    pair.set(Pair::kRole, 1 + static_cast<int>(o.role));
    pair.set(Pair::kRelation, ahead ? 3 : relation_of(o, i));
    pair.set(Pair::kSalience, salience(o.referent, most));
    size_t fitting = people_[gender == Gender::kMale ? 1 : 0] + people_[2];
    pair.set(Pair::kLone, named && fitting == 1 ? 1 : 2);
    pair.set(Pair::kGender, o.gender || (named && draft_.entity(o.referent).gender) ? 1 : 2);
    pair.set(Pair::kOffice, named && in_office_[static_cast<size_t>(o.referent)] ? 1 : 2);
    pair.set(Pair::kSaying, 1 + (says(o.head) ? 1 : 0) + (says(i) ? 2 : 0));
    const int mine = discourse_.quotation_of(i);
    pair.set(Pair::kTheirContext, mine != 0 && mine == discourse_.quotation_of(o.head) ? 4 : context_of(o.head));
  }

  int salience(int referent, int most) const {
    if (referent < 0) return referent == -1 ? 5 : 4;
    const int mentioned = mentioned_[static_cast<size_t>(referent)];
    if (mentioned >= kDominant && mentioned * 2 >= all_mentioned_) return 1;
    return mentioned >= most ? 2 : 3;
  }

  int context_of(int token) const {
    if (discourse_.quotation_of(token) != 0) return 3;
    return discourse_.beside_quotation(token) ? 2 : 1;
  }

  int relation_of(const Occurrence& o, int i) const {
    if (tree_.sentence_of(o.head) == tree_.sentence_of(i)) return relation_within_sentence(o.head, i);
    const bool before = tree_.sentence_of(o.head) + 1 == tree_.sentence_of(i);
    const bool main = o.role == GrammaticalRole::kSubject && tree_.is_root(tree_.head(o.head));
    return before && main ? 4 : 7;
  }

  int relation_within_sentence(int other, int i) const {
    if (tree_.subtree(other).end == i || (tree_.subtree(other).end + 1 == i && tree_.words(i - 1) == ",")) return 8;
    if (joined_before(tree_, other, i)) return 6;
    bool own = true;  // no other subject between
    for (int verb = clause_of(tree_, i), steps = 0; verb >= 0 && steps < 6; ++steps, verb = clause_of(tree_, verb)) {
      const int subject = subject_of(tree_, verb);
      if (subject == other) return own ? 1 : 2;
      if (subject >= 0 && subject != i && tree_.subtree(subject).contains(other))
        return 9;  // "a friend of Lee said he"
      own &= subject < 0 || subject == i;
      for (int clause : tree_.children(verb))
        if (tree_.dep(clause) == Dep::kAdvcl && clause < i && subject_of(tree_, clause) == other) return 5;
    }
    return 7;
  }

  inline static const std::string kRelativeThing = "relative thing";

  CastDraft& draft_;
  const Tree& tree_;
  const NameKnowledge& known_;
  const AntecedentSink& sink_;
  Discourse discourse_;
  std::vector<bool> in_office_;             // per entity: introduced as holding an office or following a trade
  std::vector<int> mentioned_;              // per entity: how often so far
  int all_mentioned_ = 0;                   // named people, all together
  std::array<size_t, 3> people_{};          // named so far: women, men, of gender unknown
  size_t counted_ = 0;                      // occurrences counted in mentioned_
  std::vector<int> at_head_;                // per token: the name or noun phrase it heads
  std::unordered_map<int, Shares> shares_;  // per pronoun
};

}  // namespace

void find_pronouns(CastDraft& draft, const AntecedentSink& sink) {
  sort_by_place(draft);
  PronounReader(draft, sink).run();
}

}  // namespace sumario::read
