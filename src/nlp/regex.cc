#include "nlp/regex.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <fmt/format.h>
#include <pcre2.h>

#include <algorithm>

#include "nlp/python_pattern.h"

namespace sumario::nlp {
namespace {

// Steps one search may take: linear in the subject, and far more than the patterns of the published pipelines need.
// Only a chunk made to hurt (hundreds of colons before the @ of a URL) needs more.
constexpr uint32_t kFreeSteps = 10'000, kStepsPerByte = 500, kMostSteps = 10'000'000;
constexpr uint32_t kHeapLimitKib = 16 * 1024;
constexpr size_t kJitStackStart = 32 * 1024, kJitStackMost = 1024 * 1024;

template <auto kFree>
struct Freed {
  template <typename T>
  void operator()(T* object) const {
    kFree(object);
  }
};
using CodePtr = std::unique_ptr<pcre2_code, Freed<pcre2_code_free>>;
using MatchDataPtr = std::unique_ptr<pcre2_match_data, Freed<pcre2_match_data_free>>;
using MatchContextPtr = std::unique_ptr<pcre2_match_context, Freed<pcre2_match_context_free>>;
using JitStackPtr = std::unique_ptr<pcre2_jit_stack, Freed<pcre2_jit_stack_free>>;

tl::expected<CodePtr, Regex::CompileFailure> compile_part(std::string_view pattern) {
  Regex::CompileFailure failure;
  CodePtr code(pcre2_compile(reinterpret_cast<PCRE2_SPTR>(pattern.data()), pattern.size(), PCRE2_UTF | PCRE2_UCP,
                             &failure.code, &failure.at, nullptr));
  if (!code) return tl::unexpected(failure);
  // Without a JIT (an unusual machine) the interpreter gives the same answers.
  pcre2_jit_compile(code.get(), PCRE2_JIT_COMPLETE);
  return code;
}

std::string reason(const Regex::CompileFailure& failure) {
  PCRE2_UCHAR text[128] = {};
  pcre2_get_error_message(failure.code, text, sizeof text);
  return fmt::format("{} at byte {} of the pattern", reinterpret_cast<const char*>(text), failure.at);
}

uint32_t steps_for(size_t bytes) {
  return bytes > (kMostSteps - kFreeSteps) / kStepsPerByte ? kMostSteps
                                                           : kFreeSteps + kStepsPerByte * static_cast<uint32_t>(bytes);
}

}  // namespace

struct RegexScratch::State {
  MatchDataPtr data{pcre2_match_data_create(1, nullptr)};
  MatchContextPtr context{pcre2_match_context_create(nullptr)};
  JitStackPtr stack{pcre2_jit_stack_create(kJitStackStart, kJitStackMost, nullptr)};
};

RegexScratch::RegexScratch() : state(std::make_unique<State>()) {
  if (!state->data || !state->context) throw std::bad_alloc();
  pcre2_set_heap_limit(state->context.get(), kHeapLimitKib);
  if (state->stack) pcre2_jit_stack_assign(state->context.get(), nullptr, state->stack.get());
}
RegexScratch::~RegexScratch() = default;

struct Regex::Code {
  CodePtr code;

  std::optional<RegexMatch> match(std::string_view subject, size_t from, uint32_t options,
                                  RegexScratch& scratch) const {
    auto& state = *scratch.state;
    pcre2_set_match_limit(state.context.get(), steps_for(subject.size()));
    auto run = [&](uint32_t how) {
      // The text was checked to be UTF-8 when it was read.
      return pcre2_match(code.get(), reinterpret_cast<PCRE2_SPTR>(subject.data()), subject.size(), from,
                         how | PCRE2_NO_UTF_CHECK, state.data.get(), state.context.get());
    };
    int found = run(options);
    if (found == PCRE2_ERROR_JIT_STACKLIMIT) found = run(options | PCRE2_NO_JIT);
    if (found < 0) return std::nullopt;
    const size_t* ends = pcre2_get_ovector_pointer(state.data.get());
    return RegexMatch{ends[0], ends[1]};
  }
};

tl::expected<std::vector<Regex::Code>, Regex::CompileFailure> Regex::compile_parts(
    const std::vector<std::string>& patterns) {
  std::vector<Code> parts;
  for (const std::string& pattern : patterns) {
    auto code = compile_part(pattern);
    if (!code) return tl::unexpected(code.error());
    parts.push_back({std::move(*code)});
  }
  return parts;
}

Regex::Regex(std::vector<Code> parts) : parts_(std::move(parts)) {}
Regex::Regex(Regex&&) noexcept = default;
Regex& Regex::operator=(Regex&&) noexcept = default;
Regex::~Regex() = default;

Result<Regex> Regex::compile(std::string_view pattern) {
  std::string translated = pcre2_pattern_of(pattern);
  auto whole = compile_parts({translated});
  if (whole) return Regex(std::move(*whole));
  // What PCRE2 compiles to is limited to 64 KiB, which cannot be foretold from the pattern.
  for (size_t size : {64 * 1024, 32 * 1024, 16 * 1024, 8 * 1024, 0}) {
    if (whole.error().code != PCRE2_ERROR_PATTERN_TOO_LARGE) break;
    auto branches = anchored_branches(translated, size);
    if (!branches) break;
    auto parts = compile_parts(*branches);
    if (parts) return Regex(std::move(*parts));
  }
  return fail(ErrorCode::kDamaged, reason(whole.error()));
}

std::optional<RegexMatch> Regex::search(std::string_view subject, size_t from, RegexScratch& scratch) const {
  // Several parts are all anchored at the start, so the first that matches is as far left as any.
  for (const Code& part : parts_)
    if (auto match = part.match(subject, from, 0, scratch)) return match;
  return std::nullopt;
}

bool Regex::matches_at_start(std::string_view subject, RegexScratch& scratch) const {
  return std::any_of(parts_.begin(), parts_.end(),
                     [&](const Code& part) { return part.match(subject, 0, PCRE2_ANCHORED, scratch).has_value(); });
}

void Regex::find_all(std::string_view subject, RegexScratch& scratch, std::vector<RegexMatch>& matches) const {
  size_t from = 0;
  uint32_t options = 0;
  while (from <= subject.size()) {
    std::optional<RegexMatch> match;
    for (const Code& part : parts_)
      if ((match = part.match(subject, from, options, scratch))) break;
    if (!match) return;
    matches.push_back(*match);
    from = match->end;
    // After an empty match the next one may start here too, but must not be empty again.
    options = match->start == match->end ? PCRE2_NOTEMPTY_ATSTART : 0;
  }
}

}  // namespace sumario::nlp
