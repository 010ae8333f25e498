#include "read/names/name_spans.h"

#include <algorithm>
#include <string>

#include "read/names/title_run.h"

namespace sumario::read {
namespace {

using nlp::Pos;
constexpr int kMostWords = 12;         // of one name
constexpr size_t kMostNames = 50'000;  // of one document; what comes later is left unread

std::optional<EntityKind> kind_of_label(std::string_view label) {
  if (label == "PERSON") return EntityKind::kPerson;
  if (label == "ORG") return EntityKind::kOrganisation;
  if (label == "GPE" || label == "LOC" || label == "FAC") return EntityKind::kPlace;
  if (label == "NORP") return EntityKind::kGroup;
  if (label == "LAW") return EntityKind::kLaw;
  if (label == "WORK_OF_ART") return EntityKind::kWork;
  if (label == "EVENT" || label == "PRODUCT" || label == "LANGUAGE") return EntityKind::kOther;
  return std::nullopt;
}

class NameFinder {
 public:
  explicit NameFinder(CastDraft& draft) : draft_(draft), tree_(draft.tree), known_(draft.known) {}

  void run() {
    for (int i = 1; i + 2 < tree_.size(); ++i) nicknamed(i);
    for (const auto& span : tree_.analysis().entities)
      if (auto kind = kind_of_label(span.label); kind && !is_first_name_of_next(span))
        take({span.begin, span.end}, *kind);
    for (int i = 0; i < tree_.size(); ++i)
      if (draft_.name_over(i) < 0) uncovered(i);
    sort_by_place(draft_);
  }

 private:
  bool name_word(int i) const {
    return tree_.pos(i) == Pos::kPropn && is_capitalised(tree_.words(i)) && draft_.name_over(i) < 0;
  }
  bool is_body(TokenSpan span) const {
    auto* value = known_.bodies.find(tree_.lower(span.end - 1));
    if (value && *value != "area") return true;
    for (int i = span.begin; i + 1 < span.end; ++i)  // "Ministry of Finance", "Bank of America"
      if (auto* v = known_.bodies.find(tree_.lower(i)); v && *v != "area" && tree_.lower(i + 1) == "of") return true;
    return false;
  }
  bool is_office_word(int i) const {
    return known_.offices.has(tree_.lower(i)) || known_.offices.has(tree_.lemma(i)) || known_.ranks.has(tree_.lower(i));
  }

  // "[Helena] [Brandt]": a first name the tagger took for a town, right before the rest of the person's name.
  bool is_first_name_of_next(const nlp::EntitySpan& span) const {
    if (span.label == "PERSON" || span.end - span.begin != 1 || span.end >= tree_.size()) return false;
    return tree_.token(span.end).entity == "PERSON" && tree_.dep(span.begin) == Dep::kCompound &&
           !broken_between(tree_, span.begin, span.end) && known_.first_names.has(lower_case(tree_.words(span.begin)));
  }

  void take(TokenSpan span, EntityKind kind) {
    span = trimmed(span);
    if (span.empty() || span.size() > kMostWords || within_rank(span)) return;
    std::string country = known_.country_of(tree_.words(span));
    TitleRun run;
    if (country.empty() && kind != EntityKind::kLaw) {
      span = without_titles(span, kind);
      if (span.empty()) return;
      run = title_run_before(tree_, known_, span.begin);
    }
    kind = retyped(span, kind, run, country);
    if (kind == EntityKind::kPerson) span = without_tail(span);
    if (kind == EntityKind::kOrganisation) span = without_office_behind(span);
    if (kind == EntityKind::kPerson && !plausible_person(span)) return;
    if (kind == EntityKind::kPerson) complete(span, run);
    store(span, kind, run, country);
  }

  // First name, nickname in quotation marks, surname: Jo "Red" Hale.
  void nicknamed(int open) {
    std::string_view mark = tree_.words(open);
    if (mark != "“" && mark != "\"" && mark != "``" && mark != "‘") return;
    int close = open + 1;
    while (close < tree_.size() && close <= open + 4 && is_capitalised(tree_.words(close))) ++close;
    if (close == open + 1 || close + 1 >= tree_.size() || tree_.pos(close) != Pos::kPunct) return;
    if (!name_word(open - 1) || !name_word(close + 1) || is_office_word(open - 1)) return;
    TokenSpan span{open - 1, close + 2};
    while (span.begin > 0 && name_word(span.begin - 1) && !is_office_word(span.begin - 1) &&
           !broken_between(tree_, span.begin - 1, span.begin))
      --span.begin;
    while (span.end < tree_.size() && name_word(span.end) && !broken_between(tree_, span.end - 1, span.end)) ++span.end;
    if (tree_.sentence_of(span.begin) != tree_.sentence_of(span.end - 1)) return;
    store(span, EntityKind::kPerson, title_run_before(tree_, known_, span.begin), "");
  }

  // "Chief [Petty] Officer": a word of a rank or office, taken for a name.
  bool within_rank(TokenSpan span) const {
    if (span.size() != 1) return false;
    int first = tree_.sentence(tree_.sentence_of(span.begin)).begin, stop = std::min(tree_.size(), span.end + 3);
    for (int begin = std::max(first, span.begin - 2); begin < span.begin; ++begin) {
      int length =
          std::max(known_.ranks.match(tree_, begin, stop).length, known_.offices.match(tree_, begin, stop).length);
      if (begin + length >= span.end && length >= 3) return true;
    }
    return false;
  }

  // Articles, quotation marks and possessive endings at the edges are no part of a name.
  TokenSpan trimmed(TokenSpan span) const {
    while (!span.empty() && (tree_.pos(span.begin) == Pos::kPunct || tree_.pos(span.begin) == Pos::kSpace ||
                             tree_.pos(span.begin) == Pos::kDet || tree_.pos(span.begin) == Pos::kCconj))
      ++span.begin;
    while (!span.empty() && (tree_.tag(span.end - 1) == "POS" || tree_.pos(span.end - 1) == Pos::kSpace ||
                             (tree_.pos(span.end - 1) == Pos::kPunct && tree_.words(span.end - 1) != ")")))
      --span.end;
    return span;
  }

  // "Gen Salvador Cienfuegos" -> "Salvador Cienfuegos". A body keeps its words ("General Motors", "Justice
  // Department") unless what is left is a person's name.
  TokenSpan without_titles(TokenSpan span, EntityKind kind) const {
    TokenSpan rest = span;
    // "Former President Ann Lee" loses both words; "New York" and "Liberal International" lose none: a word such as
    // "former" or "new" goes only with the title behind it.
    for (int i = span.begin; i < span.end;) {
      int step =
          std::max({known_.titles.match(tree_, i, span.end).length, known_.ranks.match(tree_, i, span.end).length,
                    known_.offices.match(tree_, i, span.end, true).length});
      if (step > 0) {
        rest.begin = i += step;
      } else if (known_.status.has(tree_.lower(i)) || (i > span.begin && tree_.words(i) == "-")) {
        ++i;
      } else {
        break;
      }
    }
    if (kind == EntityKind::kPerson && !rest.empty() && rest.begin == span.begin && rest.size() > 1)
      if (auto* status = known_.status.find(tree_.lower(rest.begin)); status && !status->empty()) ++rest.begin;
    if (rest.begin == span.begin) return span;
    if (rest.empty()) return kind == EntityKind::kPerson ? last_word_as_name(span) : span;
    if (kind == EntityKind::kPerson) return is_body(span) && !is_body(rest) ? span : rest;
    bool person = !is_body(rest) && rest.size() <= 4 && known_.country_of(tree_.words(rest)).empty() &&
                  std::all_of(tree_.analysis().tokens.begin() + rest.begin, tree_.analysis().tokens.begin() + rest.end,
                              [](const nlp::Token& t) { return t.pos == Pos::kPropn; });
    return person ? rest : span;
  }

  // What the tagger glued behind a person: another line, a bracket, "of" and what follows.
  TokenSpan without_tail(TokenSpan span) const {
    for (int i = span.begin + 1; i < span.end; ++i) {
      bool joins = (tree_.pos(i) == Pos::kAdp || tree_.pos(i) == Pos::kCconj) && !known_.particles.has(tree_.lower(i));
      bool mark = tree_.pos(i) == Pos::kPunct && tree_.words(i) == "(";
      if (joins || mark || tree_.pos(i) == Pos::kSpace || tree_.token(i).range.start > tree_.token(i - 1).range.end + 1)
        return trimmed({span.begin, i});
    }
    return span;
  }

  // "State Department Spokesperson" before a name, "HHS Inspector General" beside one: the post is the person's.
  TokenSpan without_office_behind(TokenSpan span) const {
    int last = span.end - 1;
    bool person_next = span.end < tree_.size() && tree_.token(span.end).entity == "PERSON";
    bool person_before = tree_.dep(last) == Dep::kAppos && tree_.token(tree_.head(last)).entity == "PERSON";
    if (span.size() < 2 || !(person_next || person_before)) return span;
    for (int begin = span.begin + 1; begin < last; ++begin)
      if (known_.offices.match(tree_, begin, span.end).length == span.end - begin) return {span.begin, begin};
    if (!is_office_word(last)) return span;
    while (span.size() > 1 && (is_office_word(span.end - 1) || known_.office_words.has(tree_.lower(span.end - 1))) &&
           !known_.bodies.has(tree_.lower(span.end - 1)))
      --span.end;
    return span;
  }

  // "Judge Judge": the last of several office words is the name; a lone one ("President") names nobody.
  TokenSpan last_word_as_name(TokenSpan span) const {
    if (span.size() < 2 || tree_.pos(span.end - 1) != Pos::kPropn) return {};
    return tree_.lower(span.end - 1) == tree_.lower(span.end - 2) ? TokenSpan{span.end - 1, span.end} : TokenSpan{};
  }

  EntityKind retyped(TokenSpan span, EntityKind kind, const TitleRun& run, const std::string& country) const {
    std::string_view last = tree_.lower(span.end - 1);
    if (!country.empty()) {
      bool demonym = !known_.countries.has(lower_case(tree_.words(span)));
      if (kind == EntityKind::kPerson && demonym && span.size() == 1) return EntityKind::kGroup;
      return demonym ? EntityKind::kGroup : EntityKind::kPlace;
    }
    if (kind == EntityKind::kOrganisation && known_.laws.has(last) && span.size() > 1) return EntityKind::kLaw;
    if (kind == EntityKind::kPerson && acronym(span) && !run.any()) return EntityKind::kOrganisation;
    if (kind == EntityKind::kPerson) return is_body(span) && span.size() > 1 ? EntityKind::kOrganisation : kind;
    if (kind == EntityKind::kLaw || kind == EntityKind::kGroup) return kind;
    if (is_body(span) || span.size() > 5) return kind;
    bool all_names = true;
    for (int i = span.begin; i < span.end; ++i) all_names &= tree_.pos(i) == Pos::kPropn;
    bool titled = run.courtesy || run.rank || (run.capitalised_office && tied(run, span)) ||
                  described_as_person(span) || (kind == EntityKind::kOrganisation && reads_like_person(span));
    return titled && all_names && kind != EntityKind::kPlace ? EntityKind::kPerson : kind;
  }

  // One word in capitals, in a sentence that is not.
  bool acronym(TokenSpan span) const {
    std::string_view word = tree_.words(span.begin);
    return span.size() == 1 && word.size() <= 6 && is_upper_case(word) && !known_.first_names.has(lower_case(word)) &&
           !all_capitals(tree_.sentence_of(span.begin));
  }

  // First name and one more word, without an article before: a person the tagger took for a body. Names of bodies that
  // read like that ("Morgan Stanley") are listed.
  bool reads_like_person(TokenSpan span) const {
    if (span.size() != 2 || is_upper_case(tree_.words(span.end - 1)) || !is_capitalised(tree_.words(span.end - 1)))
      return false;
    if (span.begin > 0 && tree_.pos(span.begin - 1) == Pos::kDet && !broken_between(tree_, span.begin - 1, span.begin))
      return false;
    auto* gender = known_.first_names.find(lower_case(tree_.words(span.begin)));
    if (!gender || (*gender != "male" && *gender != "female")) return false;
    std::string whole = lower_case(tree_.words(span));
    return !known_.bodies.has(whole) && !known_.bodies.has(tree_.lower(span.end - 1)) &&
           !known_.laws.has(tree_.lower(span.end - 1)) && known_.country_of(tree_.words(span.end - 1)).empty();
  }

  // "Ann Lee, 45,", "Ann Lee, a driver,", "Ann Lee, who": of two or three words, none of them in capitals throughout.
  bool described_as_person(TokenSpan span) const {
    if (span.size() < 2 || span.size() > 3) return false;
    for (int i = span.begin; i < span.end; ++i)
      if (is_upper_case(tree_.words(i)) && tree_.words(i).size() > 2) return false;
    int head = head_of(tree_, span);
    if (span.end + 2 < tree_.size() && tree_.words(span.end) == "," && tree_.pos(span.end + 1) == Pos::kNum &&
        tree_.words(span.end + 1).size() == 2 &&
        (tree_.words(span.end + 2) == "," || tree_.lower(span.end + 2) == "of"))
      return true;
    for (int child : tree_.children(head)) {
      if (tree_.dep(child) == Dep::kAppos && tree_.pos(child) == Pos::kNoun && known_.means_person(tree_.lemma(child)))
        return true;
      if (tree_.dep(child) != Dep::kRelcl) continue;
      int subject = tree_.child(child, Dep::kNsubj);
      if (subject < 0) subject = tree_.child(child, Dep::kNsubjpass);
      if (subject >= 0 && tree_.lower(subject) == "who") return true;
    }
    return false;
  }

  // The office before the name depends on it, so that both are one phrase.
  bool tied(const TitleRun& run, TokenSpan span) const {
    int office = run.offices.front().office.end - 1;
    return span.contains(tree_.head(office)) || tree_.head(head_of(tree_, span)) == office;
  }

  bool plausible_person(TokenSpan span) const {
    bool capital = false;
    for (int i = span.begin; i < span.end; ++i) capital |= is_capitalised(tree_.words(i));
    if (!capital) return false;
    if (span.size() > 1) return true;
    std::string lower = lower_case(tree_.words(span.begin));
    if (tree_.pos(span.begin) != Pos::kPropn && !known_.first_names.has(lower)) return false;
    return !known_.kinship.has(lower) && !known_.titles.has(lower) && !known_.pronouns.has(lower);
  }

  // Parts the tagger left outside: first names, initials and particles before, further names and suffixes behind.
  void complete(TokenSpan& span, TitleRun& run) const {
    int head = head_of(tree_, span);
    int sentence = tree_.sentence_of(span.begin);
    auto joined = [&](int i, int neighbour) {
      return i >= 0 && i < tree_.size() && tree_.sentence_of(i) == sentence &&
             !broken_between(tree_, std::min(i, neighbour), std::max(i, neighbour));
    };
    while (joined(span.begin - 1, span.begin) && name_word(span.begin - 1) && !is_office_word(span.begin - 1)) {
      int i = span.begin - 1;
      bool initial = tree_.words(i).size() <= 2 && tree_.words(i).back() == '.';
      if (!(initial || known_.first_names.has(tree_.lower(i))) || tree_.head(i) != head) break;
      --span.begin;
      run = title_run_before(tree_, known_, span.begin);
    }
    while (span.end < tree_.size()) {
      int i = span.end;
      // A name the text splits at its apostrophe, "O 'Toole": the tagger may see a sentence end there.
      if (tree_.words(i - 1).size() == 1 && tree_.words(i) == "'" && i + 1 < tree_.size() && name_word(i + 1) &&
          !broken_between(tree_, i - 1, i) && !tree_.token(i).space_after) {
        span.end += 2;
        continue;
      }
      if (!joined(i, i - 1)) break;
      auto* particle = known_.particles.find(tree_.lower(i));
      bool suffix = particle && *particle == "suffix" && is_capitalised(tree_.words(i));
      bool tied = span.contains(tree_.head(i)) || tree_.head(span.end - 1) == i;
      bool name = name_word(i) && tied && !is_office_word(i) && !is_body({i, i + 1}) &&
                  !known_.laws.has(tree_.lower(i)) && tree_.token(i).entity.empty() && tree_.dep(head) != Dep::kPoss;
      if (!suffix && !name) break;
      ++span.end;
    }
  }

  // `span` may hold smaller names, whole ("Bank of [England]").
  int store(TokenSpan span, EntityKind kind, const TitleRun& run, const std::string& country) {
    for (int i = span.begin; i < span.end; ++i)
      if (int m = draft_.name_over(i);
          m >= 0 && (!span.contains(draft_.mention(m).span) || draft_.mention(m).span == span))
        return -1;
    CastMention mention;
    mention.span = span, mention.kind = kind, mention.head = head_of(tree_, span);
    MentionNotes note;
    note.key = name_key(tree_, known_, span);
    if (note.key.empty() || draft_.mentions.size() >= kMostNames) return -1;
    if (kind == EntityKind::kPerson) {
      note.gender = run.gender;
      note.title = {run.begin, span.begin};
      note.sure_person = run.courtesy || run.rank || !run.offices.empty();
      for (const auto& noun : run.nouns) note.described.push_back({noun, "", run.begin});
    }
    if (kind == EntityKind::kGroup && !country.empty()) {
      Dep dep = tree_.dep(mention.head);
      note.modifier = tree_.pos(mention.head) == Pos::kAdj || dep == Dep::kAmod || dep == Dep::kCompound;
    }
    mention.plural = kind == EntityKind::kGroup && !note.modifier;
    int m = draft_.add(mention, std::move(note));
    for (int i = span.begin; i < span.end; ++i)
      if (draft_.name_over(i) < 0) draft_.name_at[static_cast<size_t>(i)] = m;
    return m;
  }

  // Names without a label: behind a title, and bodies in capitals ("Attorney General's Office").
  void uncovered(int i) {
    if (!name_word(i) && !(is_capitalised(tree_.words(i)) && known_.bodies.has(tree_.lower(i)))) return;
    auto* body = known_.bodies.find(tree_.lower(i));
    if (body && *body != "area" && !all_capitals(tree_.sentence_of(i))) {
      uncovered_body(i);
      return;
    }
    if (!name_word(i) || body || known_.titles.has(tree_.lower(i)) || known_.status.has(tree_.lower(i))) return;
    TitleRun run = title_run_before(tree_, known_, i);
    bool titled = run.courtesy || run.rank || run.capitalised_office;
    bool doubled = i > 0 && tree_.lower(i) == tree_.lower(i - 1);
    bool linked = i > 0 && (tree_.head(i - 1) == i || (i + 1 < tree_.size() && tree_.head(i - 1) == tree_.head(i)));
    if (!titled || (is_office_word(i) && !doubled) || !linked || within_rank({i, i + 1})) return;
    TokenSpan span{i, i + 1};
    while (span.end < tree_.size() && name_word(span.end) && !broken_between(tree_, span.end - 1, span.end) &&
           tree_.sentence_of(span.end) == tree_.sentence_of(i) && !is_office_word(span.end) &&
           (tree_.head(span.end - 1) == span.end || tree_.head(span.end - 1) == tree_.head(span.end)))
      ++span.end;
    if (is_body(span) || known_.laws.has(tree_.lower(span.end - 1)) || known_.office_words.has(tree_.lower(span.begin)))
      return;
    if (!known_.country_of(tree_.words(span)).empty()) return;
    store(span, EntityKind::kPerson, run, "");
  }

  bool all_capitals(int sentence) const {
    TokenSpan span = tree_.sentence(sentence);
    int upper = 0, words = 0;
    for (int i = span.begin; i < span.end; ++i) {
      if (tree_.pos(i) == Pos::kPunct || tree_.pos(i) == Pos::kSpace) continue;
      ++words;
      upper += is_capitalised(tree_.words(i)) || !is_capitalised(tree_.lower(i).substr(0, 1));
      if (!is_capitalised(tree_.words(i)) && tree_.words(i).size() > 3) return false;
    }
    return words > 0 && upper == words;
  }

  void uncovered_body(int i) {
    TokenSpan span{i, i + 1};
    auto capital = [&](int k) {
      return draft_.name_over(k) < 0 && is_capitalised(tree_.words(k)) && tree_.pos(k) != Pos::kDet &&
             tree_.pos(k) != Pos::kPron && tree_.pos(k) != Pos::kAdp && tree_.pos(k) != Pos::kSconj &&
             tree_.pos(k) != Pos::kVerb;
    };
    int first = tree_.sentence(tree_.sentence_of(i)).begin;
    while (span.begin > first && !broken_between(tree_, span.begin - 1, span.begin)) {
      int k = span.begin - 1;
      if (capital(k) && !known_.status.has(tree_.lower(k)))
        --span.begin;
      else if (tree_.tag(k) == "POS" && k > first && capital(k - 1))
        span.begin -= 2;
      else
        break;
    }
    int last = tree_.sentence(tree_.sentence_of(i)).end;
    if (span.end + 1 < last && tree_.lower(span.end) == "of") {
      int k = span.end + 1;
      if (tree_.pos(k) == Pos::kDet && k + 1 < last) ++k;
      int stop = k;
      auto place = [&](int at) {
        return draft_.name_over(at) >= 0 && draft_.mention(draft_.name_over(at)).kind == EntityKind::kPlace;
      };
      while (stop < last && (capital(stop) || place(stop)) && !broken_between(tree_, stop - 1, stop)) ++stop;
      if (stop > k) span.end = stop;
    }
    if (span.size() < 2) return;  // a lone "Court" or "State" is a nominal
    store(span, EntityKind::kOrganisation, {}, "");
  }

  CastDraft& draft_;
  const Tree& tree_;
  const NameKnowledge& known_;
};

}  // namespace

void find_names(CastDraft& draft) { NameFinder(draft).run(); }

}  // namespace sumario::read
