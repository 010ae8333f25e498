#include "read/names/titles.h"

#include <algorithm>
#include <string>

#include "read/names/title_run.h"

namespace sumario::read {
namespace {

using nlp::Pos;

TokenSpan hull(TokenSpan a, TokenSpan b) { return {std::min(a.begin, b.begin), std::max(a.end, b.end)}; }

class TitleFinder {
 public:
  explicit TitleFinder(CastDraft& draft) : draft_(draft), tree_(draft.tree), known_(draft.known) {}

  void run() {
    for (size_t m = 0; m < draft_.mentions.size(); ++m)
      if (draft_.mentions[m].kind == EntityKind::kPerson) at_name(static_cast<int>(m));
  }

 private:
  void at_name(int m) {
    before(m);
    const int head = draft_.mention(m).head;
    for (int child : tree_.children(head))
      if (draft_.name_over(child) < 0 && (tree_.dep(child) == Dep::kAppos || listed_behind(m, child)))
        apposed(m, child);
    if (tree_.dep(head) != Dep::kAppos) return;
    // "the foreign minister, Ann Lee"; "the secretary of state in Georgia, Ann Lee": no place is a person.
    int noun = tree_.head(head);
    for (int steps = 0; steps < 2 && draft_.name_over(noun) >= 0 && tree_.dep(noun) == Dep::kPobj; ++steps) {
      EntityKind kind = draft_.mention(draft_.name_over(noun)).kind;
      if (kind != EntityKind::kPlace && kind != EntityKind::kOrganisation) return;
      noun = tree_.head(tree_.head(noun));
    }
    if (draft_.name_over(noun) < 0) apposed(m, noun);
  }

  int owner(int m, int noun) const {
    int beside = draft_.name_over(name_beside(draft_, draft_.mention(m).head, noun));
    return beside >= 0 && draft_.mention(beside).kind == EntityKind::kPerson ? beside : m;
  }

  // "Ann Lee, chief of the fraud unit, and …" read as a list: the post follows the name's comma and names its body.
  bool listed_behind(int m, int noun) const {
    int end = draft_.mention(m).span.end;
    if (tree_.dep(noun) != Dep::kConj || noun <= end || noun > end + 4 || tree_.words(end) != ",") return false;
    for (int i = end + 1; i < noun; ++i)
      if (tree_.dep(i) == Dep::kCc || draft_.name_over(i) >= 0) return false;
    int preposition = tree_.child(noun, Dep::kPrep);
    return preposition > noun && (tree_.lower(preposition) == "of" || tree_.lower(preposition) == "for");
  }

  void before(int m) {
    TokenSpan name = draft_.mention(m).span;
    TitleRun run = title_run_before(tree_, known_, name.begin);
    MentionNotes& note = draft_.note(m);
    note.title = {run.begin, name.begin};
    note.sure_person |= run.any();
    if (run.gender) note.gender = run.gender;
    for (const auto& noun : run.nouns) describe(note, noun, {}, run.begin);
    for (const OfficeRun& office : run.offices) add(m, office, hull(office.words, name));
  }

  // `noun` heads a phrase that stands beside the name; further nouns may be joined to it with "and".
  void apposed(int m, int noun) {
    for (int depth = 0; noun >= 0 && depth < 4; ++depth) {
      if (tree_.sentence_of(noun) != tree_.sentence_of(draft_.mention(m).head)) return;
      std::string lemma(tree_.lemma(noun));
      if (auto office = office_at(tree_, known_, noun)) {
        body_behind(*office, noun);
        add(m, *office,
            hull(hull(office->words, office->body.empty() ? office->office : office->body), draft_.mention(m).span));
      } else if (known_.means_person(lemma)) {
        describe(draft_.note(m), lemma, {}, noun);
      }
      if (auto gender = known_.gender_of_noun(lemma); gender && !draft_.note(m).gender) draft_.note(m).gender = gender;
      int next = -1;
      for (int child : tree_.children(noun))
        if (tree_.dep(child) == Dep::kConj && child > noun && draft_.name_over(child) < 0) next = child;
      noun = next;
    }
  }

  // "minister of Mexico", "chairman of the board of Acme", "director at the FBI".
  void body_behind(OfficeRun& office, int noun) const {
    if (!office.body.empty()) return;
    for (int child : tree_.children(noun)) {
      if (tree_.dep(child) != Dep::kPrep || child < office.office.end) continue;
      std::string_view word = tree_.lower(child);
      if (word != "of" && word != "for" && word != "at" && word != "in" && word != "with" && word != "to") continue;
      int object = tree_.child(child, Dep::kPobj);
      if (object < 0) continue;
      TokenSpan body = tree_.subtree(object);
      while (!body.empty() && (tree_.pos(body.begin) == Pos::kDet || tree_.pos(body.begin) == Pos::kSpace))
        ++body.begin;
      for (int i = std::max(body.begin, object + 1); i < body.end; ++i)
        if (tree_.pos(i) == Pos::kPunct || tree_.pos(i) == Pos::kVerb || tree_.pos(i) == Pos::kPron) {
          body.end = i;
          break;
        }
      if (body.empty()) continue;
      office.body = body;
      return;
    }
  }

  void describe(MentionNotes& note, const std::string& noun, TokenSpan body, int token) const {
    std::string country = body.empty() ? "" : known_.country_of(tree_.words(body));
    for (int i = body.begin; i < body.end && country.empty(); ++i) country = known_.country_of(tree_.words(i));
    for (const auto& d : note.described)
      if (d.noun == noun && d.country == country) return;
    note.described.push_back({noun, country, token});
  }

  void add(int m, const OfficeRun& office, TokenSpan evidence) {
    Title title;
    title.mention = m;
    title.words = office.words, title.office = office.office, title.body = office.body;
    title.former = office.former, title.then = office.then, title.acting = office.acting, title.elect = office.elect;
    title.trade = office.weak;
    title.evidence = evidence;
    for (const Title& other : draft_.titles)
      if (other.mention == m && other.office == title.office) return;
    draft_.titles.push_back(title);
    MentionNotes& note = draft_.note(m);
    describe(note, office.noun, office.body, office.office.begin);
    if (auto gender = known_.gender_of_noun(tree_.lemma(office.office.end - 1)); gender && !note.gender)
      note.gender = gender;
  }

  CastDraft& draft_;
  const Tree& tree_;
  const NameKnowledge& known_;
};

}  // namespace

void find_titles(CastDraft& draft) { TitleFinder(draft).run(); }

}  // namespace sumario::read
