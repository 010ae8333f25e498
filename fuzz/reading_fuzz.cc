// What the reader makes of any analysis keeps the reading contract, twice the same.
//
// An input is a text, a NUL, and bytes that mutate its analysis: the pipeline's own where the first of them is even and
// the default pipeline is there (make setup), else one of bare words. What the parser could give is given: any tags,
// labels and names, heads that form trees within their sentence. The first bytes also lay residue over the text.
#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "nlp/pipeline.h"
#include "read/reader.h"

namespace {

using namespace sumario;
using nlp::Analysis;
using nlp::Pos;
using nlp::Token;

constexpr size_t kMostText = 4000;

constexpr std::array<std::string_view, 45> kDeps = {
    "ROOT",   "acl",      "acomp",  "advcl",     "advmod", "agent",    "amod",      "appos", "attr",
    "aux",    "auxpass",  "case",   "cc",        "ccomp",  "compound", "conj",      "csubj", "csubjpass",
    "dative", "dep",      "det",    "dobj",      "expl",   "intj",     "mark",      "meta",  "neg",
    "nmod",   "npadvmod", "nsubj",  "nsubjpass", "nummod", "oprd",     "parataxis", "pcomp", "pobj",
    "poss",   "preconj",  "predet", "prep",      "prt",    "punct",    "quantmod",  "relcl", "xcomp"};
constexpr std::array<std::string_view, 16> kTags = {"NNP", "NN", "NNS", "VBD", "VBN", "VBZ", "VBG", "VB",
                                                    "IN",  "DT", "PRP", "JJ",  "CC",  "TO",  "MD",  "WP"};
constexpr std::array<Pos, 16> kPos = {Pos::kPropn, Pos::kNoun, Pos::kNoun, Pos::kVerb, Pos::kVerb, Pos::kVerb,
                                      Pos::kVerb,  Pos::kVerb, Pos::kAdp,  Pos::kDet,  Pos::kPron, Pos::kAdj,
                                      Pos::kCconj, Pos::kPart, Pos::kAux,  Pos::kPron};
constexpr std::array<std::string_view, 8> kNames = {"PERSON", "ORG", "GPE", "NORP",
                                                    "DATE",   "LAW", "LOC", "WORK_OF_ART"};

[[noreturn]] void refuse(const std::string& why) {
  std::fprintf(stderr, "reading_fuzz: %s\n", why.c_str());
  std::abort();
}

const read::Reader& reader() {
  static const auto kLoaded = [] {
    auto loaded = read::Reader::load(SUMARIO_SOURCE_DIR "/knowledge");
    if (!loaded) refuse(loaded.error().message);
    return std::move(*loaded);
  }();
  return *kLoaded;
}

const nlp::Pipeline* pipeline() {
  static const auto kLoaded = nlp::Pipeline::load(SUMARIO_SOURCE_DIR "/models/en_core_web_md");
  return kLoaded ? kLoaded->get() : nullptr;
}

// Bytes one after another, zeros behind their end.
class Choices {
 public:
  explicit Choices(std::string_view bytes) : bytes_(bytes) {}
  bool empty() const { return at_ >= bytes_.size(); }
  size_t next() { return empty() ? 0 : static_cast<unsigned char>(bytes_[at_++]); }
  template <typename List>
  auto of(const List& list) {
    return list[next() % list.size()];
  }

 private:
  std::string_view bytes_;
  size_t at_ = 0;
};

Article article_of(std::string text, Choices& choices) {
  Article article;
  article.id = std::string(64, '0');
  article.text = std::move(text);
  article.published = parse_day("2020-11-19");
  article.published_from = PublishedFrom::kText;
  for (size_t at = 0; at < article.text.size();) {
    size_t stop = std::min(article.text.find("\n\n", at), article.text.size());
    if (stop > at)
      article.blocks.push_back({at == 0 && choices.next() % 2 ? BlockRole::kTitle : BlockRole::kBody,
                                {static_cast<uint32_t>(at), static_cast<uint32_t>(stop)}});
    at = stop + 2;
  }
  if (choices.next() % 4 == 0 && !article.text.empty()) {  // somewhere stands what is not the article's own
    auto place = [&] {
      return static_cast<uint32_t>(boundary_before(article.text, choices.next() * 256 + choices.next()));
    };
    uint32_t a = place(), b = place();
    if (a != b) article.residue.push_back({{std::min(a, b), std::max(a, b)}, ResidueWhy::kTeaser});
  }
  return article;
}

// Words as they stand between spaces, marks apart, every sentence ended by a full stop.
Analysis words_alone(const std::string& text, const std::vector<ByteRange>& segments) {
  Analysis analysis;
  analysis.text = text;
  auto is_mark = [](char c) { return std::string_view(".,;:!?()\"'").find(c) != std::string_view::npos; };
  for (ByteRange segment : segments) {
    bool starts = true;
    for (uint32_t at = segment.start; at < segment.end;) {
      uint32_t end = at + 1;
      bool word = text[at] != ' ' && text[at] != '\n' && !is_mark(text[at]);
      while (word && end < segment.end && text[end] != ' ' && text[end] != '\n' && !is_mark(text[end])) ++end;
      Token token;
      token.range = {at, end};
      token.space_after = end < segment.end && text[end] == ' ';
      token.head = static_cast<int32_t>(analysis.tokens.size());
      token.pos = text[at] == ' ' || text[at] == '\n' ? Pos::kSpace : word ? Pos::kNoun : Pos::kPunct;
      token.tag = token.pos == Pos::kNoun ? "NN" : ".";
      token.dep = "ROOT";
      token.lemma = words_of(text, token.range);
      token.sentence_start = starts;
      if (starts) analysis.sentences.push_back(token.head);
      starts = text[at] == '.';
      analysis.tokens.push_back(token);
      at = end + (token.space_after ? 1 : 0);
    }
  }
  return analysis;
}

// "arrested" -> "arrest", "charges" -> "charge": close enough to meet the frames.
std::string_view some_lemma(std::string_view word, size_t choice) {
  for (std::string_view ending :
       {std::string_view("ing"), std::string_view("ed"), std::string_view("d"), std::string_view("s")})
    if (choice-- % 2 == 0 && word.size() > ending.size() + 1 && word.ends_with(ending))
      return word.substr(0, word.size() - ending.size());
  return word;
}

int32_t sentence_begin(const Analysis& analysis, int32_t token) {
  while (token > 0 && !analysis.tokens[static_cast<size_t>(token)].sentence_start) --token;
  return token;
}

int32_t sentence_end(const Analysis& analysis, int32_t token) {
  const auto count = static_cast<int32_t>(analysis.tokens.size());
  do ++token;
  while (token < count && !analysis.tokens[static_cast<size_t>(token)].sentence_start);
  return token;
}

// Hangs the token on another of its sentence, unless that hangs on the token already.
void hang(Analysis& analysis, int32_t token, size_t choice) {
  const int32_t begin = sentence_begin(analysis, token), end = sentence_end(analysis, token);
  const int32_t head = begin + static_cast<int32_t>(choice % static_cast<size_t>(end - begin));
  for (int32_t i = head;; i = analysis.tokens[static_cast<size_t>(i)].head) {
    if (i == token) return;
    if (analysis.tokens[static_cast<size_t>(i)].head == i) break;
  }
  analysis.tokens[static_cast<size_t>(token)].head = head;
}

void name_words(Analysis& analysis, int32_t begin, int32_t size, std::string_view label) {
  const auto end = std::min(begin + size, static_cast<int32_t>(analysis.tokens.size()));
  for (const nlp::EntitySpan& other : analysis.entities)
    if (begin < other.end && other.begin < end) return;
  for (int32_t i = begin; i < end; ++i) {
    Token& token = analysis.tokens[static_cast<size_t>(i)];
    token.iob = i == begin ? nlp::Iob::kBegin : nlp::Iob::kInside;
    token.entity = label;
  }
  analysis.entities.push_back({begin, end, label});
  std::sort(analysis.entities.begin(), analysis.entities.end(),
            [](const nlp::EntitySpan& a, const nlp::EntitySpan& b) { return a.begin < b.begin; });
}

void mutate(Analysis& analysis, Choices choices) {
  const size_t count = analysis.tokens.size();
  if (count == 0) return;
  for (size_t at = 0; !choices.empty(); ++at) {
    const auto index = static_cast<int32_t>((at + choices.next()) % count);
    Token& token = analysis.tokens[static_cast<size_t>(index)];
    switch (choices.next() % 6) {
      case 0:
        hang(analysis, index, choices.next());
        break;
      case 1:
        token.dep = choices.of(kDeps);
        break;
      case 2: {
        const size_t tag = choices.next() % kTags.size();
        token.tag = kTags[tag], token.pos = kPos[tag];
        break;
      }
      case 3:
        token.lemma = analysis.keep(some_lemma(analysis.words(token), choices.next()));
        break;
      case 4:
        name_words(analysis, index, static_cast<int32_t>(1 + choices.next() % 3), choices.of(kNames));
        break;
      default:
        hang(analysis, index, choices.next()), token.dep = choices.of(kDeps);
    }
  }
}

void check(const Reading& reading) {
  if (std::string broken = broken_rule(reading); !broken.empty()) refuse(broken);
  for (size_t i = 0; i < reading.claims.size(); ++i) {
    const Claim& claim = reading.claims[i];
    if (claim.id != "c" + std::to_string(i + 1)) refuse("claims are not numbered in order");
    const auto holds = [&](const Block& block) { return block.range.overlaps(claim.evidence.range); };
    if (std::none_of(reading.document.blocks.begin(), reading.document.blocks.end(), holds))
      refuse(claim.id + ": its evidence lies outside of all blocks");
  }
}

Reading read_once(const Article& article, std::string_view bytes) {
  Choices choices(bytes);
  const bool with_pipeline = choices.next() % 2 == 0 && pipeline();
  const std::vector<ByteRange> segments = readable_ranges(article);
  static nlp::Scratch scratch;
  Analysis analysis =
      with_pipeline ? pipeline()->analyse(article.text, segments, scratch) : words_alone(article.text, segments);
  mutate(analysis, choices);
  return reader().read(article, std::move(analysis));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  std::string_view input(reinterpret_cast<const char*>(data), size);
  const size_t cut = std::min(input.find('\0'), input.size());
  std::string_view bytes = input.substr(std::min(cut + 1, input.size()));
  std::string text = repair_utf8(input.substr(0, std::min(cut, kMostText)));
  Choices choices(bytes);
  const Article article = article_of(std::move(text), choices);
  const Reading reading = read_once(article, bytes);
  check(reading);
  const std::string line = to_json_line(reading);
  if (line != to_json_line(read_once(article, bytes))) refuse("two readings of one analysis differ");
  if (auto back = reading_from_json(line); !back || to_json_line(*back) != line) refuse("its JSON does not read back");
  return 0;
}
