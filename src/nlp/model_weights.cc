#include "nlp/model_weights.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <limits>

namespace sumario::nlp {
namespace {

Result<std::vector<MsgpackValue>> elements_of(const MsgpackValue& root, std::string_view key) {
  auto array = root.at(key);
  if (!array) return tl::unexpected(array.error());
  return array->elements();
}

Result<std::vector<size_t>> shape_of(const MsgpackValue& value) {
  auto sizes = value.elements();
  if (!sizes) return tl::unexpected(sizes.error());
  if (sizes->size() > 8) return value.damaged("has more than 8 dimensions");
  std::vector<size_t> shape;
  size_t total = 1;
  for (const MsgpackValue& size : *sizes) {
    auto number = size.unsigned_number();
    if (!number) return tl::unexpected(number.error());
    // 2^31 floats are far beyond any pipeline; the limit keeps all products within 64 bits.
    if (*number == 0 || *number > (size_t{1} << 31) / total) return size.damaged("is not a size that can be");
    total *= *number;
    shape.push_back(*number);
  }
  return shape;
}

// Numpy's arrays in MessagePack, see msgpack_numpy.py: {nd, type, kind, shape, data}.
Result<WeightArray> array_of(const MsgpackValue& value) {
  auto type = value.at("type");
  auto shape_value = value.at("shape");
  auto data_value = value.at("data");
  if (!type) return tl::unexpected(type.error());
  if (!shape_value) return tl::unexpected(shape_value.error());
  if (!data_value) return tl::unexpected(data_value.error());
  auto type_name = type->string();
  if (!type_name) return tl::unexpected(type_name.error());
  if (*type_name != "<f4") return type->damaged(fmt::format("is {}, not <f4", *type_name));
  auto shape = shape_of(*shape_value);
  if (!shape) return tl::unexpected(shape.error());
  auto data = data_value->string();
  if (!data) return tl::unexpected(data.error());
  size_t total = 1;
  for (size_t size : *shape) total *= size;
  if (data->size() != total * sizeof(float))
    return data_value->damaged(
        fmt::format("has {} bytes where its shape needs {}", data->size(), total * sizeof(float)));
  return WeightArray{{data->data(), total}, std::move(*shape)};
}

}  // namespace

Result<ModelWeights> ModelWeights::load(std::string_view bytes, std::string file) {
  auto document = MsgpackDocument::decode(bytes, std::move(file));
  if (!document) return tl::unexpected(document.error());
  ModelWeights weights(std::move(*document));
  const MsgpackValue root = weights.document_->root();
  auto nodes = elements_of(root, "nodes");
  if (!nodes) return tl::unexpected(nodes.error());
  auto attributes = elements_of(root, "attrs");
  if (!attributes) return tl::unexpected(attributes.error());
  auto arrays = elements_of(root, "params");
  if (!arrays) return tl::unexpected(arrays.error());
  if (nodes->empty() || attributes->size() != nodes->size() || arrays->size() != nodes->size())
    return root.damaged(
        fmt::format("has {} nodes, {} attrs and {} params", nodes->size(), attributes->size(), arrays->size()));
  for (const MsgpackValue& node : *nodes) {
    auto name = node.at("name");
    if (!name) return tl::unexpected(name.error());
    auto text = name->string();
    if (!text) return tl::unexpected(text.error());
    weights.names_.push_back(*text);
  }
  weights.nodes_ = std::move(*nodes);
  weights.attributes_ = std::move(*attributes);
  weights.arrays_ = std::move(*arrays);
  return weights;
}

std::vector<size_t> ModelWeights::layers(std::string_view name) const {
  std::vector<size_t> found;
  for (size_t i = 0; i < names_.size(); ++i)
    if (names_[i] == name) found.push_back(i);
  return found;
}

Result<size_t> ModelWeights::layer(std::string_view name) const {
  const std::vector<size_t> found = layers(name);
  if (found.size() != 1)
    return fail(ErrorCode::kDamaged,
                fmt::format("{}: {} layers {} where one was expected", file(), found.size(), name));
  return found.front();
}

Result<size_t> ModelWeights::reference(std::string_view name) const {
  auto refs = nodes_[0].at("refs");
  if (!refs) return tl::unexpected(refs.error());
  auto target = refs->at(name);
  if (!target) return tl::unexpected(target.error());
  auto index = target->unsigned_number();
  if (!index) return tl::unexpected(index.error());
  if (*index >= nodes_.size()) return target->damaged("refers to no layer");
  return static_cast<size_t>(*index);
}

Result<WeightArray> ModelWeights::array(size_t layer, std::string_view name,
                                        std::initializer_list<size_t> shape) const {
  auto value = arrays_[layer].at(name);
  if (!value) return tl::unexpected(value.error());
  auto array = array_of(*value);
  if (!array) return array;
  bool same = array->shape.size() == shape.size();
  for (size_t i = 0; same && i < shape.size(); ++i)
    same = shape.begin()[i] == kAny || shape.begin()[i] == array->shape[i];
  if (same) return array;
  std::vector<std::string> wanted;
  for (size_t size : shape) wanted.push_back(size == kAny ? "any" : fmt::to_string(size));
  return value->damaged(
      fmt::format("has the shape [{}], not [{}]", fmt::join(array->shape, ", "), fmt::join(wanted, ", ")));
}

Result<int64_t> ModelWeights::number(size_t layer, std::string_view name) const {
  auto packed = attributes_[layer].at(name);
  if (!packed) return tl::unexpected(packed.error());
  auto document = MsgpackDocument::decode_nested(*packed);
  if (!document) return tl::unexpected(document.error());
  return (*document)->root().number();
}

Result<std::vector<std::string>> ModelWeights::strings(size_t layer, std::string_view name) const {
  auto packed = attributes_[layer].at(name);
  if (!packed) return tl::unexpected(packed.error());
  auto document = MsgpackDocument::decode_nested(*packed);
  if (!document) return tl::unexpected(document.error());
  auto elements = (*document)->root().elements();
  if (!elements) return tl::unexpected(elements.error());
  std::vector<std::string> strings;
  for (const MsgpackValue& element : *elements) {
    auto text = element.string();
    if (!text) return tl::unexpected(text.error());
    strings.emplace_back(*text);
  }
  return strings;
}

tl::unexpected<Error> ModelWeights::damaged(size_t layer, std::string_view reason) const {
  return fail(ErrorCode::kDamaged, fmt::format("{}: layer {} ({}) {}", file(), layer, names_[layer], reason));
}

}  // namespace sumario::nlp
