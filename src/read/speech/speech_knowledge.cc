#include "read/speech/speech_knowledge.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>

namespace sumario::read {
namespace {

constexpr std::array<std::string_view, 14> kActs = {"says",   "reports", "shows",    "admits",   "alleges",
                                                    "denies", "asks",    "demands",  "promises", "foretells",
                                                    "thinks", "wants",   "supports", "opposes"};

constexpr std::array<std::pair<std::string_view, Frame>, 8> kFrames = {{{"quote", kQuote},
                                                                        {"that", kThat},
                                                                        {"inf", kInf},
                                                                        {"obj", kObject},
                                                                        {"ing", kIng},
                                                                        {"as", kAs},
                                                                        {"objinf", kObjectInf},
                                                                        {"raised", kRaised}}};

std::string_view cut(std::string_view& rest, char separator) {
  size_t stop = rest.find(separator);
  std::string_view piece = rest.substr(0, stop);
  rest.remove_prefix(stop == rest.npos ? rest.size() : stop + 1);
  return piece;
}

const CueWord* lookup(const CueWords& words, std::string_view lemma) {
  auto found = words.find(std::string(lemma));
  return found == words.end() ? nullptr : &found->second;
}

// "quote that :about" -> the frames; false at a word that names none.
bool read_frames(std::string_view frames, CueWord& word, std::string_view& wrong) {
  while (!frames.empty()) {
    std::string_view frame = cut(frames, ' ');
    if (frame.empty()) continue;
    std::string_view written = frame;
    bool weak = frame.size() > 1 && frame.back() == '?';
    if (weak) frame.remove_suffix(1);
    if (frame.size() > 1 && frame.front() == ':') {
      (weak ? word.weak_prepositions : word.prepositions).emplace_back(frame.substr(1));
      continue;
    }
    auto found = std::find_if(kFrames.begin(), kFrames.end(), [&](const auto& known) { return known.first == frame; });
    if (found == kFrames.end()) return wrong = written, false;
    (weak ? word.weak : word.frames) |= static_cast<uint16_t>(found->second);
  }
  return true;
}

Result<CueWords> load_cue_words(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return fail(ErrorCode::kNotFound, fmt::format("{}: cannot open this list of cues", file.string()));
  std::ostringstream text;
  text << in.rdbuf();
  return parse_cue_words(text.view(), file.string());
}

}  // namespace

std::string_view name_of(SpeechAct act) { return kActs[static_cast<size_t>(act)]; }

std::optional<SpeechAct> act_named(std::string_view name) {
  auto found = std::find(kActs.begin(), kActs.end(), name);
  if (found == kActs.end()) return std::nullopt;
  return static_cast<SpeechAct>(found - kActs.begin());
}

bool CueWord::takes(std::string_view preposition) const {
  return std::find(prepositions.begin(), prepositions.end(), preposition) != prepositions.end();
}

bool CueWord::takes_weakly(std::string_view preposition) const {
  return std::find(weak_prepositions.begin(), weak_prepositions.end(), preposition) != weak_prepositions.end();
}

const CueWord* SpeechKnowledge::verb(std::string_view lemma) const { return lookup(verbs, lemma); }
const CueWord* SpeechKnowledge::noun(std::string_view lemma) const { return lookup(nouns, lemma); }
const CueWord* SpeechKnowledge::adjective(std::string_view lemma) const { return lookup(adjectives, lemma); }

Result<CueWords> parse_cue_words(std::string_view text, std::string_view name) {
  CueWords words;
  for (int line_number = 1; !text.empty(); ++line_number) {
    std::string_view line = cut(text, '\n');
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (line.empty() || line.front() == '#') continue;
    std::string_view lemma = cut(line, '\t'), act = cut(line, '\t');
    auto at = [&](std::string_view what) {
      return fail(ErrorCode::kDamaged, fmt::format("{}:{}: {}", name, line_number, what));
    };
    CueWord word;
    auto known = act_named(act);
    if (!known) return at(fmt::format("no such act: \"{}\"", act));
    word.act = *known;
    std::string_view wrong;
    if (!read_frames(line, word, wrong)) return at(fmt::format("no such frame: \"{}\"", wrong));
    bool none = word.frames == 0 && word.weak == 0 && word.prepositions.empty() && word.weak_prepositions.empty();
    if (none) return at(fmt::format("\"{}\" has no frame", lemma));
    if (!words.emplace(lemma, std::move(word)).second) return at(fmt::format("\"{}\" stands here twice", lemma));
  }
  return words;
}

Result<SpeechKnowledge> SpeechKnowledge::load(const std::filesystem::path& folder) {
  SpeechKnowledge knowledge;
  auto verbs = load_cue_words(folder / "verbs.txt");
  if (!verbs) return tl::unexpected(verbs.error());
  auto nouns = load_cue_words(folder / "nouns.txt");
  if (!nouns) return tl::unexpected(nouns.error());
  auto adjectives = load_cue_words(folder / "adjectives.txt");
  if (!adjectives) return tl::unexpected(adjectives.error());
  auto prepositions = Lexicon::load(folder / "prepositions.txt");
  if (!prepositions) return tl::unexpected(prepositions.error());
  for (const auto& [phrase, act] : prepositions->entries())
    if (!act_named(act))
      return fail(ErrorCode::kDamaged,
                  fmt::format("{}: no such act: \"{}\"", (folder / "prepositions.txt").string(), act));
  auto binding = Lexicon::load(folder / "binding.txt");
  if (!binding) return tl::unexpected(binding.error());
  auto voices = Lexicon::load(folder / "voices.txt");
  if (!voices) return tl::unexpected(voices.error());
  knowledge.verbs = std::move(*verbs);
  knowledge.nouns = std::move(*nouns);
  knowledge.adjectives = std::move(*adjectives);
  knowledge.prepositions = std::move(*prepositions);
  knowledge.binding = std::move(*binding);
  knowledge.voices = std::move(*voices);
  return knowledge;
}

}  // namespace sumario::read
