#include "casefile/identity.h"

#include <gtest/gtest.h>

namespace sumario::casefile {
namespace {

bool one_person(const NameInRecord& name) {
  return record_id(name, "document a", "e1") == record_id(name, "document b", "e7");
}

TEST(Identity, AFullNameJoinsDocuments) {
  EXPECT_TRUE(one_person({EntityKind::kPerson, "ann lee", false, false, false}));
  EXPECT_TRUE(one_person({EntityKind::kPerson, "ann lee", true, false, false}));
}

TEST(Identity, ASurnameAloneJoinsNothing) {
  EXPECT_FALSE(one_person({EntityKind::kPerson, "lee", false, false, false}));
  EXPECT_FALSE(one_person({EntityKind::kPerson, "a lee", false, false, false}));
}

TEST(Identity, DisagreementKeepsPeopleApart) {
  EXPECT_FALSE(one_person({EntityKind::kPerson, "kim lee", true, true, false}));
  EXPECT_FALSE(one_person({EntityKind::kPerson, "kim lee", false, false, true}));
}

TEST(Identity, ABodyIsItsName) {
  EXPECT_TRUE(one_person({EntityKind::kOrganisation, "fbi", false, false, false}));
  EXPECT_NE(record_id({EntityKind::kOrganisation, "orion", false, false, false}, "a", "e1"),
            record_id({EntityKind::kPlace, "orion", false, false, false}, "a", "e1"));
}

TEST(Identity, KeepsTheFullestName) {
  EXPECT_EQ(fullest_name(std::vector<std::string>{"Lee", "Ann Lee", "Ms Lee"}), "Ann Lee");
  EXPECT_EQ(fullest_name(std::vector<std::string>{}), "");
}

}  // namespace
}  // namespace sumario::casefile
