#include "casefile/identity.h"

#include <gtest/gtest.h>

namespace sumario::casefile {
namespace {

NamedHere person(std::string document, std::string name, std::optional<Gender> gender = {}, std::string entity = "e1") {
  return {std::move(document), std::move(entity), EntityKind::kPerson, std::move(name), {}, gender};
}

bool one_person(const std::vector<NamedHere>& named) {
  std::vector<std::string> ids = identify(named);
  return ids.front() == ids.back();
}

TEST(Identity, AFullNameJoinsDocuments) {
  EXPECT_TRUE(one_person({person("a", "Ann Lee"), person("b", "Ann Lee")}));
  EXPECT_TRUE(one_person({person("a", "José Peña"), person("b", "JOSE PENA")}));
  EXPECT_TRUE(one_person({person("a", "Ann Lee", Gender::kFemale), person("b", "Ann Lee")}));
}

TEST(Identity, ASurnameAloneJoinsNothing) {
  EXPECT_FALSE(one_person({person("a", "Lee"), person("b", "Lee")}));
  EXPECT_FALSE(one_person({person("a", "A. Lee"), person("b", "A. Lee")}));
}

TEST(Identity, DisagreementKeepsPeopleApart) {
  EXPECT_FALSE(one_person({person("a", "Kim Lee", Gender::kFemale), person("b", "Kim Lee", Gender::kMale)}));
  EXPECT_FALSE(one_person({person("a", "Kim Lee"), person("a", "Kim Lee", {}, "e2")}));
}

TEST(Identity, DoesNotDependOnTheOrderOfDocuments) {
  std::vector<NamedHere> named = {person("a", "Ann Lee"), person("b", "Ann Lee"), person("c", "Ann Lee")};
  std::vector<std::string> ids = identify(named);
  std::swap(named.front(), named.back());
  EXPECT_EQ(identify(named), ids);
}

TEST(Identity, KeepsTheFullestName) {
  EXPECT_EQ(fullest_name(std::vector<std::string>{"Lee", "Ann Lee", "Ms Lee"}), "Ann Lee");
  EXPECT_EQ(fullest_name(std::vector<std::string>{}), "");
}

}  // namespace
}  // namespace sumario::casefile
