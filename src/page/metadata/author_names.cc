#include "page/metadata/author_names.h"

#include <algorithm>

#include "base/utf8.h"
#include "page/metadata/element_text.h"
#include "page/metadata/tokens.h"
#include "page/text/words.h"

namespace sumario::page {
namespace {

constexpr size_t kLongestPhrase = 3;  // words of an entry of bylines.txt
constexpr size_t kLongestName = 7;    // words
constexpr std::string_view kMarks = ",;|/+&\n";
constexpr std::string_view kWideMarks[] = {"•", "·", "–", "—", "›", "»", "＆", "、", "|"};

// A word of a byline, with what stood before it.
struct Piece {
  std::string_view text;
  bool starts_part = false;  // a mark that divides stands before it
  bool comma = false;        // ... and it is a comma
};

bool is_address(std::string_view word) {
  return word.find('@') != std::string_view::npos || word.find("://") != std::string_view::npos ||
         word.starts_with("www.") || word.find(".com/") != std::string_view::npos;
}

// The byline without what stands in brackets.
std::string without_brackets(std::string_view byline) {
  std::string kept;
  int depth = 0;
  for (char c : byline) {
    if (c == '(' || c == '[' || c == '<') ++depth;
    if (depth == 0) kept += c;
    if ((c == ')' || c == ']' || c == '>') && depth > 0) {
      --depth;
      kept += ' ';
    }
  }
  return kept;
}

std::vector<Piece> pieces_of(std::string_view byline) {
  std::vector<Piece> pieces;
  bool divided = true, comma = false;
  size_t start = 0;
  auto end_word = [&](size_t end) {
    std::string_view word = byline.substr(start, end - start);
    while (!word.empty() && std::string_view(":\"'*_-").find(word.back()) != std::string_view::npos)
      word.remove_suffix(1);
    while (!word.empty() && std::string_view(":\"'*_-.~").find(word.front()) != std::string_view::npos)
      word.remove_prefix(1);
    if (word.empty()) {
      divided |= end > start && byline[start] == '-';
      return;
    }
    pieces.push_back({word, divided, comma});
    divided = comma = false;
  };
  for (size_t at = 0; at <= byline.size();) {
    size_t mark = 0;
    if (at < byline.size()) {
      if (kMarks.find(byline[at]) != std::string_view::npos) mark = 1;
      for (std::string_view wide : kWideMarks) {
        if (mark == 0 && byline.substr(at).starts_with(wide)) mark = wide.size();
      }
    }
    if (at == byline.size() || byline[at] == ' ' || mark > 0) {
      end_word(at);
      if (mark > 0) {
        divided = true;
        comma = byline[at] == ',';
      }
      at += std::max<size_t>(mark, 1);
      start = at;
      continue;
    }
    ++at;
  }
  return pieces;
}

// The longest entry of bylines.txt that begins at the first of the pieces, and how many it takes.
struct Phrase {
  BylineWord word;
  size_t pieces;
};

std::optional<Phrase> phrase_at(std::span<const Piece> pieces, const MetadataWords& words) {
  std::optional<Phrase> longest;
  std::string joined;
  for (size_t i = 0; i < std::min(kLongestPhrase, pieces.size()) && (i == 0 || !pieces[i].starts_part); ++i) {
    joined += (i == 0 ? "" : " ") + folded(pieces[i].text);
    if (auto word = words.byline_word(joined)) longest = Phrase{*word, i + 1};
  }
  return longest;
}

struct Part {
  std::string name;
  size_t words = 0;
  bool after_comma = false;
  bool after_mark = false;  // a comma, a bar, a slash
  bool job = false;         // a word of it is a job
  bool body = false;        // ... is of a paper's or a team's name
};

class Splitter {
 public:
  Splitter(std::span<const Piece> pieces, const MetadataWords& words) : pieces_(pieces), words_(words) {}

  std::vector<Part> run() {
    for (size_t at = 0; at < pieces_.size();) at += step(at);
    close();
    return std::move(parts_);
  }

 private:
  size_t step(size_t at) {
    const Piece& piece = pieces_[at];
    if (piece.starts_part) {
      close();
      part_.after_comma = piece.comma;
      part_.after_mark = at > 0;
      aside_ = aside_ && piece.comma;
    }
    auto phrase = phrase_at(pieces_.subspan(at), words_);
    if (!phrase) {
      take(piece);
      return 1;
    }
    bool begins = part_.words == 0;
    bool small = starts_lower(piece.text, {0, static_cast<uint32_t>(piece.text.size())}) ||
                 phrase->word == BylineWord::kJoin || (is_upper(piece.text) && is_upper(part_.name));
    switch (phrase->word) {
      case BylineWord::kAside:
        if (begins || phrase->pieces > 1) {
          close();
          aside_ = true;
        }
        return phrase->pieces;
      case BylineWord::kLead:
        if (!begins && phrase->pieces == 1) break;
        close();
        aside_ = false;
        return phrase->pieces;
      case BylineWord::kJoin:
        if (!small) break;
        close();
        return phrase->pieces;
      case BylineWord::kTail:
        if (begins || !small) break;
        tail_ = true;
        return phrase->pieces;
      case BylineWord::kRole:
        part_.job = true;
        break;
      case BylineWord::kBody:
        part_.body = true;
        break;
      case BylineWord::kNobody:
        return phrase->pieces;
    }
    for (size_t i = at; i < at + phrase->pieces; ++i) take(pieces_[i]);
    return phrase->pieces;
  }

  void take(const Piece& piece) {
    if (aside_ || tail_ || is_address(piece.text)) return;
    part_.name += (part_.words == 0 ? "" : " ") + std::string(piece.text);
    ++part_.words;
  }

  void close() {
    tail_ = false;
    if (part_.words > 0) parts_.push_back(std::move(part_));
    part_ = {};
  }

  std::span<const Piece> pieces_;
  const MetadataWords& words_;
  std::vector<Part> parts_;
  Part part_;
  bool aside_ = false, tail_ = false;
};

// A word that is no name but a number: "12", "12th", "10:30".
bool has_number(std::string_view text) {
  return std::ranges::any_of(tokens_of(text), [](std::string_view word) { return word[0] >= '0' && word[0] <= '9'; });
}

// "Doe, Jane": two single words with a comma between, and no more.
std::optional<std::string> turned_round(const std::vector<Part>& parts, const MetadataWords& words) {
  if (parts.size() != 2 || !parts[1].after_comma || parts[0].words != 1 || parts[1].words != 1) return std::nullopt;
  for (const Part& part : parts) {
    if (part.job || has_number(part.name) || words.is_agency(folded(part.name)) || is_upper(part.name))
      return std::nullopt;
  }
  return parts[1].name + " " + parts[0].name;
}

// Takes out what is no name beside those that are.
void sift(std::vector<Part>& parts, const MetadataWords& words) {
  std::erase_if(parts, [](const Part& part) { return part.words > kLongestName; });
  auto drop_unless_alone = [&](auto fits) {
    if (std::ranges::all_of(parts, fits)) return;
    std::erase_if(parts, fits);
  };
  drop_unless_alone([](const Part& part) { return part.job; });
  drop_unless_alone([](const Part& part) { return has_number(part.name); });
  std::erase_if(parts, [](const Part& part) { return has_number(part.name) && part.words > 1; });
  drop_unless_alone([&](const Part& part) { return part.body || words.is_agency(folded(part.name)); });
  // A place, a body or a button behind a name: "Jane Doe, Lima", "Jane Doe | Follow".
  bool named = false;
  std::erase_if(parts, [&](const Part& part) {
    if (named && part.after_mark && part.words == 1) return true;
    named |= is_like_person(part.name, words);
    return false;
  });
}

}  // namespace

std::vector<std::string> author_names(std::string_view byline, const MetadataWords& words) {
  if (is_address(byline.substr(0, byline.find(' '))) && byline.find(' ') == std::string_view::npos) return {};
  std::string text = without_brackets(one_line(byline.substr(0, boundary_before(byline, kBylineLimit))));
  auto pieces = pieces_of(text);
  auto parts = Splitter(pieces, words).run();
  if (auto name = turned_round(parts, words)) return {*name};
  sift(parts, words);
  std::vector<std::string> names;
  for (Part& part : parts) {
    while (part.name.ends_with('.') && part.words > 1 && part.name.size() > 2 &&
           part.name[part.name.size() - 3] != ' ' && part.name[part.name.size() - 3] != '.') {
      part.name.pop_back();
    }
    if (names.size() < kMostAuthors && std::ranges::count(names, part.name) == 0) names.push_back(std::move(part.name));
  }
  return names;
}

bool is_like_person(std::string_view name, const MetadataWords& knowledge) {
  auto words = tokens_of(name);
  if (words.size() < 2 || words.size() > 5 || has_number(name) || knowledge.is_agency(folded(name))) return false;
  for (std::string_view word : words) {
    auto known = knowledge.byline_word(folded(word));
    if (known == BylineWord::kBody || known == BylineWord::kRole) return false;
  }
  auto capital = [](std::string_view word) { return !starts_lower(word, {0, static_cast<uint32_t>(word.size())}); };
  return capital(words.front()) && capital(words.back());
}

}  // namespace sumario::page
