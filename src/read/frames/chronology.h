// Which time expression dates which word: read off the tree, from the expression to the verb or event noun that it
// hangs from, and from there along the constructions in which one clause shares the time of another.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "read/frames/draft.h"
#include "read/syntax/lexicon.h"

namespace sumario::read {

// Nouns that name events, and words that tie a clause or an event to the time of another. lexicons/event_nouns.txt and
// lexicons/event_links.txt say what their values mean.
struct EventWords {
  Lexicon nouns, links;
  static Result<EventWords> load(const std::filesystem::path& knowledge);
  std::string_view class_of(std::string_view noun) const;  // "attack" for a bombing; empty where it is no event
  bool is_occasion(std::string_view noun) const;           // people meet and speak there: a hearing, an interview
};

// "the hearing", "his arrest".
bool is_definite(const Tree& tree, int noun);

// Built once per document; borrows the scene and the words, which outlive it. Linear in the number of expressions.
class Chronology {
 public:
  using NounTest = std::function<bool(std::string_view lemma)>;
  // `is_trigger` tells the nouns with which frames tell an event.
  Chronology(const Scene& scene, const EventWords& words, NounTest is_trigger);

  // All answers are indices into Scene::times, -1 for none.
  int own(int token) const;        // hangs from this very word
  int of_phrase(int noun) const;   // or from what made it: "the lawsuit filed on Friday"
  int of_event(int noun) const;    // or from the same event told before: "the hearing"
  int of_saying(int cue) const;    // of an occasion hung on what is said: "said it was lost during a hearing on Monday"
  int governing(int token) const;  // of the word, the clause around it and those whose time it shares

  // The days of an expression, those that follow from a dated event included: "three days after the attack".
  const std::optional<DayInterval>& days(int time) const { return days_[static_cast<size_t>(time)]; }
  bool is_single_day(int time) const;
  bool is_event(int token) const;  // a noun that names one, or a document
  bool is_occasion(int token) const;
  int of_occasion(int sentence) const;      // the one day on which the sentence's hearing, interview, … was held
  bool is_of_another_time(int verb) const;  // "had said", "was also charged", "said earlier"
  bool is_told_in_past(int verb) const;
  int opening(int sentence) const;  // the day that its sentence opens with
  bool stands_before_its_noun(int time) const { return premodifiers_[static_cast<size_t>(time)]; }

 private:
  struct Dated {
    int noun, time;
  };
  void attach(int time);
  void date(int token, int time);
  void count_from_event(int time);
  void remember(int noun, int time);
  int occasion_of(int argument) const;
  int verb_around(int occasion) const;
  bool joins_occasions(int preposition) const;
  bool stands_for_time(int verb) const;
  std::string_view link(std::string_view word) const;
  int mark_of(int verb) const;
  int beside(int verb) const;
  int coordinated_below(int verb) const;
  int above(int token, bool& only_days) const;

  const Scene& scene_;
  const Tree& tree_;
  const EventWords& words_;
  NounTest is_trigger_;
  std::vector<std::optional<DayInterval>> days_;     // beside Scene::times
  std::vector<bool> premodifiers_;                   // beside Scene::times: "the 2013 attack"
  std::unordered_map<int, std::vector<int>> dates_;  // token -> expressions that hang from it
  std::vector<int> occasions_;                       // by sentence: its occasion's day; -2 for several
  std::unordered_map<std::string_view, std::vector<Dated>>
      events_;  // class of noun -> its dated mentions in text order
};

}  // namespace sumario::read
