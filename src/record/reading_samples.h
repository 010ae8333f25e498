// Readings made for the tests of this folder.
#pragma once

#include <string>

#include "record/reading.h"

namespace sumario {

inline constexpr const char* kSampleText =
    "Ana Ruiz was charged with fraud in Lima last month, prosecutors said. “She denies it,” said Tom Hale. Read more.";

inline ByteRange place_of(const std::string& text, std::string_view words) {
  auto at = static_cast<uint32_t>(text.find(words));
  return {at, at + static_cast<uint32_t>(words.size())};
}

inline Filler filler(const Reading& reading, std::string_view words, std::optional<std::string> entity) {
  return {std::move(entity), std::string(words), place_of(reading.document.text, words), std::nullopt};
}

inline Evidence evidence(const Reading& reading, std::string_view words) {
  return {place_of(reading.document.text, words), std::string(words)};
}

// A sound reading that uses every part of the contract: two claims, residue, a source, a time.
inline Reading sample_reading() {
  Reading reading;
  Article& article = reading.document;
  article.id = std::string(64, 'a');
  article.url = "https://example.org/2020/11/19/ruiz";
  article.title = "Ruiz \"charged\"\n\\ in Lima";
  article.authors = {"Eva Moss"};
  article.published = parse_day("2020-11-19");
  article.published_from = PublishedFrom::kUrl;
  article.text = kSampleText;
  article.blocks = {{BlockRole::kBody, {0, static_cast<uint32_t>(article.text.size())}}};
  article.residue = {{place_of(article.text, "Read more."), ResidueWhy::kTeaser}};

  Entity ruiz{"e1", EntityKind::kPerson, "Ana Ruiz", {"Ruiz"}, Gender::kFemale, {}};
  ruiz.mentions = {{place_of(article.text, "Ana Ruiz"), MentionForm::kName},
                   {place_of(article.text, "She"), MentionForm::kPronoun}};
  Entity hale{"e2", EntityKind::kPerson, "Tom Hale", {}, std::nullopt, {}};
  hale.mentions = {{place_of(article.text, "Tom Hale"), MentionForm::kName}};
  reading.entities = {ruiz, hale};

  Claim charge;
  charge.id = "c1";
  charge.kind = ClaimKind::kProceeding;
  charge.type = "charge";
  charge.roles["defendant"] = {filler(reading, "Ana Ruiz", "e1")};
  charge.roles["charge"] = {filler(reading, "fraud", std::nullopt)};
  charge.roles["place"] = {filler(reading, "Lima", std::nullopt)};
  charge.time =
      ClaimTime{{parse_day("2020-10-01"), parse_day("2020-10-31")}, "last month", place_of(article.text, "last month")};
  charge.sources = {filler(reading, "prosecutors", std::nullopt)};
  charge.sources[0].cue = "said";
  charge.evidence = evidence(reading, "Ana Ruiz was charged with fraud in Lima last month");
  charge.rule = "proceeding/charge";
  charge.confidence = 0.97;

  Claim quotation;
  quotation.id = "c2";
  quotation.kind = ClaimKind::kStatement;
  quotation.type = "direct";
  quotation.roles["speaker"] = {filler(reading, "Tom Hale", "e2")};
  quotation.roles["content"] = {filler(reading, "She denies it", std::nullopt)};
  quotation.time = ClaimTime{{std::nullopt, parse_day("2020-11-19")}, std::nullopt, std::nullopt};
  quotation.evidence = evidence(reading, "“She denies it,” said Tom Hale");
  quotation.rule = "statement/direct";
  quotation.confidence = 1.0;
  reading.claims = {charge, quotation};
  return reading;
}

}  // namespace sumario
