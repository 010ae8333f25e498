#include <algorithm>

#include "page/text/date_words.h"
#include "page/text/residue_rules.h"

namespace sumario::page {
namespace {

constexpr size_t kMenuWords = 5;        // words of an entry at most
constexpr size_t kMenuRun = 4;          // short lines that make a run
constexpr size_t kMenuEntries = 2;      // known entries in it, at least …
constexpr size_t kMenuShare = 6;        // … and one of so many lines
constexpr size_t kLineStartWords = 25;  // longest line that a phrase at its start can take away
constexpr size_t kCapitalTeaserWords = 6;
constexpr size_t kParagraphWords = 18;
constexpr size_t kLinesAbovePhone = 3;
constexpr size_t kPhoneLineWords = 14;

bool is_short(const Page& page, const Line& line) {
  return line.words.size() <= kMenuWords && !line.ends_sentence && line.role != BlockRole::kTitle &&
         page.text[line.range.end - 1] != ':';
}

bool is_statement(const Line& line) {
  return date_at(line.words).has_value() ||
         (line.words.size() > 1 && std::ranges::any_of(line.words, &Word::colon_after));
}

// A paragraph, even one that lost its end.
bool is_long(const Page& page, const Line& line) {
  return line.words.size() >= kParagraphWords && !is_upper(words_of(page.text, line.range));
}

bool has_digit(std::string_view text) {
  return std::ranges::any_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

// A run of digit groups written as a telephone number: 9 to 15 digits, the last group of four, the first of two or
// three unless a plus stands before it. Prices, sizes and years are none.
bool is_phone(std::string_view run) {
  std::vector<size_t> groups;
  bool inside = false;
  size_t digits = 0;
  for (char c : run) {
    bool digit = c >= '0' && c <= '9';
    if (digit && !inside) groups.push_back(0);
    if (digit) ++groups.back(), ++digits;
    inside = digit;
  }
  if (digits < 9 || digits > 15 || groups.size() < 3 || groups.back() != 4) return false;
  bool plus = run.find('+') != std::string_view::npos;
  return plus || groups.front() == 2 || groups.front() == 3 || (groups.front() == 1 && groups.size() == 4);
}

// A short line with a telephone number or an address with "@".
bool is_contact(const Page& page, const Line& line) {
  if (line.words.empty() || line.words.size() > kPhoneLineWords || line.ends_sentence) return false;
  std::string_view text = words_of(page.text, line.range);
  size_t at = text.find('@');
  if (at != std::string_view::npos && at > 0 && text.find('.', at) != std::string_view::npos) return true;
  constexpr std::string_view kPhoneBytes = "0123456789 -.()+";
  for (size_t start = text.find_first_of(kPhoneBytes); start != std::string_view::npos;) {
    size_t end = std::min(text.find_first_not_of(kPhoneBytes, start), text.size());
    if (is_phone(text.substr(start, end - start))) return true;
    start = text.find_first_of(kPhoneBytes, end);
  }
  return false;
}

}  // namespace

void mark_menus(Page& page) {
  auto& lines = page.lines;
  for (size_t start = 0; start < lines.size();) {
    size_t end = start, entries = 0;
    while (end < lines.size() && is_short(page, lines[end])) {
      if (page.knowledge.is_menu_entry(lines[end].words)) ++entries;
      ++end;
    }
    const size_t next = std::max(end, start + 1);
    // A date or a "label: value" beside a menu is the article's own.
    while (start < end && is_statement(lines[start])) ++start;
    while (start < end && is_statement(lines[end - 1])) --end;
    if (end - start >= kMenuRun && entries >= kMenuEntries && entries * kMenuShare >= end - start) {
      for (size_t i = start; i < end; ++i) page.mark(lines[i], ResidueWhy::kBoilerplate);
    }
    start = next;
  }
}

void mark_rest(Page& page) {
  auto& lines = page.lines;
  for (size_t i = lines.size(); i-- > 1;) {
    if (lines[i].prose) return;
    auto phrase = page.knowledge.match(lines[i].words, PhrasePlace::kRest);
    if (!phrase) continue;
    for (size_t j = i; j < lines.size(); ++j) page.mark(lines[j], phrase->why);
  }
}

void mark_wording_of_lines(Page& page) {
  for (Line& line : page.lines) {
    if (line.role == BlockRole::kTitle) continue;
    auto phrase = page.knowledge.match(line.words, PhrasePlace::kLine);
    if (!phrase && line.words.size() <= kLineStartWords) {
      phrase = page.knowledge.match(line.words, PhrasePlace::kLineStart);
    }
    if (phrase) page.mark(line, phrase->why);
  }
}

void mark_contacts(Page& page) {
  auto& lines = page.lines;
  for (size_t i = 0; i < lines.size(); ++i) {
    if (!is_contact(page, lines[i]) || lines[i].role == BlockRole::kTitle) continue;
    page.mark(lines[i], ResidueWhy::kBoilerplate);
    // The name and the post of the person to ask stand right above.
    for (size_t above = 1; above <= kLinesAbovePhone && above <= i; ++above) {
      Line& line = lines[i - above];
      if (line.marked) continue;
      if (!is_short(page, line) || has_digit(words_of(page.text, line.range)) ||
          is_upper(words_of(page.text, line.range))) {
        break;
      }
      page.mark(line, ResidueWhy::kBoilerplate);
    }
  }
}

void mark_repeated_title(Page& page) {
  if (page.lines.empty() || page.lines[0].role != BlockRole::kTitle || page.lines[0].words.size() < 4) return;
  // The first title may carry the site's name behind it.
  const auto& title = page.lines[0].words;
  Line* before = nullptr;
  for (size_t i = 1; i < page.lines.size(); ++i) {
    Line& line = page.lines[i];
    if (line.words.size() < 4 || line.words.size() > title.size() || line.words.size() + 8 < title.size()) continue;
    bool same = std::equal(line.words.begin(), line.words.end(), title.begin(),
                           [](const Word& a, const Word& b) { return a.folded == b.folded; });
    if (!same || line.ends_sentence) continue;
    // The last one is the headline over the article; those above it are the page's.
    if (before != nullptr) page.mark(*before, ResidueWhy::kBoilerplate);
    before = &line;
  }
}

void mark_ornaments(Page& page) {
  for (Line& line : page.lines) {
    if (line.words.empty() && line.role != BlockRole::kTitle) page.mark(line, ResidueWhy::kBoilerplate);
  }
}

void mark_capital_teasers(Page& page) {
  auto& lines = page.lines;
  size_t last_prose = 0;
  bool any_prose = false;
  for (size_t i = 0; i < lines.size(); ++i) {
    if (!lines[i].prose) continue;
    last_prose = i;
    any_prose = true;
  }
  if (!any_prose) return;
  bool prose_before = false;
  for (size_t i = 0; i < lines.size(); ++i) {
    Line& line = lines[i];
    prose_before = prose_before || line.prose;
    std::string_view text = words_of(page.text, line.range);
    bool arrows = text.starts_with(">>") || text.starts_with("»") || text.starts_with("►") || text.starts_with("▶");
    bool capitals = line.words.size() >= kCapitalTeaserWords && !line.ends_sentence && is_upper(text) &&
                    page.text[line.range.end - 1] != ':' && i > 0 && i + 1 < lines.size() &&
                    is_long(page, lines[i - 1]);
    if (line.role == BlockRole::kTitle || line.prose || !prose_before ||
        i >= last_prose + (arrows ? lines.size() : 0)) {
      continue;
    }
    if (arrows || capitals) page.mark(line, ResidueWhy::kTeaser);
  }
}

}  // namespace sumario::page
