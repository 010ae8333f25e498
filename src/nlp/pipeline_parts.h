// What a pipeline is made of, shared by loading (pipeline_load.cc) and running (pipeline.cc). Not for others.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "nlp/attribute_ruler.h"
#include "nlp/entity_recogniser.h"
#include "nlp/lemmatizer.h"
#include "nlp/model_files.h"
#include "nlp/parser.h"
#include "nlp/pipeline.h"
#include "nlp/tok2vec.h"
#include "nlp/token_labeller.h"
#include "nlp/tokenizer.h"
#include "nlp/word_vectors.h"

namespace sumario::nlp {

// A network and the components that read its vectors: the shared one has several, a component's own has one.
struct EncoderPart {
  Tok2Vec tok2vec;
  std::vector<size_t> labellers;
  bool feeds_parser = false;
  bool feeds_entities = false;
};

struct Pipeline::Parts {
  Parts(ModelFiles model_files, Tokenizer model_tokenizer)
      : files(std::move(model_files)), tokenizer(std::move(model_tokenizer)) {}

  ModelFiles files;  // the networks read embeddings in place
  std::string name, version, language;
  Tokenizer tokenizer;
  WordVectors vectors;
  std::vector<EncoderPart> networks;
  std::vector<TokenLabeller> labellers;
  std::optional<Parser> parser;
  std::optional<AttributeRuler> ruler;
  std::optional<Lemmatizer> lemmatizer;
  std::optional<EntityRecogniser> entities;
};

struct Scratch::State {
  explicit State(size_t networks) : encoders(networks) {}

  // Nothing kept by word type is true any more.
  void forget_types() {
    for (Tok2VecScratch& encoder : encoders) encoder.clear();
    ruler.clear();
    lemmas.clear();
  }
  // Gives back what grows with the length of a text.
  void release() {
    raw = {};
    typed = {};
    lexemes = {};
    space = {};
    texts = {};
    parser_rows = FloatBuffer();
    entity_rows = FloatBuffer();
    parser = ParserScratch();
    for (Tok2VecScratch& encoder : encoders) encoder.release();
  }

  TokenizerScratch tokenizer;
  RulerScratch ruler;
  LemmaScratch lemmas;
  std::vector<Tok2VecScratch> encoders;  // by network
  ParserScratch parser;
  EntityScratch entities;

  // One text.
  std::vector<RawToken> raw;
  std::vector<TypedToken> typed;
  std::vector<uint32_t> lexemes;
  std::vector<uint8_t> space;
  std::vector<TokenRange> texts;
  FloatBuffer parser_rows, entity_rows;  // projected tokens
  FloatBuffer scores;
  std::vector<uint32_t> best;
};

}  // namespace sumario::nlp
