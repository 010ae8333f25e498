#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "read/names/gather.h"

namespace sumario::read {
namespace {

using Words = std::vector<std::string>;

constexpr int kEstablished = 2;  // bare surnames that make a person the one meant by it
constexpr int kNearSentences = 3;
constexpr int kHeadlineReach = 250;  // tokens from a bare surname to the full name it stands for

// Limits that keep the work linear: a crowd beyond them stays apart or open, it is never guessed at.
constexpr size_t kMostForms = 32;              // full forms of one person that others are compared with
constexpr size_t kMostLookedAt = 256;          // people who share a word of their name
constexpr size_t kMostMentionsWeighed = 1000;  // of the namesakes between whom a bare surname is decided

// One person as known so far.
struct Person {
  Words full;                // the longest form
  std::vector<Words> forms;  // all full forms
  std::optional<Gender> gender;
  std::vector<int> mentions;
  std::unordered_set<std::string> nouns;  // offices and other nouns it was introduced under
  std::unordered_set<std::string> words;  // of its forms: what it is found by
  int first = 0;                          // first mention of a full form
};

class PeopleGatherer {
 public:
  explicit PeopleGatherer(CastDraft& draft) : draft_(draft), known_(draft.known) {}

  void run() {
    for (size_t m = 0; m < draft_.mentions.size(); ++m)
      if (const Words& key = draft_.notes[m].key; is_person(m) && key.size() <= 2) calls_.insert(joined(key));
    for (size_t m = 0; m < draft_.mentions.size(); ++m)
      if (const Words& key = draft_.notes[m].key; is_person(m) && key.size() > 2)
        endings_.insert(key[key.size() - 2] + " " + key.back());
    full_names();
    short_names();
    for (Person& person : people_) {
      if (person.mentions.empty()) continue;
      CastEntity entity;
      entity.kind = EntityKind::kPerson;
      entity.gender = person.gender;
      std::sort(person.mentions.begin(), person.mentions.end());
      int e = static_cast<int>(draft_.entities.size());
      for (int m : person.mentions) draft_.mention(m).entity = e;
      draft_.entities.push_back(entity);
    }
  }

 private:
  bool is_person(size_t m) const { return draft_.mentions[m].kind == EntityKind::kPerson; }

  // Names of two words and more, the longest first, so that a shorter form meets all it could belong to.
  void full_names() {
    std::vector<int> order;
    for (size_t m = 0; m < draft_.mentions.size(); ++m)
      if (is_person(m) && draft_.notes[m].key.size() > 1 && !is_double_surname(draft_.notes[m].key))
        order.push_back(static_cast<int>(m));
    std::sort(order.begin(), order.end(), [&](int a, int b) {
      size_t x = draft_.note(a).key.size(), y = draft_.note(b).key.size();
      return x != y ? x > y : a < b;
    });
    for (int m : order) {
      const Words& key = draft_.note(m).key;
      int match = -1, matches = 0;
      for (int p : namesakes(key)) {
        if (!compatible(key, m, people_[static_cast<size_t>(p)])) continue;
        match = p, ++matches;
        if (people_[static_cast<size_t>(p)].full == key) {
          matches = 1;
          break;
        }
      }
      if (matches != 1) match = add_person(key, m);
      join(match, m);
      auto& forms = people_[static_cast<size_t>(match)].forms;
      if (forms.size() < kMostForms && std::find(forms.begin(), forms.end(), key) == forms.end()) {
        forms.push_back(key);
        index(match, key);
      }
    }
  }

  // "Lopez Obrador" beside "Andres Manuel Lopez Obrador": no full name, though it has two words.
  bool is_double_surname(const Words& key) const {
    return key.size() == 2 && !known_.first_names.has(key.front()) && endings_.contains(key[0] + " " + key[1]);
  }

  std::vector<int> namesakes(const Words& key) const {
    std::vector<int> found;
    for (const std::string& word : {key.back(), key.front()}) {
      auto bucket = by_word_.find(word);
      if (bucket == by_word_.end()) continue;
      for (int p : bucket->second) {
        if (found.size() >= kMostNamesakes) break;
        if (std::find(found.begin(), found.end(), p) == found.end()) found.push_back(p);
      }
    }
    return found;
  }

  bool same_first_name(const std::string& a, const std::string& b) const {
    if (a == b) return true;
    if (a.size() == 1 || b.size() == 1) return a[0] == b[0];
    auto root = [&](const std::string& name) {
      auto* full = known_.nicknames.find(name);
      return full ? *full : name;
    };
    return root(a) == root(b) || root(a) == b || a == root(b);
  }

  // The same surname and first name, middle names that do not contradict each other; or one name that goes on where the
  // other stops ("Salvador Cienfuegos", "Salvador Cienfuegos Zepeda").
  bool compatible(const Words& key, int m, const Person& person) const {
    auto gender = draft_.note(m).gender;
    if (gender && person.gender && *gender != *person.gender) return false;
    for (const Words& full : person.forms) {
      if (full == key) return true;
      const Words& longer = full.size() >= key.size() ? full : key;
      const Words& shorter = full.size() >= key.size() ? key : full;
      if (std::equal(shorter.begin(), shorter.end(), longer.begin())) return true;
      if (full.back() == key.back() && same_first_name(full.front(), key.front()) && middles_agree(longer, shorter) &&
          !goes_by_second_name(longer, shorter))
        return true;
      if (shorter.size() >= 2 && longer.size() > shorter.size() &&
          std::equal(shorter.rbegin(), shorter.rend(), longer.rbegin()))
        return true;
    }
    return false;
  }

  // Every middle name of the shorter form is found in the longer one, in full or as an initial.
  static bool middles_agree(const Words& longer, const Words& shorter) {
    for (size_t i = 1; i + 1 < shorter.size(); ++i) {
      bool found = false;
      for (size_t k = 1; k + 1 < longer.size(); ++k)
        found |= longer[k] == shorter[i] ||
                 ((longer[k].size() == 1 || shorter[i].size() == 1) && longer[k][0] == shorter[i][0]);
      if (!found) return false;
    }
    return true;
  }

  static std::string joined(const Words& key) { return key.size() == 1 ? key[0] : key[0] + " " + key[1]; }

  // "Juan Ruiz Mora", whom the text calls "Ruiz" or "Juan Ruiz": his surname comes second, so he is not "Juan Mora".
  bool goes_by_second_name(const Words& longer, const Words& shorter) const {
    if (longer.size() != 3 || shorter.size() != 2) return false;
    return calls_.contains(longer[0] + " " + longer[1]) || (calls_.contains(longer[1]) && !calls_.contains(longer[2]));
  }

  int add_person(const Words& key, int m) {
    Person person;
    person.full = key;
    person.first = m;
    person.gender = draft_.note(m).gender;
    people_.push_back(person);
    return static_cast<int>(people_.size()) - 1;
  }

  void index(int p, const Words& key) {
    for (const std::string& word : key)
      if (people_[static_cast<size_t>(p)].words.insert(word).second) by_word_[word].push_back(p);
  }

  void join(int p, int m) {
    Person& person = people_[static_cast<size_t>(p)];
    person.mentions.push_back(m);
    person.first = std::min(person.first, m);
    for (const Description& d : draft_.note(m).described) person.nouns.insert(d.noun);
    if (!person.gender) person.gender = draft_.note(m).gender;
    if (!person.gender && draft_.note(m).key.size() > 1)
      person.gender = known_.gender_of_first_name(draft_.note(m).key.front());
  }

  // Surnames, first names, double surnames, in text order.
  void short_names() {
    for (size_t i = 0; i < draft_.mentions.size(); ++i) {
      int m = static_cast<int>(i);
      if (!is_person(i) || placed(m) || means_family(m)) continue;
      const Words& key = draft_.note(m).key;
      std::vector<int> candidates = bearers(key, m);
      int one = choose(candidates, m);
      if (one >= 0) {
        join(one, m);
      } else if (candidates.empty()) {
        one = add_person(key, m);
        index(one, key);
        people_[static_cast<size_t>(one)].forms.push_back(key);
        join(one, m);
      }
    }
  }

  // "the Lee family", "the Lee brothers": none of them alone.
  bool means_family(int m) const {
    const Tree& tree = draft_.tree;
    int head = draft_.mention(m).head;
    if (tree.dep(head) != Dep::kCompound && tree.dep(head) != Dep::kNmod) return false;
    auto* kin = known_.kinship.find(tree.lemma(tree.head(head)));
    return kin && (*kin == "group" || tree.tag(tree.head(head)) == "NNS");
  }

  bool placed(int m) const {
    const Words& key = draft_.note(m).key;
    return key.size() > 1 && !is_double_surname(key);
  }

  // Who may be called by this short form: by surname first; by first name only where nobody bears it as a surname.
  std::vector<int> bearers(const Words& key, int m) const {
    std::vector<int> surname, inner, first;
    auto bucket = by_word_.find(key.back());
    if (bucket == by_word_.end()) return {};
    size_t looked_at = 0;
    for (int p : bucket->second) {
      if (surname.size() + inner.size() + first.size() >= kMostNamesakes || ++looked_at > kMostLookedAt) break;
      const Person& person = people_[static_cast<size_t>(p)];
      auto gender = draft_.note(m).gender;
      if (gender && person.gender && *gender != *person.gender) continue;
      int rank = 0;
      for (const Words& full : person.forms) {
        if (full == key || (full.size() >= key.size() && std::equal(key.rbegin(), key.rend(), full.rbegin())))
          rank = 3;
        else if (key.size() == 1 && full.size() > 2 && person.first < m &&
                 std::find(full.begin() + 1, full.end(), key[0]) != full.end())
          rank = std::max(rank, 2);
        else if (key.size() == 1 && full.front() == key[0])
          rank = std::max(rank, 1);
      }
      if (rank == 3 && introduced_too_late(person, m)) continue;
      if (rank == 3) surname.push_back(p);
      if (rank == 2) inner.push_back(p);
      if (rank == 1) first.push_back(p);
    }
    if (!surname.empty()) return surname;
    if (!inner.empty()) return inner;
    return first;
  }

  // A headline may use the surname before the text gives the full name; a text that goes on with a bare surname for
  // long and then introduces a namesake means two people.
  bool introduced_too_late(const Person& person, int m) const {
    return person.first > m && draft_.mention(person.first).span.begin - draft_.mention(m).span.begin > kHeadlineReach;
  }

  int choose(std::vector<int> candidates, int m) const {
    if (candidates.size() == 1) return candidates[0];
    if (candidates.empty()) return -1;
    if (int one = by_office(candidates, m); one >= 0) return one;
    // Only one of them has been introduced when the short form is used.
    std::vector<int> introduced;
    for (int p : candidates)
      if (people_[static_cast<size_t>(p)].first < m) introduced.push_back(p);
    return introduced.size() == 1 ? introduced[0] : established(introduced, m);
  }

  // The one the text has long called by this surname alone, where the namesakes came later, are named seldom and not
  // near: a text that has said "Lee" of one man all along goes on doing so after a sentence on his wife, Ann Lee.
  int established(const std::vector<int>& candidates, int m) const {
    int one = -1;
    size_t most = 0;
    for (int p : candidates)
      if (people_[static_cast<size_t>(p)].mentions.size() > most)
        one = p, most = people_[static_cast<size_t>(p)].mentions.size();
    if (one < 0 || most > kMostMentionsWeighed) return -1;
    const Person& main = people_[static_cast<size_t>(one)];
    int first_other = m;
    for (int p : candidates) {
      const Person& other = people_[static_cast<size_t>(p)];
      if (p == one) continue;
      if (other.mentions.size() * 4 > most) return -1;
      first_other = std::min(first_other, other.first);
      for (int mention : other.mentions)
        if (near(mention, m)) return -1;
    }
    auto bare_before = std::count_if(main.mentions.begin(), main.mentions.end(), [&](int mention) {
      return mention < first_other && draft_.note(mention).key.size() == 1;
    });
    return bare_before >= kEstablished ? one : -1;
  }

  bool near(int other, int m) const {
    int from = draft_.tree.sentence_of(draft_.mention(other).head),
        to = draft_.tree.sentence_of(draft_.mention(m).head);
    return to - from >= -1 && to - from <= kNearSentences;
  }

  // "President Clinton" where one of them was called president.
  int by_office(const std::vector<int>& candidates, int m) const {
    int one = -1;
    if (draft_.note(m).described.empty()) return -1;
    for (const Description& mine : draft_.note(m).described)
      for (int p : candidates)
        if (people_[static_cast<size_t>(p)].nouns.contains(mine.noun)) {
          if (one >= 0 && one != p) return -1;
          one = p;
        }
    return one;
  }

  CastDraft& draft_;
  const NameKnowledge& known_;
  std::vector<Person> people_;
  std::unordered_map<std::string, std::vector<int>> by_word_;
  std::unordered_set<std::string> calls_;    // names of one word and of two
  std::unordered_set<std::string> endings_;  // the last two words of longer names
};

}  // namespace

void gather_people(CastDraft& draft) { PeopleGatherer(draft).run(); }

}  // namespace sumario::read
