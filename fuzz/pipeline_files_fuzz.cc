// Damaged pipeline files: every loader of tables and rules must give a value or an Error, whatever the bytes.
#include <cstdint>
#include <string>
#include <string_view>

#include "nlp/attribute_ruler.h"
#include "nlp/lemmatizer.h"
#include "nlp/lexeme.h"
#include "nlp/tokenizer.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace sumario::nlp;
  std::string_view bytes(reinterpret_cast<const char*>(data), size);
  (void)Norms::load(bytes, "vocab/lookups.bin");
  (void)Tokenizer::load(bytes, "tokenizer", Norms());
  (void)AttributeRuler::load(bytes, "attribute_ruler/patterns");
  (void)Lemmatizer::load(bytes, "lemmatizer/lookups/lookups.bin", "rule", "en");
  return 0;
}
