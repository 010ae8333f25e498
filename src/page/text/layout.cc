#include "page/text/layout.h"

#include <algorithm>
#include <span>

#include "base/utf8.h"

namespace sumario::page {
namespace {

constexpr uint32_t kLongestTitle = 300;  // bytes
constexpr size_t kMostTitleWords = 45;
constexpr uint32_t kWidestWrapped = 100;  // bytes of a line broken to a width
constexpr uint32_t kProseBegun = 40;      // bytes after which a line may be a sentence that goes on below
constexpr size_t kMostHeadingWords = 12;
constexpr size_t kProseWords = 20;
constexpr size_t kManyLines = 5;

using Lines = std::vector<ByteRange>;

// Lines with something on them, blank lines kept as ends of chunks.
std::vector<Lines> chunks_of(std::string_view text) {
  std::vector<Lines> chunks(1);
  for (size_t start = 0; start < text.size();) {
    size_t end = std::min(text.find('\n', start), text.size());
    ByteRange line = trimmed(text, {static_cast<uint32_t>(start), static_cast<uint32_t>(end)});
    if (!line.empty()) {
      chunks.back().push_back(line);
    } else if (!chunks.back().empty()) {
      chunks.emplace_back();
    }
    start = end + 1;
  }
  if (chunks.back().empty()) chunks.pop_back();
  return chunks;
}

// True where the lines are one paragraph broken to a width: all but the last of like, moderate length, and at least one
// break inside a sentence.
bool is_wrapped(std::string_view text, std::span<const ByteRange> lines) {
  if (lines.size() < 3) return false;
  uint32_t longest = 0;
  for (ByteRange line : lines) longest = std::max(longest, line.size());
  if (longest > kWidestWrapped || longest < kProseBegun) return false;
  bool inside = false;
  for (size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i].size() < longest * 6 / 10) return false;
    inside = inside || (!ends_sentence(words_of(text, lines[i])) && starts_lower(text, lines[i + 1]));
  }
  return inside;
}

// True where `next` can only be the rest of the sentence that `begun` leaves open.
bool goes_on(std::string_view text, ByteRange begun, ByteRange next) {
  if (begun.size() < kProseBegun) return false;
  char last = text[begun.end - 1];
  if (ends_sentence(words_of(text, begun)) || last == ':' || last == ';') return false;
  return starts_lower(text, next) || text[next.start] == ',' || text[next.start] == '.';
}

// The paragraphs of a chunk; line ends inside of one become spaces.
void add_paragraphs(std::string& text, std::span<const ByteRange> lines, Lines& paragraphs) {
  bool wrapped = is_wrapped(text, lines);
  for (size_t i = 0; i < lines.size(); ++i) {
    if (i > 0 && (wrapped || goes_on(text, paragraphs.back(), lines[i]))) {
      std::replace(text.begin() + paragraphs.back().end, text.begin() + lines[i].start, '\n', ' ');
      paragraphs.back().end = lines[i].end;
    } else {
      paragraphs.push_back(lines[i]);
    }
  }
}

bool is_title(std::string_view text, std::span<const Lines> chunks, std::span<const ByteRange> paragraphs) {
  if (paragraphs.size() < 2 || paragraphs[0].size() > kLongestTitle) return false;
  if (words_in(text, paragraphs[0]).size() > kMostTitleWords) return false;
  if (chunks.size() > 1) return chunks[0].size() == 1;
  return paragraphs.size() >= kManyLines && !ends_sentence(words_of(text, paragraphs[0]));
}

bool is_list_item(std::string_view line) {
  for (std::string_view bullet : {"• ", "· ", "* ", "- ", "– ", "▪ ", "● "}) {
    if (line.starts_with(bullet)) return true;
  }
  size_t digits = 0;
  while (digits < line.size() && digits < 3 && line[digits] >= '0' && line[digits] <= '9') ++digits;
  return digits > 0 && digits + 1 < line.size() && (line[digits] == '.' || line[digits] == ')') &&
         line[digits + 1] == ' ';
}

bool is_byline(std::string_view line, std::span<const Word> words) {
  return words.size() >= 2 && words.size() <= 8 && words[0].folded == "by" && !ends_sentence(line) &&
         !starts_lower(line, {static_cast<uint32_t>(words[1].range.start), static_cast<uint32_t>(line.size())});
}

BlockRole role_of(std::string_view text, ByteRange range, bool before_prose) {
  std::string_view line = words_of(text, range);
  if (is_list_item(line)) return BlockRole::kList;
  if (line.size() > kLongestTitle) return BlockRole::kBody;
  auto words = words_in(line, {0, static_cast<uint32_t>(line.size())});
  if (is_byline(line, words)) return BlockRole::kCredit;
  char last = line.back();
  bool open_end = ends_sentence(line) || last == ',' || last == ';' || last == ':';
  if (before_prose && words.size() <= kMostHeadingWords && !open_end) return BlockRole::kSubhead;
  return BlockRole::kBody;
}

// True where the text already begins with the title, whatever the punctuation.
bool begins_with(std::string_view text, std::string_view title) {
  auto wanted = words_in(title, {0, static_cast<uint32_t>(title.size())});
  uint32_t reach = static_cast<uint32_t>(boundary_before(text, title.size() + 64));
  auto found = words_in(text, {0, reach});
  return found.size() >= wanted.size() && std::equal(wanted.begin(), wanted.end(), found.begin(),
                                                     [](const Word& a, const Word& b) { return a.folded == b.folded; });
}

}  // namespace

Layout lay_out(std::string clean, std::optional<std::string> title) {
  Layout layout;
  if (title && title->empty()) title.reset();
  if (title && !begins_with(clean, *title)) {
    clean = *title + "\n\n" + clean;
  }
  layout.text = std::move(clean);
  auto chunks = chunks_of(layout.text);
  Lines paragraphs;
  for (const Lines& chunk : chunks) add_paragraphs(layout.text, chunk, paragraphs);

  const std::string_view text = layout.text;
  for (size_t i = 0; i < paragraphs.size(); ++i) {
    bool before_prose = i > 0 && i + 1 < paragraphs.size() && words_in(text, paragraphs[i + 1]).size() >= kProseWords;
    layout.blocks.push_back({role_of(text, paragraphs[i], before_prose), paragraphs[i]});
  }
  if (!paragraphs.empty() && (title ? paragraphs.size() > 1 : is_title(text, chunks, paragraphs))) {
    layout.blocks[0].role = BlockRole::kTitle;
    layout.title = title ? *title : std::string(words_of(text, paragraphs[0]));
  } else {
    layout.title = title;
  }
  return layout;
}

}  // namespace sumario::page
