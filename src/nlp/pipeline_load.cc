#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "nlp/model_config.h"
#include "nlp/pipeline_parts.h"

namespace sumario::nlp {
namespace {

// Loads component after component into `parts`.
class Loader {
 public:
  Loader(ModelConfig config, const Kernels& kernels) : config_(std::move(config)), kernels_(kernels) {}

  Result<void> load(Pipeline::Parts& parts) {
    auto names = enabled();
    if (!names) return tl::unexpected(names.error());
    for (const std::string& name : *names)
      if (auto loaded = component(parts, name); !loaded) return loaded;
    return {};
  }

 private:
  Result<std::vector<std::string>> enabled() const {
    auto names = config_.strings("nlp", "pipeline");
    auto disabled = config_.strings("nlp", "disabled");
    if (!names) return names;
    if (!disabled) return disabled;
    std::erase_if(*names,
                  [&](const std::string& name) { return std::ranges::find(*disabled, name) != disabled->end(); });
    return names;
  }

  Result<void> component(Pipeline::Parts& parts, const std::string& name) {
    auto factory = config_.string("components." + name, "factory", "");
    if (!factory) return tl::unexpected(factory.error());
    const std::string& kind = *factory;
    if (kind == "attribute_ruler") return load_ruler(parts, name);
    if (kind == "lemmatizer") return load_lemmatizer(parts, name);
    if (kind != "tok2vec" && kind != "tagger" && kind != "morphologizer" && kind != "parser" && kind != "ner")
      return fail(ErrorCode::kUnsupported, fmt::format("{}: component {} of kind \"{}\" is not supported",
                                                       parts.files.shown("config.cfg"), name, kind));
    if (auto known = check_order(parts, name, kind); !known) return known;
    const std::string file = name + "/model";
    auto bytes = parts.files.bytes(file);
    if (!bytes) return tl::unexpected(bytes.error());
    auto weights = ModelWeights::load(*bytes, parts.files.shown(file));
    if (!weights) return tl::unexpected(weights.error());
    auto network = network_of(parts, *weights);
    if (!network) return tl::unexpected(network.error());
    if (kind == "tok2vec") {
      shared_ = *network;
      return {};
    }
    if (kind == "parser") return load_parser(parts, name, *weights, *network);
    if (kind == "ner") return load_entities(parts, name, *weights, *network);
    return load_labeller(parts, name, kind, *weights, *network);
  }

  // Rules read what networks wrote, so an order other than the usual one would give other results than ours.
  Result<void> check_order(const Pipeline::Parts& parts, const std::string& name, const std::string& kind) const {
    const bool late = (parts.ruler || parts.lemmatizer) && kind != "ner" && kind != "tok2vec";
    const bool twice = (kind == "parser" && parts.parser) || (kind == "ner" && parts.entities) ||
                       (kind == "tok2vec" && shared_ != SIZE_MAX) || (kind == "parser" && parts.entities);
    if (!late && !twice) return {};
    return fail(ErrorCode::kUnsupported, fmt::format("{}: component {} at this place in the pipeline is not supported",
                                                     parts.files.shown("config.cfg"), name));
  }

  // The component's own network, or the shared one when it only listens.
  Result<size_t> network_of(Pipeline::Parts& parts, const ModelWeights& weights) {
    if (!weights.layers("tok2vec-listener").empty()) {
      if (shared_ == SIZE_MAX)
        return fail(ErrorCode::kUnsupported, weights.file() + ": listens to a tok2vec that is not in the pipeline");
      return shared_;
    }
    if (weights.layers("hashembed").empty())
      return fail(ErrorCode::kUnsupported, weights.file() + ": no hash embeddings; only CNN pipelines are supported");
    auto tok2vec = Tok2Vec::load(weights, parts.vectors, kernels_);
    if (!tok2vec) return tl::unexpected(tok2vec.error());
    parts.networks.push_back(EncoderPart{std::move(*tok2vec), {}, false, false});
    return parts.networks.size() - 1;
  }

  Result<void> load_labeller(Pipeline::Parts& parts, const std::string& name, const std::string& kind,
                             const ModelWeights& weights, size_t network) {
    const std::string file = name + "/cfg";
    auto cfg = parts.files.bytes(file);
    if (!cfg) return tl::unexpected(cfg.error());
    auto labels = kind == "tagger" ? read_tagger_labels(*cfg, parts.files.shown(file))
                                   : read_morphologizer_labels(*cfg, parts.files.shown(file));
    if (!labels) return tl::unexpected(labels.error());
    auto labeller = TokenLabeller::load(weights, std::move(*labels), parts.networks[network].tok2vec.width(), kernels_);
    if (!labeller) return tl::unexpected(labeller.error());
    parts.networks[network].labellers.push_back(parts.labellers.size());
    parts.labellers.push_back(std::move(*labeller));
    return {};
  }

  Result<void> check_beam(Pipeline::Parts& parts, const std::string& name) {
    const std::string file = name + "/cfg";
    if (!parts.files.has(file)) return {};
    auto bytes = parts.files.bytes(file);
    if (!bytes) return tl::unexpected(bytes.error());
    const auto cfg = nlohmann::json::parse(*bytes, nullptr, false);
    if (!cfg.is_object()) return fail(ErrorCode::kDamaged, parts.files.shown(file) + ": not a JSON object");
    const auto width = cfg.find("beam_width");
    if (width == cfg.end() || *width == 1) return {};
    return fail(ErrorCode::kUnsupported, parts.files.shown(file) + ": beam_width other than 1 is not supported");
  }

  Result<void> load_parser(Pipeline::Parts& parts, const std::string& name, const ModelWeights& weights,
                           size_t network) {
    if (auto beam = check_beam(parts, name); !beam) return beam;
    auto moves = parts.files.bytes(name + "/moves");
    if (!moves) return tl::unexpected(moves.error());
    auto parser = Parser::load(weights, *moves, parts.files.shown(name + "/moves"),
                               parts.networks[network].tok2vec.width(), kernels_);
    if (!parser) return tl::unexpected(parser.error());
    parts.parser = std::move(*parser);
    parts.networks[network].feeds_parser = true;
    return {};
  }

  Result<void> load_entities(Pipeline::Parts& parts, const std::string& name, const ModelWeights& weights,
                             size_t network) {
    if (auto beam = check_beam(parts, name); !beam) return beam;
    auto moves = parts.files.bytes(name + "/moves");
    if (!moves) return tl::unexpected(moves.error());
    auto entities = EntityRecogniser::load(weights, *moves, parts.files.shown(name + "/moves"),
                                           parts.networks[network].tok2vec.width(), kernels_);
    if (!entities) return tl::unexpected(entities.error());
    parts.entities = std::move(*entities);
    parts.networks[network].feeds_entities = true;
    return {};
  }

  Result<void> load_ruler(Pipeline::Parts& parts, const std::string& name) {
    if (parts.lemmatizer || parts.ruler) return check_order(parts, name, "ruler");
    const std::string file = name + "/patterns";
    auto bytes = parts.files.bytes(file);
    if (!bytes) return tl::unexpected(bytes.error());
    auto ruler = AttributeRuler::load(*bytes, parts.files.shown(file));
    if (!ruler) return tl::unexpected(ruler.error());
    parts.ruler = std::move(*ruler);
    return {};
  }

  Result<void> load_lemmatizer(Pipeline::Parts& parts, const std::string& name) {
    if (parts.lemmatizer) return check_order(parts, name, "lemmatizer");
    const std::string section = "components." + name;
    auto mode = config_.string(section, "mode", "lookup");
    if (!mode) return tl::unexpected(mode.error());
    if (config_.is_true(section, "overwrite"))
      return fail(ErrorCode::kUnsupported,
                  parts.files.shown("config.cfg") + ": a lemmatizer with overwrite is not supported");
    const std::string file = name + "/lookups/lookups.bin";
    auto bytes = parts.files.bytes(file);
    if (!bytes) return tl::unexpected(bytes.error());
    auto lemmatizer = Lemmatizer::load(*bytes, parts.files.shown(file), *mode, parts.language);
    if (!lemmatizer) return tl::unexpected(lemmatizer.error());
    parts.lemmatizer = std::move(*lemmatizer);
    return {};
  }

  ModelConfig config_;
  const Kernels& kernels_;
  size_t shared_ = SIZE_MAX;
};

struct Identity {
  std::string name, version;
};

// For display only, so a missing meta.json is no failure.
Identity read_identity(ModelFiles& files, const std::string& language) {
  Identity identity{language, ""};
  if (!files.has("meta.json")) return identity;
  auto bytes = files.bytes("meta.json");
  if (!bytes) return identity;
  const auto meta = nlohmann::json::parse(*bytes, nullptr, false);
  if (!meta.is_object()) return identity;
  const auto text = [&](const char* key) {
    const auto value = meta.find(key);
    return value != meta.end() && value->is_string() ? value->get<std::string>() : std::string();
  };
  if (const std::string name = text("name"); !name.empty()) identity.name = language + "_" + name;
  identity.version = text("version");
  return identity;
}

Result<Norms> load_norms(ModelFiles& files) {
  constexpr std::string_view kFile = "vocab/lookups.bin";
  if (!files.has(kFile)) return Norms();
  auto bytes = files.bytes(kFile);
  if (!bytes) return tl::unexpected(bytes.error());
  return Norms::load(*bytes, files.shown(kFile));
}

Result<Tokenizer> load_tokenizer(ModelFiles& files) {
  auto norms = load_norms(files);
  if (!norms) return tl::unexpected(norms.error());
  auto bytes = files.bytes("tokenizer");
  if (!bytes) return tl::unexpected(bytes.error());
  return Tokenizer::load(*bytes, files.shown("tokenizer"), std::move(*norms));
}

}  // namespace

Result<std::unique_ptr<const Pipeline>> Pipeline::load(const std::filesystem::path& path) {
  auto kernels = kernels_from_environment();
  if (!kernels) return tl::unexpected(kernels.error());
  auto files = ModelFiles::open(path);
  if (!files) return tl::unexpected(files.error());
  auto text = files->bytes("config.cfg");
  if (!text) return tl::unexpected(text.error());
  auto config = ModelConfig::parse(*text, files->shown("config.cfg"));
  if (!config) return tl::unexpected(config.error());
  auto language = config->string("nlp", "lang", "");
  if (!language) return tl::unexpected(language.error());
  auto tokenizer = load_tokenizer(*files);
  if (!tokenizer) return tl::unexpected(tokenizer.error());
  const Identity identity = read_identity(*files, *language);

  auto parts = std::make_unique<Parts>(std::move(*files), std::move(*tokenizer));
  parts->language = *language;
  parts->name = identity.name;
  parts->version = identity.version;
  auto vectors = WordVectors::load(parts->files);
  if (!vectors) return tl::unexpected(vectors.error());
  parts->vectors = std::move(*vectors);
  if (auto loaded = Loader(std::move(*config), **kernels).load(*parts); !loaded) return tl::unexpected(loaded.error());
  return std::unique_ptr<const Pipeline>(new Pipeline(std::move(parts)));
}

}  // namespace sumario::nlp
