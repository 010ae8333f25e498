#include "nlp/model_config.h"

#include <gtest/gtest.h>

namespace sumario::nlp {
namespace {

ModelConfig parsed(std::string_view text) {
  auto config = ModelConfig::parse(text, "config.cfg");
  EXPECT_TRUE(config) << config.error().message;
  return *config;
}

TEST(ModelConfig, ReadsStringsArraysAndSwitches) {
  const ModelConfig config = parsed(
      "# a comment\n[nlp]\nlang = \"en\"\npipeline = [\"tok2vec\",\n  \"ner\"]\r\nseed = null\n\n"
      "[components.x]\noverwrite = true\n");
  EXPECT_EQ(config.string("nlp", "lang", "").value(), "en");
  EXPECT_EQ(config.strings("nlp", "pipeline").value(), (std::vector<std::string>{"tok2vec", "ner"}));
  EXPECT_EQ(config.string("nlp", "seed", "none").value(), "none");
  EXPECT_EQ(config.string("nlp", "absent", "none").value(), "none");
  EXPECT_TRUE(config.is_true("components.x", "overwrite"));
  EXPECT_FALSE(config.is_true("components.y", "overwrite"));
}

TEST(ModelConfig, FollowsReferences) {
  const ModelConfig config = parsed(
      "[a.b]\nlang = \"fr\"\n[nlp]\nlang = ${a.b:lang}\nother = ${a.b.lang}\nloop = ${nlp:loop}\ngone = ${x:y}\n");
  EXPECT_EQ(config.string("nlp", "lang", "").value(), "fr");
  EXPECT_EQ(config.string("nlp", "other", "").value(), "fr");
  EXPECT_EQ(config.raw("nlp", "loop"), "");
  EXPECT_EQ(config.raw("nlp", "gone"), "");
}

TEST(ModelConfig, ErrorsNameTheSetting) {
  const ModelConfig config = parsed("[nlp]\nlang = 3\npipeline = [1]\n");
  EXPECT_EQ(config.string("nlp", "lang", "").error().message, "config.cfg: [nlp] lang is not a string");
  EXPECT_EQ(config.strings("nlp", "pipeline").error().message,
            "config.cfg: [nlp] pipeline holds something that is not a string");
  EXPECT_EQ(ModelConfig::parse("[nlp]\n???\n", "config.cfg").error().message,
            "config.cfg: line 2: neither a section nor a setting");
}

}  // namespace
}  // namespace sumario::nlp
