#include "nlp/dependency_tree.h"

#include <gtest/gtest.h>

namespace sumario::nlp {
namespace {

enum Label : int32_t { kRoot, kA, kB, kAUnderB };
const std::vector<DependencyTree::Decoration> kLabels = {{kRoot, -1}, {kA, -1}, {kB, -1}, {kA, kB}};

DependencyTree finished(const std::vector<int32_t>& heads, const std::vector<int32_t>& labels,
                        const std::vector<uint8_t>& space = {}) {
  DependencyTree tree;
  tree.reset(heads.size());
  tree.head = heads;
  tree.label = labels;
  if (!space.empty()) tree.space = space;
  tree.finish(kLabels, kRoot);
  return tree;
}

TEST(DependencyTree, SentencesStartAtTheLeftEdgesOfRoots) {
  const DependencyTree tree = finished({1, -1, 1, 4, -1}, {kA, -1, kA, kA, -1});
  EXPECT_EQ(tree.head, (std::vector<int32_t>{1, 1, 1, 4, 4}));
  EXPECT_EQ(tree.label, (std::vector<int32_t>{kA, kRoot, kA, kA, kRoot}));
  EXPECT_EQ(tree.starts_sentence, (std::vector<uint8_t>{1, 0, 0, 1, 0}));
}

TEST(DependencyTree, ADecoratedArcMovesBelowTheNearestAnchor) {
  // 0 hangs from the root 2 but belongs under 3, which is a B.
  const DependencyTree tree = finished({2, 2, -1, 2, 2}, {kAUnderB, kA, -1, kB, kA});
  EXPECT_EQ(tree.head[0], 3);
  EXPECT_EQ(tree.label[0], kA);
}

TEST(DependencyTree, TheSearchGoesByDepthAndSkipsWhitespace) {
  // Whitespace labelled B is nearer, a B at depth two counts.
  const DependencyTree tree = finished({1, -1, 1, 1, 3}, {kAUnderB, -1, kB, kA, kB}, {0, 0, 1, 0, 0});
  EXPECT_EQ(tree.head[0], 4);
  // None at all: the arc stays, the decoration goes.
  const DependencyTree none = finished({1, -1, 1}, {kAUnderB, -1, kA});
  EXPECT_EQ(none.head[0], 1);
  EXPECT_EQ(none.label[0], kA);
}

TEST(DependencyTree, NothingIsATreeToo) {
  EXPECT_EQ(finished({}, {}).size(), 0u);
  EXPECT_EQ(finished({-1}, {-1}).starts_sentence, std::vector<uint8_t>{1});
}

}  // namespace
}  // namespace sumario::nlp
