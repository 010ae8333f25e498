#include "read/syntax/lexicon.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <sstream>

namespace sumario::read {

Result<Lexicon> Lexicon::load(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return fail(ErrorCode::kNotFound, fmt::format("{}: cannot open this word list", file.string()));
  std::ostringstream text;
  text << in.rdbuf();
  return parse(text.view(), file.string());
}

Result<Lexicon> Lexicon::parse(std::string_view text, std::string_view name) {
  Lexicon lexicon;
  for (int line_number = 1; !text.empty(); ++line_number) {
    size_t stop = text.find('\n');
    std::string_view line = text.substr(0, stop);
    text.remove_prefix(stop == text.npos ? text.size() : stop + 1);
    while (!line.empty() && (line.back() == ' ' || line.back() == '\r' || line.back() == '\t')) line.remove_suffix(1);
    if (line.empty() || line.front() == '#') continue;
    size_t tab = line.find('\t');
    std::string phrase(line.substr(0, tab));
    std::string value(tab == line.npos ? std::string_view() : line.substr(tab + 1));
    lexicon.sorted_.push_back(phrase);
    if (!lexicon.entries_.emplace(phrase, value).second)
      return fail(ErrorCode::kDamaged, fmt::format("{}:{}: \"{}\" stands here twice", name, line_number, phrase));
  }
  std::sort(lexicon.sorted_.begin(), lexicon.sorted_.end());
  return lexicon;
}

const std::string* Lexicon::find(std::string_view phrase) const {
  auto found = entries_.find(phrase);
  return found == entries_.end() ? nullptr : &found->second;
}

Lexicon::Match Lexicon::match(const Tree& tree, int begin, int limit, bool by_lemma) const {
  Match best;
  std::string phrase;
  auto low = sorted_.begin(), high = sorted_.end();  // the phrases that begin with the words so far
  for (int i = begin; i < std::min(limit, tree.size()); ++i) {
    if (by_lemma)
      if (auto* value = find(phrase + std::string(tree.lemma(i)))) best = {i - begin + 1, value};
    phrase += tree.lower(i);
    low = std::lower_bound(low, high, phrase);
    if (low == high || !low->starts_with(phrase)) break;
    high = std::partition_point(low, high, [&](const std::string& one) { return one.starts_with(phrase); });
    if (*low == phrase) best = {i - begin + 1, find(phrase)};
    if (tree.token(i).space_after) phrase += ' ';
  }
  return best;
}

}  // namespace sumario::read
