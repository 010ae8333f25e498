#include "nlp/token_labeller.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "nlp/morphology.h"

namespace sumario::nlp {
namespace {

constexpr int kFirstPosSymbol = 84;  // spaCy's symbol number of ADJ; Pos counts from there

}  // namespace

Result<std::vector<TokenLabel>> read_tagger_labels(std::string_view cfg, const std::string& file) {
  const auto json = nlohmann::json::parse(cfg, nullptr, false);
  const auto damaged = [&](const std::string& reason) { return fail(ErrorCode::kDamaged, file + ": " + reason); };
  if (!json.is_object()) return damaged("not a JSON object");
  const auto names = json.find("labels");
  if (names == json.end() || !names->is_array()) return damaged("labels: not an array");
  std::vector<TokenLabel> labels;
  for (const auto& name : *names) {
    if (!name.is_string()) return damaged(fmt::format("labels[{}]: not a string", labels.size()));
    labels.push_back({.tag = name.get<std::string>(), .morph = {}, .pos = Pos::kNone});
  }
  return labels;
}

Result<std::vector<TokenLabel>> read_morphologizer_labels(std::string_view cfg, const std::string& file) {
  // The order of the keys is the order of the outputs.
  const auto json = nlohmann::ordered_json::parse(cfg, nullptr, false);
  const auto damaged = [&](const std::string& reason) { return fail(ErrorCode::kDamaged, file + ": " + reason); };
  if (!json.is_object()) return damaged("not a JSON object");
  const auto morphs = json.find("labels_morph");
  const auto tags = json.find("labels_pos");
  if (morphs == json.end() || !morphs->is_object()) return damaged("labels_morph: not an object");
  if (tags == json.end() || !tags->is_object()) return damaged("labels_pos: not an object");
  std::vector<TokenLabel> labels;
  for (const auto& [name, morph] : morphs->items()) {
    if (!morph.is_string()) return damaged(fmt::format("labels_morph.{}: not a string", name));
    const auto tag = tags->find(name);
    if (tag == tags->end() || !tag->is_number_integer()) return damaged(fmt::format("labels_pos.{}: no number", name));
    const auto symbol = tag->get<int64_t>();
    if (symbol != 0 && (symbol < kFirstPosSymbol || symbol > kFirstPosSymbol + 19))
      return damaged(fmt::format("labels_pos.{}: {} is no coarse tag", name, symbol));
    const auto pos = symbol == 0 ? Pos::kNone : static_cast<Pos>(symbol - kFirstPosSymbol + 1);
    labels.push_back({.tag = {}, .morph = normal_morph(morph.get<std::string>()), .pos = pos});
  }
  return labels;
}

Result<TokenLabeller> TokenLabeller::load(const ModelWeights& weights, std::vector<TokenLabel> labels, size_t input,
                                          const Kernels& kernels) {
  auto layer = weights.layer("softmax");
  if (!layer) return tl::unexpected(layer.error());
  if (labels.empty()) return weights.damaged(*layer, "has no labels in cfg");
  auto w = weights.array(*layer, "W", {labels.size(), input});
  if (!w) return tl::unexpected(w.error());
  auto b = weights.array(*layer, "b", {labels.size()});
  if (!b) return tl::unexpected(b.error());
  TokenLabeller labeller;
  labeller.kernels_ = &kernels;
  labeller.matrix_ = pack_affine(kernels, w->values, b->values, labels.size(), input);
  labeller.labels_ = std::move(labels);
  return labeller;
}

void TokenLabeller::label(const float* const* rows, size_t count, float* scores, uint32_t* best) const {
  kernels_->affine(matrix_, rows, count, scores, score_size());
  for (size_t i = 0; i < count; ++i)
    best[i] = static_cast<uint32_t>(kernels_->argmax(scores + i * score_size(), labels_.size()));
}

}  // namespace sumario::nlp
