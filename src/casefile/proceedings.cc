#include "casefile/proceedings.h"

#include <array>
#include <utility>

namespace sumario::casefile {
namespace {

// Order within a day: what presupposes a step comes after it; an end comes after all it may answer to.
constexpr std::array kMeanings = {
    StepMeaning{"accuse", Stage::kAccusation, 1, "accused", 1},
    StepMeaning{"investigate", Stage::kInquiry, 2, "investigated", 2},
    StepMeaning{"search", Stage::kInquiry, 3, "investigated", 2},
    StepMeaning{"seize", Stage::kInquiry, 4, "", 0},
    StepMeaning{"sue", Stage::kCourt, 5, "", 0},
    StepMeaning{"warrant", Stage::kCustody, 6, "wanted", 3},
    StepMeaning{"arrest", Stage::kCustody, 7, "arrested", 4},
    StepMeaning{"extradite", Stage::kCustody, 8, "", 0},
    StepMeaning{"deport", Stage::kCustody, 9, "", 0},
    StepMeaning{"charge", Stage::kCourt, 10, "charged", 5},
    StepMeaning{"appear", Stage::kCourt, 11, "", 0},
    StepMeaning{"plea", Stage::kCourt, 12, "charged", 5},
    StepMeaning{"hearing", Stage::kCourt, 13, "", 0},
    StepMeaning{"motion", Stage::kCourt, 14, "", 0},
    StepMeaning{"trial", Stage::kCourt, 15, "on trial", 6},
    StepMeaning{"sanction", Stage::kNone, 16, "", 0},
    StepMeaning{"fine", Stage::kVerdict, 17, "", 0},
    StepMeaning{"convict", Stage::kVerdict, 18, "convicted", 7},
    StepMeaning{"sentence", Stage::kVerdict, 19, "sentenced", 8},
    StepMeaning{"exonerate", Stage::kEnd, 20, "none", 0},
    StepMeaning{"release", Stage::kEnd, 21, "released", 0},
    StepMeaning{"appeal", Stage::kCourt, 22, "", 0},
    StepMeaning{"overturn", Stage::kEnd, 23, "overturned", 0},
    StepMeaning{"settle", Stage::kEnd, 24, "settled", 0},
    StepMeaning{"dismiss", Stage::kEnd, 25, "dismissed", 0},
    StepMeaning{"acquit", Stage::kEnd, 26, "acquitted", 0},
    StepMeaning{"pardon", Stage::kEnd, 27, "pardoned", 0},
};

using Pair = std::pair<std::string_view, std::string_view>;
// Later, earlier; the closure is taken below. A charge follows whatever inquiry, warrant or accusation led to it.
constexpr std::array kPresupposed = {
    Pair{"arrest", "accuse"},       Pair{"warrant", "accuse"},   Pair{"arrest", "investigate"},
    Pair{"warrant", "investigate"}, Pair{"charge", "accuse"},    Pair{"charge", "investigate"},
    Pair{"charge", "search"},       Pair{"release", "arrest"},   Pair{"plea", "charge"},
    Pair{"trial", "charge"},        Pair{"motion", "charge"},    Pair{"convict", "charge"},
    Pair{"convict", "plea"},        Pair{"convict", "trial"},    Pair{"sentence", "convict"},
    Pair{"appeal", "charge"},       Pair{"overturn", "convict"}, Pair{"overturn", "sentence"},
    Pair{"overturn", "appeal"},     Pair{"acquit", "charge"},    Pair{"acquit", "trial"},
    Pair{"acquit", "plea"},         Pair{"acquit", "arrest"},    Pair{"acquit", "warrant"},
    Pair{"dismiss", "charge"},      Pair{"dismiss", "arrest"},   Pair{"dismiss", "warrant"},
    Pair{"dismiss", "plea"},        Pair{"pardon", "charge"},    Pair{"pardon", "convict"},
    Pair{"pardon", "sentence"},     Pair{"settle", "sue"},       Pair{"exonerate", "accuse"},
};

bool follows(std::string_view later, std::string_view earlier, int depth) {
  if (depth == 0) return false;
  for (const auto& [after, before] : kPresupposed)
    if (after == later && (before == earlier || follows(before, earlier, depth - 1))) return true;
  return false;
}

}  // namespace

const StepMeaning& meaning_of(std::string_view type) {
  static constexpr StepMeaning kNothing;
  for (const StepMeaning& meaning : kMeanings)
    if (meaning.type == type) return meaning;
  return kNothing;
}

bool presupposes(std::string_view later, std::string_view earlier) { return follows(later, earlier, 6); }

}  // namespace sumario::casefile
