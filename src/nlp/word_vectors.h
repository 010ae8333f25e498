// The static vectors of a pipeline (vocab/vectors, vocab/key2row): a row of floats for each word known to them.
// Sources: spacy/vectors.pyx; the .npy format, https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "nlp/kernels.h"
#include "nlp/model_files.h"
#include "nlp/strings.h"

namespace sumario::nlp {

// Immutable; reads the files in place, so valid while they are.
class WordVectors {
 public:
  // No vectors at all.
  WordVectors() = default;
  // Errors: kDamaged (file and field), kUnsupported (a mode other than "default"), and those of ModelFiles.
  static Result<WordVectors> load(ModelFiles& files);

  size_t width() const { return width_; }
  size_t rows() const { return rows_; }
  // The vector of a word by the id of its text; empty where it has none.
  FloatView find(StringId word) const;

 private:
  const char* values_ = nullptr;
  size_t rows_ = 0;
  size_t width_ = 0;
  // Where each word's entry lies in key2row, found by open addressing. The file itself holds key and row, so a slot is
  // four bytes: 684,830 words take 4 MB and a few milliseconds to index.
  std::string_view entries_;
  std::vector<uint32_t> slots_;
};

}  // namespace sumario::nlp
