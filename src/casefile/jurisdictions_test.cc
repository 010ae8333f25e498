#include "casefile/jurisdictions.h"

#include <gtest/gtest.h>

namespace sumario::casefile {
namespace {

std::string named(std::string_view words) {
  std::optional<Jurisdiction> found = jurisdiction_named_in(words);
  return found ? found->name : "";
}

TEST(Jurisdictions, CountriesAreToldByNameDemonymAndAbbreviation) {
  EXPECT_EQ(named("a US federal judge"), "United States");
  EXPECT_EQ(named("the U.S. Department of Justice"), "United States");
  EXPECT_EQ(named("Mexico's Attorney General's Office"), "Mexico");
  EXPECT_EQ(named("Mexico’s prosecutors"), "Mexico");
  EXPECT_EQ(named("Argentine police"), "Argentina");
  EXPECT_EQ(named("British police in the United Kingdom"), "United Kingdom");
}

TEST(Jurisdictions, CitiesTellTheirCountry) {
  EXPECT_EQ(named("Los Angeles airport"), "United States");
  EXPECT_EQ(named("Mexico City"), "Mexico");
  EXPECT_EQ(named("a court in Madrid"), "Spain");
}

TEST(Jurisdictions, AStateIsItsOwnAndLiesInItsCountry) {
  EXPECT_EQ(named("a Texas jury"), "Texas");
  EXPECT_EQ(country_of("Texas"), "United States");
  EXPECT_EQ(country_of("Mexico"), "Mexico");
  EXPECT_EQ(named("the US attorney for Texas"), "United States");
  EXPECT_EQ(named("New Mexico police"), "New Mexico");
  EXPECT_EQ(named("New York"), "New York");
}

TEST(Jurisdictions, NothingIsGuessed) {
  EXPECT_EQ(named("prosecutors"), "");
  EXPECT_EQ(named("all of us"), "");
  EXPECT_EQ(named("the border of Mexico and Guatemala"), "");
  EXPECT_EQ(named("Paris, Texas"), "");
  EXPECT_EQ(named(""), "");
}

}  // namespace
}  // namespace sumario::casefile
