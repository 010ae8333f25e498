// What one reading tells, arranged for a person who looks at it: who is in the story and in which part, and what
// happened when.
#pragma once

#include <string>
#include <vector>

#include "casefile/timeline.h"
#include "cli/claim_words.h"
#include "record/dossier.h"
#include "record/reading.h"

namespace sumario::cli {

// What the story does to a person; people are told in this order.
enum class Involvement {
  kOpen,       // something stands against them
  kEnded,      // all that stood against them has ended
  kPart,       // they play another part
  kMentioned,  // they are only named
};

struct PersonInStory {
  const Entity* entity = nullptr;
  Involvement involvement = Involvement::kMentioned;
  std::vector<std::string> parts;  // in words, at least one: "suspect", "judge", "was defendant", "mentioned only"
  std::vector<Standing> standing;  // on the day of publication; "none" left out
  std::vector<Tenure> offices;
  std::vector<const Claim*> claims;  // those they take part in, in the order of the text
};

// Borrows the reading. Movable; not copied, for its events point into `kept`.
struct Story {
  Names names;                          // of every entity
  std::vector<PersonInStory> people;    // by involvement, then by first mention
  std::vector<KeptClaim> kept;          // the reading's claims in order
  std::vector<casefile::Event> events;  // what is dated, statements left out

  Story() = default;
  Story(Story&&) = default;
  Story(const Story&) = delete;
};

// Folds as the case file does, over this reading alone. Linear in the claims but for the sorting.
Story story_of(const Reading& reading);

}  // namespace sumario::cli
