// Any text: the tokens of the English pipeline's rules must spell it again, byte for byte. Does nothing where the
// default pipeline is not there (make setup).
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "nlp/tokenizer.h"

namespace {

using namespace sumario::nlp;

std::optional<Tokenizer> load() {
  std::ifstream file(SUMARIO_SOURCE_DIR "/models/en_core_web_md/tokenizer", std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(file), {}};
  auto tokenizer = Tokenizer::load(bytes, "tokenizer", Norms());
  if (tokenizer) return std::move(*tokenizer);
  std::fprintf(stderr, "tokenizer_fuzz: no pipeline, nothing to do\n");
  return std::nullopt;
}

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const std::optional<Tokenizer> tokenizer = load();
  if (!tokenizer) return 0;
  // Kept from input to input, as a worker keeps it; the small limit makes it start over often.
  static TokenizerScratch scratch(256);
  std::string text = sumario::repair_utf8({reinterpret_cast<const char*>(data), size});
  scratch.make_room();
  std::vector<RawToken> tokens;
  tokenizer->tokenise(text, 0, scratch, tokens);
  size_t at = 0;
  for (const RawToken& token : tokens) {
    require(token.start == at && token.start < token.end && token.end <= text.size());
    require(scratch.lexemes[token.lexeme].text == std::string_view(text).substr(token.start, token.end - token.start));
    at = token.end;
    if (token.space_after) require(at < text.size() && text[at++] == ' ');
  }
  require(at == text.size());
  return 0;
}
