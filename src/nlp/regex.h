// Python's `re` patterns, run by PCRE2 with its JIT compiler.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace sumario::nlp {

// Bytes of the subject, half-open.
struct RegexMatch {
  size_t start = 0;
  size_t end = 0;
  friend bool operator==(const RegexMatch&, const RegexMatch&) = default;
};

// Match data and the JIT's stack. One per worker; not thread-safe.
class RegexScratch {
 public:
  RegexScratch();
  ~RegexScratch();
  struct State;
  std::unique_ptr<State> state;
};

// One compiled pattern. Immutable; safe from many threads, each with a scratch of its own.
class Regex {
 public:
  // `pattern` is a Python pattern in UTF-8 without the verbose flag. An alternation too large for PCRE2 is compiled in
  // parts where all its branches start with `^`; such a pattern tells truly whether it matches, but not which branch
  // Python would have taken. kDamaged with PCRE2's reason and the place.
  static Result<Regex> compile(std::string_view pattern);
  Regex(Regex&&) noexcept;
  Regex& operator=(Regex&&) noexcept;
  ~Regex();

  // The leftmost match that starts at byte `from` or later (lookbehind sees what lies before). Pattern steps are
  // bounded; a search that runs into the bound counts as no match. `subject` is valid UTF-8.
  std::optional<RegexMatch> search(std::string_view subject, size_t from, RegexScratch& scratch) const;
  // Whether the pattern matches at the very start (Python's `match`).
  bool matches_at_start(std::string_view subject, RegexScratch& scratch) const;
  // All matches that do not overlap, in order, empty ones included (Python's `finditer`).
  void find_all(std::string_view subject, RegexScratch& scratch, std::vector<RegexMatch>& matches) const;

  // PCRE2's error number and the byte of the pattern it stopped at.
  struct CompileFailure {
    int code = 0;
    size_t at = 0;
  };

 private:
  struct Code;
  static tl::expected<std::vector<Code>, CompileFailure> compile_parts(const std::vector<std::string>& patterns);
  explicit Regex(std::vector<Code> parts);
  std::vector<Code> parts_;
};

}  // namespace sumario::nlp
