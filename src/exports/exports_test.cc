#include <gmock/gmock.h>

#include "exports/codes.h"
#include "exports/csv.h"
#include "exports/ftm_entity.h"
#include "exports/topics.h"

namespace sumario::exports {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Dossier standing(std::vector<std::string> statuses) {
  Dossier dossier;
  for (std::string& status : statuses) dossier.standing.push_back({"", "", std::move(status), {}, {}});
  return dossier;
}

TEST(Csv, QuotesWhatWouldEndACell) {
  EXPECT_EQ(csv_row({"a", "b,c", "say \"no\"", "two\nlines", ""}), "a,\"b,c\",\"say \"\"no\"\"\",\"two\nlines\",\r\n");
  EXPECT_EQ(csv_row({"", "b"}), ",b\r\n");
}

TEST(Csv, NoCellIsAFormula) { EXPECT_EQ(csv_row({"=1+1", "@x", "-5", "+5", "5-3"}), "'=1+1,'@x,'-5,'+5,5-3\r\n"); }

TEST(Topics, AreOfOpenMattersAndConvictionsAlone) {
  EXPECT_THAT(topics_of(standing({"charged"})), ElementsAre("poi"));
  EXPECT_THAT(topics_of(standing({"sentenced", "wanted", "investigated"})), ElementsAre("crime", "poi", "wanted"));
  EXPECT_THAT(topics_of(standing(
                  {"none", "accused", "dismissed", "acquitted", "overturned", "pardoned", "settled", "released"})),
              IsEmpty());
  EXPECT_THAT(topics_of(Dossier{}), IsEmpty());
}

TEST(Codes, OfCountriesAndOfWhatLiesInThem) {
  EXPECT_EQ(country_code("Uruguay"), "uy");
  EXPECT_EQ(country_code("United States"), "us");
  EXPECT_EQ(country_code("Florida"), "us");
  EXPECT_EQ(country_code("the port"), std::nullopt);
  EXPECT_EQ(language_code("pt-BR"), "por");
}

TEST(FtmEntity, HoldsEachValueOnceAndNothingEmpty) {
  FtmEntity entity("p-1", "Person");
  entity.add("name", "Ann Lee").add("name", "Ann Lee").add("alias", "").add("country", std::nullopt);
  entity.add_url("sourceUrl", "file:///etc/passwd").add_url("sourceUrl", "https://news.example/1");
  EXPECT_EQ(entity.line(),
            "{\"id\":\"p-1\",\"schema\":\"Person\",\"properties\":{\"name\":[\"Ann Lee\"],\"sourceUrl\":"
            "[\"https://news.example/1\"]}}\n");
}

TEST(FtmEntity, IdsTellPartsApart) { EXPECT_NE(ftm_id("x-", {"a", "b"}), ftm_id("x-", {"ab", ""})); }

}  // namespace
}  // namespace sumario::exports
