#include "read/names/nominals.h"

#include <algorithm>
#include <map>
#include <string>
#include <unordered_map>

#include "read/names/title_run.h"

namespace sumario::read {
namespace {

using nlp::Pos;

bool inside_noun(Dep dep) {
  switch (dep) {
    case Dep::kDet:
    case Dep::kAmod:
    case Dep::kCompound:
    case Dep::kPoss:
    case Dep::kNummod:
    case Dep::kNmod:
    case Dep::kPredet:
    case Dep::kAdvmod:
    case Dep::kQuantmod:
    case Dep::kNpadvmod:
      return true;
    default:
      return false;
  }
}

class NominalFinder {
 public:
  explicit NominalFinder(CastDraft& draft) : draft_(draft), tree_(draft.tree), known_(draft.known) {}

  void run() {
    gather_descriptions();
    const int names = static_cast<int>(draft_.mentions.size());
    std::vector<bool> in_title(static_cast<size_t>(tree_.size()), false);
    for (int m = 0; m < names; ++m)
      for (int i = draft_.note(m).title.begin; i < draft_.note(m).title.end; ++i)
        in_title[static_cast<size_t>(i)] = true;
    for (int i = 0; i < tree_.size(); ++i)
      if (!in_title[static_cast<size_t>(i)]) noun(i);
  }

 private:
  struct Carrier {
    int entity;
    Description description;
  };

  // Under which nouns each entity was introduced. An age counts as a noun: "Ann Lee, 45," may be "the 45-year-old".
  void gather_descriptions() {
    for (size_t m = 0; m < draft_.mentions.size(); ++m) {
      const CastMention& mention = draft_.mentions[m];
      if (mention.entity < 0 || mention.kind != EntityKind::kPerson) continue;
      for (const Description& d : draft_.notes[m].described) carry(d.noun, mention.entity, d);
      if (int age = age_behind(mention.span.end); age >= 0) carry(age_noun(age), mention.entity, {"", "", age});
    }
    copulas();
  }

  void carry(const std::string& noun, int entity, const Description& description) {
    auto& carriers = carriers_[noun];
    if (carriers.size() < kMostCarriers) carriers.push_back({entity, description});
  }

  int age_behind(int i) const {
    if (i + 1 >= tree_.size() || tree_.words(i) != "," || tree_.pos(i + 1) != Pos::kNum) return -1;
    std::string_view number = tree_.words(i + 1);
    bool digits =
        number.size() <= 3 && std::all_of(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; });
    return digits ? i + 1 : -1;
  }
  std::string age_noun(int number) const { return "#" + std::string(tree_.words(number)); }

  // "Ann Lee is a teacher": the noun describes her from there on.
  void copulas() {
    for (int i = 0; i < tree_.size(); ++i) {
      if (tree_.dep(i) != Dep::kAttr || tree_.pos(i) != Pos::kNoun) continue;
      int verb = tree_.head(i), subject = tree_.child(verb, Dep::kNsubj);
      if (subject < 0 || draft_.name_over(subject) < 0 || tree_.has_child(verb, Dep::kNeg)) continue;
      int e = draft_.mention(draft_.name_over(subject)).entity;
      std::string lemma(tree_.lemma(i));
      if (e >= 0 && draft_.entity(e).kind == EntityKind::kPerson && known_.means_person(lemma))
        carry(lemma, e, {lemma, "", i});
    }
  }

  void noun(int i) {
    if (draft_.name_over(i) >= 0 || tree_.words(i).size() < 2) return;
    if (tree_.pos(i) != Pos::kNoun && tree_.pos(i) != Pos::kPropn && !is_age(i)) return;
    Dep dep = tree_.dep(i);
    if (dep == Dep::kCompound || dep == Dep::kAmod || dep == Dep::kNmod || dep == Dep::kNpadvmod) return;
    std::string lemma = is_age(i) ? age_noun(i - 4) : lower_case(tree_.lemma(i));
    auto* body = known_.bodies.find(lemma);
    bool person = is_age(i) || known_.means_person(lemma);
    bool organisation = !person && body && *body == "common";
    if (!person && !organisation) return;
    CastMention mention;
    mention.span = phrase(i);
    mention.head = i;
    mention.form = MentionForm::kNominal;
    mention.kind = person ? EntityKind::kPerson : EntityKind::kOrganisation;
    mention.plural = tree_.tag(i) == "NNS" || tree_.tag(i) == "NNPS";
    if (crosses_name(mention.span)) return;
    if (person && !mention.plural) mention.entity = whom(mention, lemma);
    MentionNotes note;
    note.gender = mention.gender = known_.gender_of_noun(lemma);
    if (mention.entity >= 0 && note.gender && !draft_.entity(mention.entity).gender)
      draft_.entity(mention.entity).gender = note.gender;
    if (person && !mention.plural && mention.entity < 0) unnamed_[lemma].push_back(i);
    draft_.add(mention, std::move(note));
  }

  // "45-year-old": the head is "old", the number stands four tokens before it.
  bool is_age(int i) const {
    return i >= 4 && tree_.lower(i) == "old" && tree_.lower(i - 2) == "year" && tree_.pos(i - 4) == Pos::kNum &&
           tree_.dep(i) != Dep::kAmod && tree_.dep(i) != Dep::kAcomp;
  }

  TokenSpan phrase(int head) const {
    TokenSpan span{head, head + 1};
    auto children = tree_.children(head);
    for (auto it = children.rbegin(); it != children.rend(); ++it) {
      if (*it > head) continue;
      if (!inside_noun(tree_.dep(*it)) && tree_.pos(*it) != Pos::kPunct) break;
      TokenSpan part = tree_.subtree(*it);
      if (part.end > span.begin) continue;
      if (tree_.pos(*it) == Pos::kPunct) continue;
      span.begin = part.begin;
    }
    auto office = known_.offices.match(tree_, head, tree_.sentence(tree_.sentence_of(head)).end, true);
    if (office.length > 1 && tree_.lower(head + 1) == "of") span.end = head + office.length;
    return span;
  }

  bool crosses_name(TokenSpan span) const {
    for (int i : {span.begin, span.end - 1})
      if (int m = draft_.name_over(i); m >= 0 && !span.contains(draft_.mention(m).span)) return true;
    return false;
  }

  int entity_of_name(int token) const {
    int m = draft_.name_over(token);
    return m >= 0 && draft_.mention(m).kind == EntityKind::kPerson ? draft_.mention(m).entity : -1;
  }

  int whom(const CastMention& mention, const std::string& lemma) {
    if (int e = beside_name(mention, lemma); e >= 0) return e;
    return by_description(mention, lemma);
  }

  int beside_name(const CastMention& mention, const std::string& lemma) {
    const int head = mention.head;
    int name = -1;
    for (int child : tree_.children(head))
      if (tree_.dep(child) == Dep::kAppos && entity_of_name(child) >= 0) name = child;
    if (name < 0 && tree_.dep(head) == Dep::kAppos && entity_of_name(tree_.head(head)) >= 0)
      name = name_beside(draft_, tree_.head(head), head);
    // "Ann Lee (The Champion)": what stands in brackets may be her work.
    int before = mention.span.begin - 1;
    if (name < head && before >= 0 && tree_.words(before) == "(") name = -1;
    if (name >= 0 && entity_of_name(name) < 0) name = -1;
    if (name < 0) name = named_as(head);
    if (name < 0) return -1;
    int e = entity_of_name(name);
    carry(lemma, e, {lemma, "", head});
    return e;
  }

  // "identified the defendant as Ann Lee".
  int named_as(int head) const {
    int verb = tree_.head(head);
    if (tree_.dep(head) != Dep::kDobj && tree_.dep(head) != Dep::kNsubjpass) return -1;
    std::string_view lemma = tree_.lemma(verb);
    if (lemma != "identify" && lemma != "name") return -1;
    for (int child : tree_.children(verb))
      if (tree_.lower(child) == "as")
        if (int object = tree_.child(child, Dep::kPobj); object >= 0 && entity_of_name(object) >= 0) return object;
    return -1;
  }

  int by_description(const CastMention& mention, const std::string& lemma) const {
    int first = mention.span.begin;
    bool definite = false;
    for (int child : tree_.children(mention.head))
      if (tree_.dep(child) == Dep::kDet)
        definite = tree_.lower(child) == "the" || tree_.lower(child) == "this" || tree_.lower(child) == "that";
    if (!definite || unnamed_before(lemma)) return -1;
    auto carriers = carriers_.find(lemma);
    if (carriers == carriers_.end()) return -1;
    int one = -1;
    std::string country = country_beside(mention);
    bool same_country = country.empty();
    for (const Carrier& carrier : carriers->second) {
      if (one >= 0 && one != carrier.entity) return -1;
      one = carrier.entity;
      same_country |= carrier.description.country == country;
      if (carrier.description.token >= first && carriers->second.size() == 1) return -1;  // introduced later
    }
    if (carriers->second.front().description.token >= first) return -1;
    return same_country && !other_modifier(mention, lemma) ? one : -1;
  }

  bool unnamed_before(const std::string& lemma) const { return unnamed_.contains(lemma); }

  std::string country_beside(const CastMention& mention) const {
    for (int i = mention.span.begin; i < mention.span.end; ++i)
      if (std::string country = known_.country_of(tree_.words(i)); !country.empty()) return country;
    return "";
  }

  // Words in the phrase that single out somebody else: a possessor, "other", "new", a prepositional phrase.
  bool other_modifier(const CastMention& mention, const std::string&) const {
    for (int child : tree_.children(mention.head)) {
      Dep dep = tree_.dep(child);
      if (dep == Dep::kPoss || dep == Dep::kNummod || dep == Dep::kRelcl || dep == Dep::kAcl) return true;
      if (dep == Dep::kCompound && draft_.name_over(child) < 0 && !known_.office_words.has(tree_.lower(child)))
        return true;
      if (dep == Dep::kPrep && child > mention.head && tree_.lower(child) != "in") return true;
      if (dep == Dep::kAmod && !known_.status.has(tree_.lower(child)) &&
          known_.country_of(tree_.words(child)).empty() && !known_.office_words.has(tree_.lower(child)))
        return true;
      if (dep == Dep::kAmod && (tree_.lower(child) == "new" || tree_.lower(child) == "incoming")) return true;
    }
    return false;
  }

  static constexpr size_t kMostCarriers = 64;  // of one noun

  CastDraft& draft_;
  const Tree& tree_;
  const NameKnowledge& known_;
  std::unordered_map<std::string, std::vector<Carrier>> carriers_;
  std::unordered_map<std::string, std::vector<int>> unnamed_;
};

}  // namespace

void find_nominals(CastDraft& draft) { NominalFinder(draft).run(); }

}  // namespace sumario::read
