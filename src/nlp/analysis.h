// What a language pipeline says about a text: tokens, tags, trees and names, each tied to bytes of the text.
// The annotation schemes are the model's own: for the English pipelines Penn Treebank tags, Universal coarse tags and
// ClearNLP dependency labels; OntoNotes entity labels.
#pragma once

#include <cstdint>
#include <memory>
#include <memory_resource>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/byte_range.h"

namespace sumario::nlp {

// Universal coarse tags in spaCy's order (symbol numbers 84 to 103); kNone where the pipeline set nothing.
enum class Pos : uint8_t { kNone, kAdj, kAdp, kAdv, kAux, kConj, kCconj, kDet, kIntj, kNoun, kNum, kPart, kPron, kPropn, kPunct, kSconj, kSym, kVerb, kX, kEol, kSpace };
std::string_view name_of(Pos pos);          // "NOUN"; "" for kNone
std::optional<Pos> pos_named(std::string_view name);

enum class Iob : uint8_t { kOutside, kBegin, kInside };

// One token. The views point into the pipeline's label tables or the analysis' own arena (never into the text, so they
// stay valid while the pipeline and the analysis live). Whitespace runs beyond a single space are tokens (pos kSpace).
struct Token {
  ByteRange range;             // bytes of the text
  bool space_after = false;    // exactly one U+0020 follows and belongs to no token
  bool sentence_start = false;
  Pos pos = Pos::kNone;
  Iob iob = Iob::kOutside;
  int32_t head = 0;            // index of the head in Analysis::tokens; a root is its own head
  std::string_view tag;        // fine tag, "NNP"
  std::string_view morph;      // "Number=Sing|Person=3", features sorted; "" when none
  std::string_view dep;        // "nsubj"; roots have "ROOT"
  std::string_view lemma;
  std::string_view entity;     // "PERSON"; "" outside a name
};

// A named span found by the pipeline, in tokens, half-open.
struct EntitySpan {
  int32_t begin = 0;
  int32_t end = 0;
  std::string_view label;
};

// The analysis of one text. Movable, not copyable: tokens point into its arena. Safe to read from many threads.
struct Analysis {
  std::string_view text;          // borrowed; the caller keeps it alive and unchanged
  std::vector<Token> tokens;      // in text order; heads never cross the segments the text was analysed in
  std::vector<EntitySpan> entities;
  std::vector<int32_t> sentences; // index of the first token of each sentence, ascending

  Analysis() : arena(std::make_unique<std::pmr::monotonic_buffer_resource>()) {}
  std::string_view words(const Token& token) const { return words_of(text, token.range); }
  // Copies a string into the arena; the view lives as long as the analysis.
  std::string_view keep(std::string_view value);

  std::unique_ptr<std::pmr::monotonic_buffer_resource> arena;
};

}  // namespace sumario::nlp
