#include <algorithm>
#include <map>
#include <tuple>

#include "casefile/dossier.h"
#include "casefile/jurisdictions.h"
#include "casefile/name_key.h"
#include "casefile/roles.h"

namespace sumario::casefile {
namespace {

// One claim about an office, with the days of the tenure that it bounds.
struct Told {
  const KeptClaim* kept;
  std::string office, body;
  DayInterval days;
  std::optional<Day> known;  // from this day on the claim surely says something: its publication or an earlier bound
};

// "Uruguay's transport minister" is the transport minister of Uruguay, "the mayor of Bristol" the mayor; "Uruguayan"
// and "Uruguay" are one body.
void settle_words(Told& told) {
  size_t apostrophe = told.office.find("'s ");
  size_t length = 3;
  if (apostrophe == std::string::npos) {
    apostrophe = told.office.find("\u2019s ");
    length = 5;
  }
  if (apostrophe != std::string::npos) {
    std::string owner = told.office.substr(0, apostrophe);
    if (told.body.empty() || name_key(told.body) == name_key(owner) || jurisdiction_named_in(owner)) {
      if (told.body.empty()) told.body = owner;
      told.office.erase(0, apostrophe + length);
    }
  }
  if (told.office.starts_with("the ") || told.office.starts_with("The ")) told.office.erase(0, 4);
  if (std::string of = " of " + told.body; !told.body.empty() && told.office.ends_with(of))
    told.office.erase(told.office.size() - of.size());
  std::vector<std::string_view> words = key_words(told.body);
  if (std::optional<Jurisdiction> named = jurisdiction_named_in(told.body); named && words.size() <= 2)
    told.body = named->name;
}

Told told_by(const KeptClaim& kept) {
  const Claim& claim = kept.claim;
  Told told{&kept, words_in(claim, "office"), words_in(claim, "body"), {}, kept.published};
  settle_words(told);
  if (!claim.time) return told;
  const DayInterval& days = claim.time->days;
  if (claim.type != "leave") told.days.from = days.from;
  if (claim.type != "take") told.days.to = days.to;
  if (claim.type == "leave" && !days.to) told.days.to = days.from;
  for (std::optional<Day> bound : {days.from, days.to})
    if (bound && (!told.known || *bound < *told.known)) told.known = bound;
  return told;
}

// "minister" for "transport minister": the same last word, and nothing that the longer does not say.
bool same_office(const std::string& a, const std::string& b) {
  std::string key_a = name_key(a), key_b = name_key(b);
  const std::string &shorter = key_a.size() < key_b.size() ? key_a : key_b,
                    &longer = key_a.size() < key_b.size() ? key_b : key_a;
  return longer == shorter || (!shorter.empty() && longer.ends_with(" " + shorter));
}

// Offices that agree, and bodies that do where both name one.
bool same_post(const Told& a, const Told& b) {
  if (!same_office(a.office, b.office)) return false;
  return a.body.empty() || b.body.empty() || name_key(a.body) == name_key(b.body);
}

bool apart(const DayInterval& a, const DayInterval& b) {
  auto before = [](const DayInterval& x, const DayInterval& y) { return x.to && y.from && *x.to < *y.from; };
  return before(a, b) || before(b, a);
}

// Two claims of one post on days that can be one tenure are one; what each leaves open the other may close.
struct Merged {
  std::vector<Told> told;
  DayInterval days;

  bool takes(const Told& other) const {
    return std::all_of(told.begin(), told.end(), [&](const Told& one) { return same_post(one, other); }) &&
           !apart(days, other.days);
  }
  void add(const Told& other) {
    if (other.days.from && (!days.from || *other.days.from < *days.from)) days.from = other.days.from;
    if (other.days.to && (!days.to || *other.days.to > *days.to)) days.to = other.days.to;
    told.push_back(other);
  }
};

auto closest_first(const Told& told) {
  return std::tuple(!told.days.from, !told.days.to, told.days.from, told.days.to, told.body.empty(),
                    told.kept->published, told.kept->document, told.kept->id);
}

// The fullest words, in their most usual writing; of equals the first in the alphabet.
std::string usual(const std::vector<Told>& told, std::string Told::* words) {
  std::map<std::string, int> uses;
  for (const Told& one : told)
    if (!(one.*words).empty()) ++uses[one.*words];
  std::string best;
  for (const auto& [text, count] : uses)
    if (best.empty() || std::tuple(text.size(), count) > std::tuple(best.size(), uses[best])) best = text;
  return best;
}

Tenure shown(Merged merged) {
  std::sort(merged.told.begin(), merged.told.end(), [](const Told& a, const Told& b) {
    return std::tuple(a.kept->published, a.kept->document, a.kept->id) <
           std::tuple(b.kept->published, b.kept->document, b.kept->id);
  });
  Tenure tenure{usual(merged.told, &Told::office), usual(merged.told, &Told::body), merged.days, {}};
  for (const Told& one : merged.told) tenure.claims.push_back(one.kept->id);
  return tenure;
}

}  // namespace

std::vector<Tenure> tenures_of(std::string_view person, std::span<const KeptClaim> claims, Day as_of) {
  std::vector<Told> told;
  for (const KeptClaim& kept : claims) {
    const Claim& claim = kept.claim;
    bool held = claim.kind == ClaimKind::kOffice && claim.type != "seek" && claim.modality == Modality::kAsserted;
    if (held && fills(claim, "holder", person)) told.push_back(told_by(kept));
  }
  std::sort(told.begin(), told.end(), [](const Told& a, const Told& b) { return closest_first(a) < closest_first(b); });
  std::vector<Merged> posts;
  for (const Told& one : told) {
    auto post = std::find_if(posts.begin(), posts.end(), [&](const Merged& merged) { return merged.takes(one); });
    if (post == posts.end()) post = posts.insert(posts.end(), Merged{});
    post->add(one);
  }
  std::vector<Tenure> tenures;
  for (Merged& post : posts) {
    bool begun = std::any_of(post.told.begin(), post.told.end(),
                             [&](const Told& one) { return !one.known || *one.known <= as_of; });
    if (begun && (!post.days.from || *post.days.from <= as_of)) tenures.push_back(shown(std::move(post)));
  }
  std::sort(tenures.begin(), tenures.end(), [](const Tenure& a, const Tenure& b) {
    auto order = [](const Tenure& t) {
      return std::tuple(!t.days.from, t.days.from, !t.days.to, t.days.to, t.office, t.body);
    };
    return order(a) < order(b);
  });
  return tenures;
}

}  // namespace sumario::casefile
