#include "record/reading.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <cmath>
#include <functional>

#include "base/utf8.h"
#include "record/names.h"
#include "record/reading_samples.h"

namespace sumario {
namespace {

using testing::HasSubstr;

TEST(ReadingJson, KeepsTheOrderOfTheContract) {
  Reading reading = sample_reading();
  std::string line = to_json_line(reading);
  EXPECT_EQ(line.find("{\"document\":{\"id\":\"aaaa"), 0u);
  EXPECT_THAT(
      line,
      HasSubstr(R"("url":"https://example.org/2020/11/19/ruiz","outlet":null,"title":"Ruiz \"charged\"\n\\ in Lima",)"
                R"("authors":["Eva Moss"],"published":"2020-11-19","published_from":"url","language":"en","text":)"));
  EXPECT_THAT(
      line,
      HasSubstr(
          R"({"id":"e1","kind":"person","name":"Ana Ruiz","also":["Ruiz"],"gender":"female","mentions":[{"start":0,"end":8,"form":"name"})"));
  EXPECT_THAT(
      line,
      HasSubstr(
          R"("roles":{"defendant":[{"entity":"e1","text":"Ana Ruiz","start":0,"end":8}],"charge":[{"entity":null,"text":"fraud","start":26,"end":31}],"place":[)"));
  EXPECT_THAT(
      line, HasSubstr(R"("time":{"from":"2020-10-01","to":"2020-10-31","text":"last month","start":40,"end":50},)"
                      R"("sources":[{"entity":null,"text":"prosecutors","start":52,"end":63,"cue":"said"}],)"
                      R"("evidence":{"start":0,"end":50,"quote":"Ana Ruiz was charged with fraud in Lima last month"},)"
                      R"("rule":"proceeding/charge","confidence":0.97})"));
  EXPECT_THAT(line, HasSubstr(R"("time":{"from":null,"to":"2020-11-19","text":null,"start":null,"end":null})"));
  EXPECT_EQ(line.find('\n'), std::string::npos);
  EXPECT_THAT(line, HasSubstr(to_json_line(reading.document)));
}

TEST(ReadingJson, ComesBackTheSame) {
  std::string line = to_json_line(sample_reading());
  auto back = reading_from_json(line);
  ASSERT_TRUE(back) << back.error().message;
  EXPECT_EQ(to_json_line(*back), line);
  EXPECT_EQ(broken_rule(*back), "");
}

TEST(ReadingJson, NamesTheFieldThatIsDamaged) {
  auto refusal = [](std::string from, std::string to) {
    std::string line = to_json_line(sample_reading());
    auto at = line.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    auto back = reading_from_json(line.replace(at, from.size(), to));
    if (back) return std::string("accepted");
    EXPECT_EQ(back.error().code, ErrorCode::kDamaged);
    return back.error().message;
  };
  EXPECT_EQ(refusal("\"claims\"", "\"clams\""), "reading: claims: missing");
  EXPECT_EQ(refusal("\"start\":0", "\"start\":-1"), "reading: document.blocks[0].start: a whole number is needed");
  EXPECT_EQ(refusal("\"start\":0", "\"start\":4294967296"),
            "reading: document.blocks[0].start: a whole number is needed");
  EXPECT_EQ(refusal("\"start\":0", "\"start\":1.5"), "reading: document.blocks[0].start: a whole number is needed");
  EXPECT_EQ(refusal("2020-10-01", "2020-13-01"), "reading: claims[0].time.from: a day YYYY-MM-DD is needed");
  EXPECT_EQ(refusal("\"asserted\"", "\"true\""), "reading: claims[0].modality: 'true' is none of the contract's words");
  EXPECT_EQ(refusal("\"rule\":\"proceeding/charge\"", "\"rule\":7"), "reading: claims[0].rule: a text is needed");
  EXPECT_EQ(refusal("\"roles\":{", "\"roles\":[],\"more\":{"), "reading: claims[0].roles: an object is needed");
  EXPECT_EQ(refusal("{\"document\"", "[\"document\""), "reading: not a JSON object");
}

TEST(ReadingJson, RefusesWhatIsNoObject) {
  for (const char* line : {"", "null", "[]", "7", "{", "{\"document\":1}", "\xFF", "{\"document\":\"\xFF\"}"}) {
    auto back = reading_from_json(line);
    ASSERT_FALSE(back) << line;
    EXPECT_EQ(back.error().code, ErrorCode::kDamaged);
  }
}

// Each way to break a sound reading is found and told in words.
TEST(BrokenRule, FindsEachBreach) {
  struct Breach {
    const char* told;
    std::function<void(Reading&)> damage;
  };
  const Breach breaches[] = {
      {"no SHA-256", [](Reading& r) { r.document.id = "x"; }},
      {"not UTF-8", [](Reading& r) { r.document.text += "\xFF"; }},
      {"must come together", [](Reading& r) { r.document.published_from.reset(); }},
      {"beyond the text", [](Reading& r) { r.document.blocks[0].range.end = 9999; }},
      {"is empty", [](Reading& r) { r.document.residue[0].range.end = r.document.residue[0].range.start; }},
      {"overlaps or precedes", [](Reading& r) { r.document.blocks.push_back({BlockRole::kBody, {5, 9}}); }},
      {"the id is given twice", [](Reading& r) { r.entities[1].id = "e1"; }},
      {"no name", [](Reading& r) { r.entities[0].name.clear(); }},
      {"no mention", [](Reading& r) { r.entities[0].mentions.clear(); }},
      {"not in text order", [](Reading& r) { std::swap(r.entities[0].mentions[0], r.entities[0].mentions[1]); }},
      {"no type of proceeding", [](Reading& r) { r.claims[0].type = "accuse"; }},
      {"no role of proceeding", [](Reading& r) { r.claims[0].roles["holder"] = r.claims[0].roles["defendant"]; }},
      {"role court is empty", [](Reading& r) { r.claims[0].roles["court"] = {}; }},
      {"no entity e9", [](Reading& r) { r.claims[0].roles["defendant"][0].entity = "e9"; }},
      {"is not 'Ana Rui'", [](Reading& r) { r.claims[0].roles["defendant"][0].text = "Ana Rui"; }},
      {"has a cue", [](Reading& r) { r.claims[0].roles["defendant"][0].cue = "said"; }},
      {"a law is defendant", [](Reading& r) { r.entities[0].kind = EntityKind::kLaw; }},
      {"ends before it begins", [](Reading& r) { r.claims[0].time->days.to = parse_day("2020-09-01"); }},
      {"must come together", [](Reading& r) { r.claims[0].time->text.reset(); }},
      {"no entity e7", [](Reading& r) { r.claims[0].sources[0].entity = "e7"; }},
      {"cuts a code point", [](Reading& r) { r.claims[1].evidence.range.start += 1; }},
      {"is not 'Ana'", [](Reading& r) { r.claims[0].evidence.quote = "Ana"; }},
      {"lies on residue", [](Reading& r) { r.claims[1].evidence = evidence(r, "said Tom Hale. Read more."); }},
      {"no rule", [](Reading& r) { r.claims[0].rule.clear(); }},
      {"beyond 0 to 1", [](Reading& r) { r.claims[0].confidence = 1.2; }},
      {"beyond 0 to 1", [](Reading& r) { r.claims[0].confidence = std::nan(""); }},
      {"the id is given twice", [](Reading& r) { r.claims[1].id = "c1"; }},
      {"note: 9999 is beyond", [](Reading& r) { r.notes = {{{0, 9999}, NoteWhy::kManyNames}}; }},
      {"not in order", [](Reading& r) { std::swap(r.claims[0], r.claims[1]); }},
  };
  EXPECT_EQ(broken_rule(sample_reading()), "");
  for (const Breach& breach : breaches) {
    Reading reading = sample_reading();
    breach.damage(reading);
    EXPECT_THAT(broken_rule(reading), HasSubstr(breach.told));
  }
}

TEST(ReadingJson, TellsNotesOnlyWhereThereAreAny) {
  Reading reading = sample_reading();
  EXPECT_EQ(to_json_line(reading).find("\"notes\""), std::string::npos);
  reading.notes = {{{0, 8}, NoteWhy::kLongSentence}};
  std::string line = to_json_line(reading);
  EXPECT_THAT(line, HasSubstr(R"(],"notes":[{"start":0,"end":8,"why":"long_sentence"}]})"));
  EXPECT_EQ(to_json_line(*reading_from_json(line)), line);
}

// Any text, any ranges: what is written is read back, byte for byte.
TEST(ReadingJson, RoundTripsWhateverItHolds) {
  EXPECT_TRUE(rc::check([](const std::string& raw, const std::string& more) {
    Reading reading = sample_reading();
    std::string text = repair_utf8(raw), word = repair_utf8(more);
    reading.document.text = text;
    reading.document.title = word;
    reading.document.outlet = text;
    reading.document.authors = {word, text};
    reading.entities[0].name = word;
    reading.claims[0].evidence.quote = text;
    reading.claims[0].confidence = *rc::gen::inRange(0, 1001) / 1000.0;
    reading.claims[0].evidence.range = {*rc::gen::arbitrary<uint32_t>(), *rc::gen::arbitrary<uint32_t>()};
    std::string line = to_json_line(reading);
    auto back = reading_from_json(line);
    RC_ASSERT(back.has_value());
    RC_ASSERT(back->document.text == text);
    RC_ASSERT(back->claims[0].evidence.range == reading.claims[0].evidence.range);
    RC_ASSERT(to_json_line(*back) == line);
  }));
}

}  // namespace
}  // namespace sumario
