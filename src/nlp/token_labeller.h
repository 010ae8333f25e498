// Labels of single tokens: the tagger (fine tags) and the morphologizer (coarse tags with morphology).
// Sources: spacy/pipeline/tagger.pyx, spacy/pipeline/morphologizer.pyx.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "nlp/analysis.h"
#include "nlp/kernels.h"
#include "nlp/model_weights.h"

namespace sumario::nlp {

// What one output of the network stands for. A tagger sets the tag; a morphologizer sets pos and morph.
struct TokenLabel {
  std::string tag;
  std::string morph;
  Pos pos = Pos::kNone;
};

// The labels in the component's cfg, a JSON object. `file` names it. Errors: kDamaged (file and field).
Result<std::vector<TokenLabel>> read_tagger_labels(std::string_view cfg, const std::string& file);
Result<std::vector<TokenLabel>> read_morphologizer_labels(std::string_view cfg, const std::string& file);

// Immutable after loading.
class TokenLabeller {
 public:
  // Errors: kDamaged (file and field; also when there are not as many labels as outputs).
  static Result<TokenLabeller> load(const ModelWeights& weights, std::vector<TokenLabel> labels, size_t input,
                                    const Kernels& kernels);

  // The best label of each row (as Tok2Vec hands them out), the first of equals. `scores` holds count * score_size()
  // floats.
  void label(const float* const* rows, size_t count, float* scores, uint32_t* best) const;
  size_t score_size() const { return matrix_.result_width(); }
  const TokenLabel& operator[](uint32_t label) const { return labels_[label]; }

 private:
  const Kernels* kernels_ = nullptr;
  PackedMatrix matrix_;
  std::vector<TokenLabel> labels_;
};

}  // namespace sumario::nlp
