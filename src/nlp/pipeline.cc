#include "nlp/pipeline.h"

#include "nlp/pipeline_parts.h"

namespace sumario::nlp {

Scratch::Scratch() = default;
Scratch::~Scratch() = default;
Scratch::Scratch(Scratch&&) noexcept = default;
Scratch& Scratch::operator=(Scratch&&) noexcept = default;

Pipeline::Pipeline(std::unique_ptr<const Parts> parts) : parts_(std::move(parts)) {}
Pipeline::~Pipeline() = default;

const std::string& Pipeline::name() const { return parts_->name; }
const std::string& Pipeline::version() const { return parts_->version; }
const std::string& Pipeline::language() const { return parts_->language; }

namespace {

// Buffers that a text of this many tokens needs are kept for the next; those of a longer one are given back.
constexpr size_t kKeptTokens = 1 << 15;

// One text on its way through the pipeline.
class Run {
 public:
  Run(const Pipeline::Parts& parts, Scratch::State& scratch, std::string_view text) : parts_(parts), scratch_(scratch) {
    analysis_.text = text;
  }

  Analysis analyse(std::span<const ByteRange> segments) {
    if (scratch_.tokenizer.make_room()) scratch_.forget_types();
    split(segments);
    for (size_t i = 0; i < parts_.networks.size(); ++i) encode(i);
    for (const TokenRange text : scratch_.texts) annotate(text);
    for (size_t i = 0; i < analysis_.tokens.size(); ++i)
      if (analysis_.tokens[i].sentence_start) analysis_.sentences.push_back(static_cast<int32_t>(i));
    if (analysis_.tokens.size() > kKeptTokens) scratch_.release();
    return std::move(analysis_);
  }

 private:
  void split(std::span<const ByteRange> segments) {
    scratch_.raw.clear();
    scratch_.texts.clear();
    for (const ByteRange segment : segments) {
      const auto begin = static_cast<uint32_t>(scratch_.raw.size());
      parts_.tokenizer.tokenise(words_of(analysis_.text, segment), segment.start, scratch_.tokenizer, scratch_.raw);
      const auto end = static_cast<uint32_t>(scratch_.raw.size());
      if (begin < end) scratch_.texts.push_back({begin, end});
    }
    const size_t count = scratch_.raw.size();
    analysis_.tokens.resize(count);
    scratch_.typed.resize(count);
    scratch_.lexemes.resize(count);
    scratch_.space.resize(count);
    for (size_t i = 0; i < count; ++i) {
      const RawToken& raw = scratch_.raw[i];
      analysis_.tokens[i].range = {raw.start, raw.end};
      analysis_.tokens[i].space_after = raw.space_after;
      analysis_.tokens[i].head = static_cast<int32_t>(i);
      scratch_.typed[i] = {raw.lexeme, raw.space_after};
      scratch_.lexemes[i] = raw.lexeme;
      scratch_.space[i] = lexemes()[raw.lexeme].is_space;
    }
  }

  const LexemeTable& lexemes() const { return scratch_.tokenizer.lexemes; }

  // Runs one network and everything that listens to it.
  void encode(size_t index) {
    const EncoderPart& network = parts_.networks[index];
    if (network.feeds_parser)
      scratch_.parser_rows.require(scratch_.raw.size() * parts_.parser->network().projected_size());
    if (network.feeds_entities)
      scratch_.entity_rows.require(scratch_.raw.size() * parts_.entities->network().projected_size());
    network.tok2vec.encode(
        scratch_.typed, scratch_.texts, lexemes(), scratch_.encoders[index],
        [&](std::span<const uint32_t> tokens, const float* const* rows) { use(network, tokens, rows); });
  }

  void use(const EncoderPart& network, std::span<const uint32_t> tokens, const float* const* rows) {
    for (const size_t i : network.labellers) {
      const TokenLabeller& labeller = parts_.labellers[i];
      scratch_.scores.require(tokens.size() * labeller.score_size());
      scratch_.best.resize(tokens.size());
      labeller.label(rows, tokens.size(), scratch_.scores.data(), scratch_.best.data());
      for (size_t t = 0; t < tokens.size(); ++t) {
        const TokenLabel& label = labeller[scratch_.best[t]];
        Token& token = analysis_.tokens[tokens[t]];
        if (!label.tag.empty()) {
          token.tag = label.tag;
        } else {
          token.pos = label.pos;
          token.morph = label.morph;
        }
      }
    }
    // Tokens come in ascending order without gaps.
    const auto project = [&](const TransitionNetwork& to, FloatBuffer& out) {
      to.project(rows, tokens.size(), out.data() + tokens.front() * to.projected_size());
    };
    if (network.feeds_parser) project(parts_.parser->network(), scratch_.parser_rows);
    if (network.feeds_entities) project(parts_.entities->network(), scratch_.entity_rows);
  }

  void annotate(TokenRange text) {
    const std::span<Token> tokens(analysis_.tokens.data() + text.begin, text.size());
    const std::span<const uint8_t> space(scratch_.space.data() + text.begin, text.size());
    const std::span<const uint32_t> types(scratch_.lexemes.data() + text.begin, text.size());
    const auto first = static_cast<int32_t>(text.begin);
    if (parts_.parser) {
      const size_t row = parts_.parser->network().projected_size();
      parts_.parser->parse(scratch_.parser_rows.data() + text.begin * row, space, tokens, first, scratch_.parser);
    } else {
      tokens.front().sentence_start = true;
    }
    if (parts_.ruler) parts_.ruler->apply(tokens, types, lexemes(), scratch_.ruler);
    if (parts_.lemmatizer)
      parts_.lemmatizer->lemmatise(analysis_, text.begin, text.end, types, lexemes(), scratch_.lemmas);
    if (parts_.entities) {
      const size_t row = parts_.entities->network().projected_size();
      parts_.entities->recognise(scratch_.entity_rows.data() + text.begin * row, space, tokens, first,
                                 analysis_.entities, scratch_.entities);
    }
  }

  const Pipeline::Parts& parts_;
  Scratch::State& scratch_;
  Analysis analysis_;
};

}  // namespace

Analysis Pipeline::analyse(std::string_view text, std::span<const ByteRange> segments, Scratch& scratch) const {
  if (!scratch.state) scratch.state = std::make_unique<Scratch::State>(parts_->networks.size());
  return Run(*parts_, *scratch.state, text).analyse(segments);
}

Analysis Pipeline::analyse(std::string_view text, Scratch& scratch) const {
  const ByteRange whole{0, static_cast<uint32_t>(text.size())};
  return analyse(text, {&whole, 1}, scratch);
}

}  // namespace sumario::nlp
