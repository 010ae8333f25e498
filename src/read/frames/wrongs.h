// What counts as a wrong: verbs for conduct that the law forbids or accusers commonly lay to a defendant, and nouns for
// offences.
#pragma once

#include <filesystem>
#include <string_view>

#include "base/result.h"
#include "read/syntax/lexicon.h"

namespace sumario::read {

// Immutable after loading; safe to share. Knowledge: lexicons/wrongdoing.txt, offences.txt.
class Wrongs {
 public:
  static Result<Wrongs> load(const std::filesystem::path& knowledge);

  // "embezzle", "stab"; also what is a wrong only when done amiss, such as "pay" and "transfer".
  bool is_deed(std::string_view verb) const { return deeds_.has(verb); }
  // Verbs that tell of a wrong whoever does it and to whatever end.
  bool is_plain_deed(std::string_view verb) const;
  // Whether the words name an offence or tell of a wrong.
  bool are_in(const Tree& tree, ByteRange words) const;
  bool name_offence(const Tree& tree, ByteRange words) const;

 private:
  Wrongs(Lexicon deeds, Lexicon offences) : deeds_(std::move(deeds)), offences_(std::move(offences)) {}
  Lexicon deeds_;  // value "loose": a wrong only when done amiss
  Lexicon offences_;
};

}  // namespace sumario::read
