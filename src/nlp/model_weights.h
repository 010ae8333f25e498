// The layers of one network as spaCy's components store them (`<component>/model`): names, settings and arrays in the
// order of the file. Source: thinc/model.py, Model.to_dict.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "nlp/kernels.h"
#include "nlp/msgpack.h"

namespace sumario::nlp {

// An array in place in the file.
struct WeightArray {
  FloatView values;
  std::vector<size_t> shape;
};

// Immutable; valid while the bytes of the file live.
class ModelWeights {
 public:
  // Any size in a wanted shape.
  static constexpr size_t kAny = SIZE_MAX;

  // Errors: kDamaged, naming file and field.
  static Result<ModelWeights> load(std::string_view bytes, std::string file);

  // Indices of the layers of that name, ascending.
  std::vector<size_t> layers(std::string_view name) const;
  // The one layer of that name; kDamaged when there is none or more than one.
  Result<size_t> layer(std::string_view name) const;
  // The layer that node 0 refers to by this name ("upper").
  Result<size_t> reference(std::string_view name) const;

  // An array of a layer whose shape agrees with `shape` (kAny fits all sizes of at least 1). kDamaged otherwise.
  Result<WeightArray> array(size_t layer, std::string_view name, std::initializer_list<size_t> shape) const;
  // Settings of a layer; kDamaged when missing or of another type.
  Result<int64_t> number(size_t layer, std::string_view name) const;
  Result<std::vector<std::string>> strings(size_t layer, std::string_view name) const;

  const std::string& file() const { return document_->file(); }
  tl::unexpected<Error> damaged(size_t layer, std::string_view reason) const;

 private:
  explicit ModelWeights(std::unique_ptr<const MsgpackDocument> document) : document_(std::move(document)) {}
  std::unique_ptr<const MsgpackDocument> document_;
  std::vector<std::string_view> names_;
  std::vector<MsgpackValue> nodes_;
  std::vector<MsgpackValue> attributes_;
  std::vector<MsgpackValue> arrays_;
};

}  // namespace sumario::nlp
