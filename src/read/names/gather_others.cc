#include <algorithm>
#include <string>
#include <unordered_map>
#include <vector>

#include "read/names/gather.h"

namespace sumario::read {
namespace {

using Words = std::vector<std::string>;

class OthersGatherer {
 public:
  explicit OthersGatherer(CastDraft& draft) : draft_(draft), tree_(draft.tree), known_(draft.known) {}

  void run() {
    for (size_t m = 0; m < draft_.mentions.size(); ++m)
      if (draft_.mentions[m].kind != EntityKind::kPerson && !draft_.notes[m].modifier) whole(static_cast<int>(m));
    for (size_t m = 0; m < draft_.mentions.size(); ++m)
      if (draft_.mentions[m].kind == EntityKind::kOrganisation) bracketed_acronym(static_cast<int>(m));
    merge_short_forms();
    for (auto& mention : draft_.mentions)
      if (int keep = root(mention.entity); mention.entity >= 0 && keep != mention.entity)
        mention.entity = keep, mention.kind = draft_.entity(keep).kind;
  }

 private:
  static bool named_alike(EntityKind a, EntityKind b) {
    auto bodily = [](EntityKind k) { return k == EntityKind::kOrganisation || k == EntityKind::kPlace; };
    return a == b || (bodily(a) && bodily(b));
  }

  // The same words, or the same country under another name ("US", "America").
  std::string whole_key(int m) const {
    if (std::string country = known_.country_of(tree_.words(draft_.mention(m).span));
        !country.empty() && draft_.mention(m).kind == EntityKind::kPlace)
      return lower_case(country);
    std::string text;
    for (const auto& word : draft_.note(m).key) text += (text.empty() ? "" : " ") + word;
    return text;
  }

  void whole(int m) {
    std::string key = whole_key(m);
    auto found = by_key_.find(key);
    if (found != by_key_.end() && named_alike(draft_.entity(found->second).kind, draft_.mention(m).kind)) {
      draft_.mention(m).entity = found->second;
      draft_.mention(m).kind = draft_.entity(found->second).kind;
      return;
    }
    CastEntity entity;
    entity.kind = draft_.mention(m).kind;
    int e = static_cast<int>(draft_.entities.size());
    draft_.entities.push_back(entity);
    draft_.mention(m).entity = e;
    by_key_.emplace(key, e);
    if (entity.kind == EntityKind::kOrganisation) bodies_.push_back({e, draft_.note(m).key});
  }

  // "Drug Enforcement Administration (DEA)": what stands alone in brackets behind a body is its acronym.
  void bracketed_acronym(int m) {
    int i = draft_.mention(m).span.end;
    if (i < tree_.size() && tree_.tag(i) == "POS") ++i;
    if (i + 2 >= tree_.size() || tree_.words(i) != "(" || tree_.words(i + 2) != ")") return;
    std::string_view word = tree_.words(i + 1);
    if (!is_capitalised(word) || word.size() < 2 || word.size() > 10 || !short_for(word, draft_.note(m).key)) return;
    int acronym = draft_.name_over(i + 1);
    if (acronym >= 0 && draft_.mention(acronym).span.size() == 1) {
      unite(draft_.mention(m).entity, draft_.mention(acronym).entity);
    }
  }

  // Its letters begin words of the name, in order ("DoJ": Department of Justice).
  static bool short_for(std::string_view acronym, const Words& key) {
    std::string initials;
    for (const auto& word : key) initials += word[0];
    size_t at = 0, hits = 0, letters = 0;
    for (char c : lower_case(acronym)) {
      if (c == '.' || c == '-') continue;
      ++letters;
      size_t next = initials.find(c, at);
      if (next == initials.npos) continue;
      ++hits;
      at = next + 1;
    }
    return letters >= 2 && hits + 1 >= letters && hits >= 2;
  }

  // "Department of Justice" after "US Department of Justice"; "Acme" after "Acme Inc."; "FBI" after its full name.
  // Only where one longer name fits; among more bodies than are compared, who could tell.
  void merge_short_forms() {
    if (bodies_.size() > kMostBodies) return;
    for (const auto& [e, key] : bodies_) {
      int one = -1, fits = 0;
      for (const auto& [other, longer] : bodies_) {
        if (root(other) == root(e) || !short_form(key, longer)) continue;
        if (one >= 0 && root(one) == root(other)) continue;
        one = other, ++fits;
      }
      if (fits == 1) unite(one, e);
    }
  }

  bool short_form(const Words& shorter, const Words& longer) const {
    if (longer.size() <= shorter.size()) return false;
    size_t extra = longer.size() - shorter.size();
    if (std::equal(shorter.rbegin(), shorter.rend(), longer.rbegin())) {
      std::string before;
      for (size_t i = 0; i < extra; ++i) before += (i ? " " : "") + longer[i];
      return known_.countries.has(before) || known_.demonyms.has(before);
    }
    if (std::equal(shorter.begin(), shorter.end(), longer.begin()) && extra == 1)
      if (auto* value = known_.bodies.find(longer.back()); value && value->empty()) return true;
    if (shorter.size() == 1 && longer.size() >= 3 && shorter[0].size() >= 3) {
      std::string initials;
      for (const auto& word : longer)
        if (word != "of" && word != "the" && word != "and" && word != "for" && word != "on") initials += word[0];
      return initials == shorter[0];
    }
    return false;
  }

  // The entity that e has become (Tarjan: paths are halved on the way).
  int root(int e) {
    if (e < 0 || static_cast<size_t>(e) >= same_.size()) return e;
    while (same_[static_cast<size_t>(e)] != e) {
      int& up = same_[static_cast<size_t>(e)];
      up = same_[static_cast<size_t>(up)];
      e = up;
    }
    return e;
  }

  void unite(int keep, int gone) {
    if (keep < 0 || gone < 0) return;
    keep = root(keep), gone = root(gone);
    if (keep == gone) return;
    if (same_.size() < draft_.entities.size()) {
      size_t old = same_.size();
      same_.resize(draft_.entities.size());
      for (size_t i = old; i < same_.size(); ++i) same_[i] = static_cast<int>(i);
    }
    same_[static_cast<size_t>(gone)] = keep;
  }

  struct Body {
    int entity;
    Words key;
  };
  static constexpr size_t kMostBodies = 1000;  // compared with one another

  CastDraft& draft_;
  const Tree& tree_;
  const NameKnowledge& known_;
  std::unordered_map<std::string, int> by_key_;
  std::vector<Body> bodies_;
  std::vector<int> same_;
};

}  // namespace

void gather_others(CastDraft& draft) { OthersGatherer(draft).run(); }

}  // namespace sumario::read
