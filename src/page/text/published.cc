#include "page/text/published.h"

#include <algorithm>
#include <span>

#include "page/text/date_words.h"

namespace sumario::page {
namespace {

constexpr size_t kLinesLookedAt = 40;
constexpr size_t kProseLooked = 2;  // paragraphs of prose behind which no date is looked for
constexpr size_t kParagraphWords = 25;
constexpr size_t kMostLabels = 3;
constexpr uint32_t kHeadBytes = 400;     // of a line: enough for a date line and for a dateline
constexpr uint32_t kDatelineReach = 60;  // bytes before the dash or bracket of a dateline

// What stands behind a date on its line: nothing, or a time of day with its zone.
bool is_time(std::span<const Word> words) {
  if (words.size() > 6) return false;
  return std::ranges::all_of(words, [](const Word& word) {
    return word.folded.size() <= 4 || std::ranges::all_of(word.folded, [](char c) { return c >= '0' && c <= '9'; });
  });
}

enum class LineDate { kPublished, kPlain, kUpdated };

struct Found {
  Day day;
  LineDate kind;
};

// A line that is a date: "Published: Thursday, 19 November 2020 at 10.30 GMT".
std::optional<Found> date_line(std::span<const Word> words, const PageKnowledge& knowledge) {
  LineDate kind = LineDate::kPlain;
  size_t at = 0;
  for (; at < words.size() && at < kMostLabels; ++at) {
    auto label = knowledge.date_label(words[at].folded);
    if (!label) break;
    if (*label == DateLabel::kUpdated) kind = LineDate::kUpdated;
    if (*label == DateLabel::kPublished && kind == LineDate::kPlain) kind = LineDate::kPublished;
  }
  auto date = date_at(words.subspan(at));
  if (!date || !is_time(words.subspan(at + date->words))) return std::nullopt;
  return Found{date->day, kind};
}

// "LIMA, Nov 19, 2020 (Agency) - Text": an upper-case place, a date, then a dash or a bracket.
std::optional<Day> dateline(std::string_view text, std::span<const Word> words) {
  if (words.empty() || words[0].range.size() < 3 || !is_upper(words_of(text, words[0].range))) return std::nullopt;
  for (size_t at = 1; at < words.size() && words[at].range.start < words[0].range.start + kDatelineReach; ++at) {
    auto date = date_at(words.subspan(at));
    if (!date) continue;
    size_t next = at + date->words;
    if (next >= words.size()) return std::nullopt;
    std::string_view between =
        text.substr(words[next - 1].range.end, words[next].range.start - words[next - 1].range.end);
    bool marked = between.find_first_of("(-/:") != std::string_view::npos ||
                  between.find("–") != std::string_view::npos || between.find("—") != std::string_view::npos;
    return marked ? std::optional(date->day) : std::nullopt;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Day> day_in_metadata(std::string_view text) {
  auto words = words_in(text, {0, static_cast<uint32_t>(std::min<size_t>(text.size(), 200))});
  auto date = date_at(words);
  return date ? std::optional(date->day) : std::nullopt;
}

std::optional<Day> day_in_text(std::string_view text, const std::vector<Block>& blocks,
                               const PageKnowledge& knowledge) {
  std::optional<Found> best;
  size_t prose = 0;
  for (size_t i = 0; i < blocks.size() && i < kLinesLookedAt && prose < kProseLooked; ++i) {
    ByteRange head = blocks[i].range;
    head.end = std::min(head.end, head.start + kHeadBytes);
    auto words = words_in(text, head);
    auto found = date_line(words, knowledge);
    if (!found) {
      if (auto day = dateline(text, words)) found = Found{*day, LineDate::kPlain};
    }
    if (found && (!best || found->kind < best->kind)) best = found;
    bool ended = head.end < blocks[i].range.end || ends_sentence(words_of(text, head));
    if (ended && words.size() > kParagraphWords) ++prose;
  }
  return best ? std::optional(best->day) : std::nullopt;
}

std::optional<Day> day_in_url(std::string_view url) {
  auto words = words_in(url, {0, static_cast<uint32_t>(std::min<size_t>(url.size(), 2000))});
  for (size_t at = 0; at + 2 < words.size(); ++at) {
    const std::span<const Word> three = std::span(words).subspan(at, 3);
    // Year, month, day, with one slash or hyphen between; "nov" for 11 as some papers write.
    bool joined = three[0].range.end + 1 == three[1].range.start && three[1].range.end + 1 == three[2].range.start;
    char first = url[three[0].range.end], second = url[three[1].range.end];
    if (!joined || first != second || (first != '/' && first != '-')) continue;
    auto year = day_in_metadata(std::string(three[0].folded) + "-01-01");
    auto day = parse_day(three[0].folded + "-" + three[1].folded + "-" + three[2].folded);
    unsigned month = month_named(three[1].folded);
    if (!day && month > 0 && three[2].folded.size() == 2) {
      day = parse_day(three[0].folded + (month < 10 ? "-0" : "-") + std::to_string(month) + "-" + three[2].folded);
    }
    if (year && day) return day;
  }
  return std::nullopt;
}

}  // namespace sumario::page
