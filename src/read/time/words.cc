#include "read/time/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/ascii.h"
#include "read/syntax/lexicon.h"

namespace sumario::read {
namespace {

struct WordFile {
  const char* name;
  TimeWord kind;
};

constexpr std::array kFiles = {
    WordFile{"months.txt", TimeWord::kMonth},
    WordFile{"weekdays.txt", TimeWord::kWeekday},
    WordFile{"units.txt", TimeWord::kUnit},
    WordFile{"numbers.txt", TimeWord::kNumber},
    WordFile{"amounts.txt", TimeWord::kAmount},
    WordFile{"ordinals.txt", TimeWord::kOrdinal},
    WordFile{"seasons.txt", TimeWord::kSeason},
    WordFile{"shifts.txt", TimeWord::kShift},
    WordFile{"story.txt", TimeWord::kStory},
    WordFile{"bounds.txt", TimeWord::kBound},
    WordFile{"bounds_after.txt", TimeWord::kBoundAfter},
    WordFile{"portions.txt", TimeWord::kPortion},
    WordFile{"dayparts.txt", TimeWord::kDayPart},
    WordFile{"deictics.txt", TimeWord::kDeictic},
    WordFile{"holidays.txt", TimeWord::kHoliday},
    WordFile{"decades.txt", TimeWord::kDecade},
    WordFile{"sets.txt", TimeWord::kSet},
    WordFile{"ahead.txt", TimeWord::kAhead},
    WordFile{"ahead_present.txt", TimeWord::kAheadPresent},
    WordFile{"not_years.txt", TimeWord::kNotYear},
    WordFile{"year_kinds.txt", TimeWord::kYearKind},
    WordFile{"counted.txt", TimeWord::kCounted},
    WordFile{"zones.txt", TimeWord::kZone},
};

// The kinds whose value must start with a number.
bool needs_number(TimeWord kind) {
  switch (kind) {
    case TimeWord::kMonth:
    case TimeWord::kWeekday:
    case TimeWord::kNumber:
    case TimeWord::kAmount:
    case TimeWord::kOrdinal:
    case TimeWord::kShift:
    case TimeWord::kStory:
    case TimeWord::kDecade:
      return true;
    default:
      return false;
  }
}

// The kinds that name a time by themselves.
constexpr uint32_t kNaming = bit_of(TimeWord::kMonth) | bit_of(TimeWord::kWeekday) | bit_of(TimeWord::kUnit) |
                             bit_of(TimeWord::kNumber) | bit_of(TimeWord::kSeason) | bit_of(TimeWord::kDayPart) |
                             bit_of(TimeWord::kDeictic) | bit_of(TimeWord::kHoliday) | bit_of(TimeWord::kDecade) |
                             bit_of(TimeWord::kSet);

void look_up(Piece& piece, const TimeKnowledge& knowledge) {
  piece.entries = knowledge.starting_with(piece.lower);
  piece.kinds = 0;
  if (piece.entries)
    for (const TimeEntry& entry : *piece.entries) piece.kinds |= bit_of(entry.kind);
  piece.substance = piece.kind == Piece::Kind::kNumber || (piece.kinds & kNaming);
}

bool is_letter(unsigned char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(unsigned char c) { return c >= '0' && c <= '9'; }
bool is_space(unsigned char c) { return c == ' ' || (c >= 9 && c <= 13); }

struct Cut {
  uint32_t length;
  Piece::Kind kind;
};

// U+2010 to U+205E are dashes, quotes and dots; U+00A0 to U+00BF are signs such as the half.
uint32_t mark_length(std::string_view text) {
  auto byte = [&](size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
  if (byte(0) == 0xE2 && (byte(1) == 0x80 || byte(1) == 0x81 || byte(1) == 0x82)) return 3;
  if (byte(0) == 0xC2) return 2;
  return 0;
}

Cut next_cut(std::string_view text) {
  auto byte = static_cast<unsigned char>(text[0]);
  if (is_digit(byte)) {
    uint32_t n = 1;
    while (n < text.size() && is_digit(static_cast<unsigned char>(text[n]))) ++n;
    return {n, Piece::Kind::kNumber};
  }
  if (byte < 0x80 && !is_letter(byte)) return {1, Piece::Kind::kMark};
  if (uint32_t n = mark_length(text))
    return {std::min<uint32_t>(n, static_cast<uint32_t>(text.size())), Piece::Kind::kMark};
  uint32_t n = 1;
  while (n < text.size()) {
    auto c = static_cast<unsigned char>(text[n]);
    if (c < 0x80 ? !is_letter(c) : mark_length(text.substr(n)) > 0) break;
    ++n;
  }
  return {n, Piece::Kind::kWord};
}

// The plain forms of quotes and dashes, so that the grammar and the word lists need only one of each.
std::string_view plain_mark(std::string_view mark) {
  if (mark == "’" || mark == "‘" || mark == "`") return "'";
  if (mark == "–" || mark == "‐" || mark == "‑" || mark == "−") return "-";
  return mark;
}

std::vector<std::string> phrase_pieces(std::string_view phrase) {
  std::vector<std::string> out;
  while (!phrase.empty()) {
    if (is_space(static_cast<unsigned char>(phrase[0]))) {
      phrase.remove_prefix(1);
      continue;
    }
    Cut cut = next_cut(phrase);
    out.emplace_back(plain_mark(phrase.substr(0, cut.length)));
    phrase.remove_prefix(cut.length);
  }
  return out;
}

}  // namespace

Result<TimeKnowledge> TimeKnowledge::load(const std::filesystem::path& folder) {
  TimeKnowledge knowledge;
  for (const WordFile& file : kFiles) {
    auto lexicon = Lexicon::load(folder / file.name);
    if (!lexicon) return tl::unexpected(lexicon.error());
    for (const auto& [phrase, value] : lexicon->entries()) {
      TimeEntry entry{file.kind, phrase_pieces(phrase), value};
      auto read = std::from_chars(value.data(), value.data() + value.size(), entry.number);
      if (needs_number(file.kind) && read.ec != std::errc())
        return fail(ErrorCode::kDamaged,
                    fmt::format("{}: \"{}\" needs a number, not \"{}\"", (folder / file.name).string(), phrase, value));
      std::string first = entry.rest.front();
      entry.rest.erase(entry.rest.begin());
      knowledge.entries[first].push_back(std::move(entry));
    }
  }
  for (auto& [first, list] : knowledge.entries)
    std::ranges::stable_sort(list,
                             [](const TimeEntry& a, const TimeEntry& b) { return a.rest.size() > b.rest.size(); });
  return knowledge;
}

const std::vector<TimeEntry>* TimeKnowledge::starting_with(std::string_view word) const {
  auto found = entries.find(word);
  return found == entries.end() ? nullptr : &found->second;
}

PieceList cut_into_pieces(const Tree& tree, const TimeKnowledge& knowledge) {
  PieceList list;
  std::string_view text = tree.analysis().text;
  list.lower_text = ascii_lowered(text);
  uint32_t last_end = 0;
  for (int t = 0; t < tree.size(); ++t) {
    ByteRange token = tree.bytes(t);
    for (uint32_t at = token.start; at < token.end;) {
      if (is_space(static_cast<unsigned char>(text[at]))) {
        ++at;
        continue;
      }
      Cut cut = next_cut(text.substr(at, token.end - at));
      if (cut.kind == Piece::Kind::kWord && !list.pieces.empty() && list.pieces.back().kind == cut.kind &&
          last_end == at) {
        // A word that the tokenizer took for a contraction: "Wed" is not "we'd".
        Piece& whole = list.pieces.back();
        whole.range.end = last_end = at + cut.length;
        whole.lower = words_of(list.lower_text, whole.range);
        look_up(whole, knowledge);
        at = last_end;
        continue;
      }
      Piece piece;
      piece.range = {at, at + cut.length};
      piece.token = t;
      piece.kind = cut.kind;
      std::string_view gap = text.substr(last_end, at - last_end);
      piece.spaced = list.pieces.empty() || !gap.empty();
      piece.newline = gap.find('\n') != gap.npos;
      piece.capital = text[at] >= 'A' && text[at] <= 'Z';
      std::string_view lower = words_of(list.lower_text, piece.range);
      piece.lower = cut.kind == Piece::Kind::kMark ? plain_mark(lower) : lower;
      if (cut.kind == Piece::Kind::kNumber) {
        piece.digits = static_cast<int>(cut.length);
        if (piece.digits <= 8) std::from_chars(lower.data(), lower.data() + lower.size(), piece.number);
      }
      look_up(piece, knowledge);
      list.pieces.push_back(piece);
      last_end = at = piece.range.end;
    }
  }
  return list;
}

}  // namespace sumario::read
