// The promise that nobody uninvolved is shown as accused, as rules over the drafts of one document. What is left out
// here was told in words, but not firmly enough to hang on a person whom nothing else in the document accuses.
#pragma once

#include <filesystem>
#include <functional>
#include <vector>

#include "base/result.h"
#include "read/frames/draft.h"
#include "read/frames/wrongs.h"
#include "read/syntax/lexicon.h"

namespace sumario::read {

// Immutable after loading; safe to share. Knowledge: lexicons/parts.txt.
class Guards {
 public:
  static Result<Guards> load(const std::filesystem::path& knowledge);

  // Leaves judges and prosecutors out of the defendants of whatever the frames found: a step of a trial, or one told of
  // them together with others, is theirs only where the document also tells, of them alone, that they are investigated,
  // charged, arrested, sued or accused. "Lee was convicted before Justice Dina Ray and Novak was convicted": Ray was
  // not. Call before anything completes one claim by another, and after it. A draft that loses its last defendant is
  // left out.
  void spare_the_court(const Scene& scene, std::vector<Draft>& drafts) const;

  // Leaves out, of people whom no firm claim of the document accuses:
  //  - proceedings that are only alleged or asked about ("pressed him into investigating Lee", "Was Lee charged?");
  //  - admissions and "charged with ...ing" whose conduct is no wrong ("admitted he was tired", "charged with halting a
  //    slide in sales");
  //  - steps that count for known defendants only ("arrived back in Peru");
  //  - what somebody does to themselves ("sentenced himself to an hour of Homer");
  // and, of judges, prosecutors, lawyers and police officers, whatever rests on a pronoun or on an understood subject.
  void apply(const Scene& scene, const Wrongs& wrongs, std::vector<Draft>& drafts) const;

 private:
  explicit Guards(Lexicon parts) : parts_(std::move(parts)) {}
  // Per entity: whether one of its offices is listed in parts.txt with a part that counts.
  std::vector<bool> holders(const Scene& scene,
                            const std::function<bool(const Title&, std::string_view part)>& counts) const;

  Lexicon parts_;
};

// Entities that a firm claim accuses: an asserted proceeding that names them as defendant, or an accusation. Where
// `counts` is given, only of the drafts it holds for.
std::vector<bool> accused_entities(const Scene& scene, const std::vector<Draft>& drafts,
                                   const std::function<bool(const Draft&)>& counts = nullptr);

// Leaves out, once drafts are dated, steps without a day of their own that rest on a pronoun in a paragraph that has
// not named the person ("A grand jury indicted him within weeks"): the day of publication would be a guess about
// somebody told of from afar.
void leave_out_stray_steps(const Scene& scene, std::vector<Draft>& drafts);

}  // namespace sumario::read
