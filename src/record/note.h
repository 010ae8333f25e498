// What was left unread because it goes past a limit, said in the reading itself.
#pragma once

#include "base/byte_range.h"

namespace sumario {

enum class NoteWhy {
  kLongSentence,  // a sentence of more words than are read as one: nothing in it is claimed
  kManyNames,     // more names than are kept in mind: from here on nothing is read
};

struct Note {
  ByteRange range;
  NoteWhy why = NoteWhy::kLongSentence;
};

}  // namespace sumario
