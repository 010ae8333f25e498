#include "read/names/title_run.h"

#include <algorithm>
#include <string>
#include <utility>

namespace sumario::read {
namespace {

using nlp::Pos;
constexpr int kLongestRun = 24;  // tokens looked at before a name

struct Found {
  int begin = -1;  // -1: nothing
  const std::string* value = nullptr;
};

class RunReader {
 public:
  // `inside` lies in the sentence the run may not leave.
  RunReader(const Tree& tree, const NameKnowledge& known, int name, int inside)
      : tree_(tree), known_(known), at_(name) {
    floor_ = std::max(tree.sentence(tree.sentence_of(inside)).begin, name - kLongestRun);
    run_.begin = name;
  }

  TitleRun read() {
    while (at_ > floor_ && !broken_between(tree_, at_ - 1, at_)) {
      if (!(status() || office() || courtesy() || rank() || person_noun() || linked_office())) break;
      run_.begin = at_;
    }
    return std::move(run_);
  }

 private:
  Found before(const Lexicon& lexicon, int end, bool by_lemma) const {
    for (int b = std::max(floor_, end - 9); b < end; ++b) {
      auto match = lexicon.match(tree_, b, end, by_lemma);
      if (match.length > 0 && b + match.length == end) return {b, match.value};
    }
    return {};
  }

  bool courtesy() {
    Found found = before(known_.titles, at_, false);
    if (found.begin < 0 || !is_capitalised(tree_.words(found.begin))) return false;
    if (auto gender = gender_named(*found.value); gender && !run_.gender) run_.gender = gender;
    run_.courtesy = true;
    at_ = found.begin;
    return true;
  }

  bool rank() {
    Found found = before(known_.ranks, at_, false);
    if (found.begin < 0 || !is_capitalised(tree_.words(found.begin))) return false;
    run_.rank = true;
    run_.nouns.push_back(*found.value);
    TokenSpan office{found.begin, at_};
    at_ = found.begin;
    // A police force before a rank makes it a post: "police Capt. Lee".
    if (at_ > floor_ && tree_.lower(at_ - 1) == "police" && run_.offices.empty()) {
      OfficeRun post;
      post.office = office, post.noun = *found.value, post.words = office;
      run_.offices.push_back(post);
      body(run_.offices.back());
    }
    return true;
  }

  // "suspect Ann Lee": a description, no office.
  bool person_noun() {
    if (at_ - 1 < floor_ || tree_.pos(at_ - 1) == Pos::kPunct) return false;
    std::string lemma(tree_.lemma(at_ - 1));
    if (is_capitalised(tree_.words(at_ - 1)) || !(known_.people.has(lemma) || known_.kinship.has(lemma))) return false;
    if (run_.nouns.empty() && run_.offices.empty() && !run_.gender) run_.gender = known_.gender_of_noun(lemma);
    run_.nouns.push_back(lemma);
    --at_;
    return true;
  }

  bool office() {
    Found found = before(known_.offices, at_, true);
    if (found.begin < 0) return false;
    if (Found rank = before(known_.ranks, at_, false); rank.begin >= 0 && rank.begin < found.begin) return false;
    OfficeRun office;
    office.office = {found.begin, at_};
    std::string value = *found.value;
    office.weak = value.ends_with(" weak");
    if (office.weak) value.resize(value.size() - 5);
    office.noun = value;
    run_.capitalised_office |= is_capitalised(tree_.words(at_ - 1));
    at_ = found.begin;
    widen(office);
    office.words = {at_, office.office.end};
    run_.offices.push_back(office);
    if (!pending_.empty()) apply(std::exchange(pending_, ""));
    status();
    body(run_.offices.back());
    return true;
  }

  // "deputy", "foreign", "senior" before the noun.
  void widen(OfficeRun& office) {
    while (at_ > floor_ && !broken_between(tree_, at_ - 1, at_)) {
      std::string_view word = tree_.lower(at_ - 1);
      int i = at_ - 1;
      if (word == "-" && i > floor_ && known_.office_words.has(tree_.lower(i - 1))) {
        at_ -= 2;
      } else if (known_.office_words.has(word) && !in_body(i)) {
        --at_;
      } else {
        break;
      }
      office.office.begin = at_;
    }
  }

  bool in_body(int i) const {
    std::string_view label = tree_.token(i).entity;
    return label == "ORG" || label == "GPE" || label == "NORP" || label == "LOC" || label == "FAC";
  }

  // The country, place or body right before the office: "US", "Mexico's", "Brooklyn Supreme Court", "police".
  void body(OfficeRun& office) {
    int end = at_, i = at_ - 1;
    if (i < floor_ || broken_between(tree_, i, at_)) return;
    if (tree_.tag(i) == "POS") end = i--;
    int begin = i + 1;
    while (i >= floor_ && belongs_to_body(i)) begin = i--;
    if (begin >= end) return;
    at_ = begin;
    // "the Wayne county", "the FBI's": the article is no part of the body.
    while (begin < end && (tree_.pos(begin) == Pos::kDet || tree_.pos(begin) == Pos::kPunct)) ++begin;
    if (begin >= end) return;
    office.body = {begin, end};
    office.words.begin = begin;
    status();
  }

  bool belongs_to_body(int i) const {
    if (broken_between(tree_, i, i + 1) || tree_.tag(i) == "POS" || tree_.pos(i) == Pos::kVerb) return false;
    if (in_body(i)) return true;
    std::string_view word = tree_.words(i);
    if (tree_.token(i).entity == "PERSON") return is_capitalised(word);
    if (known_.status.has(tree_.lower(i)) || tree_.pos(i) == Pos::kDet) return false;
    if (known_.bodies.has(tree_.lower(i))) return true;
    if (tree_.pos(i) == Pos::kPropn && is_capitalised(word)) return !known_.titles.has(tree_.lower(i));
    return known_.office_words.has(tree_.lower(i)) && i > floor_ && in_body(i - 1);
  }

  // "former", "then-", "acting": to the offices of the run that have none yet.
  bool status() {
    bool any = false;
    while (at_ > floor_ && !broken_between(tree_, at_ - 1, at_)) {
      int end = at_;
      if (tree_.words(end - 1) == "-" && end - 1 > floor_) --end;
      Found found = before(known_.status, end, false);
      // "Lawmakers accused Ann Lee": told of her, no part of what she is called.
      if (found.begin < 0 || tree_.tag(end - 1) == "VBD") break;
      // "elect" and "designate" follow the noun, with a hyphen: president-elect.
      apply(*found.value);
      at_ = found.begin;
      if (found.value && *found.value == "elect" && at_ > floor_ && tree_.words(at_ - 1) == "-") --at_;
      if (!run_.offices.empty()) run_.offices.back().words.begin = at_;
      any = true;
    }
    return any;
  }

  void apply(const std::string& value) {
    if (run_.offices.empty()) {
      pending_ = value;
      return;
    }
    OfficeRun& office = run_.offices.back();
    office.former |= value == "former";
    office.then |= value == "then";
    office.acting |= value == "acting";
    office.elect |= value == "elect";
  }

  // "former prosecutor and New York City Mayor Ann Lee": one run, two offices.
  bool linked_office() {
    if (run_.offices.empty() || tree_.dep(at_ - 1) != Dep::kCc || at_ - 2 < floor_) return false;
    if (before(known_.offices, at_ - 1, true).begin < 0) return false;
    --at_;
    return office();
  }

  const Tree& tree_;
  const NameKnowledge& known_;
  int at_, floor_;
  TitleRun run_;
  std::string pending_;
};

}  // namespace

TitleRun title_run_before(const Tree& tree, const NameKnowledge& known, int name) {
  return RunReader(tree, known, name, name).read();
}

std::optional<OfficeRun> office_at(const Tree& tree, const NameKnowledge& known, int head) {
  // The run reader stands behind the noun; a phrase such as "secretary of state" reaches past it.
  int end = head + 1;
  int limit = tree.sentence(tree.sentence_of(head)).end;
  for (int b = std::max(head - 5, tree.sentence(tree.sentence_of(head)).begin); b <= head; ++b) {
    auto match = known.offices.match(tree, b, limit, true);
    if (match.length > 0 && b + match.length > head) end = std::max(end, b + match.length);
  }
  TitleRun run = RunReader(tree, known, end, head).read();
  for (OfficeRun& office : run.offices)
    if (office.office.contains(head)) return office;
  return std::nullopt;
}

}  // namespace sumario::read
