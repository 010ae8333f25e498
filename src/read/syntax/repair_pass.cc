#include "read/syntax/repair_pass.h"

#include <algorithm>

namespace sumario::read {

bool RepairPass::takes(int verb, std::string_view feature) const {
  const std::string* features = known_.valency.find(tree_.lemma(verb));
  if (!features) return false;
  for (size_t at = 0; at < features->size();) {
    size_t stop = std::min(features->find(' ', at), features->size());
    if (features->compare(at, stop - at, feature) == 0) return true;
    at = stop + 1;
  }
  return false;
}

bool RepairPass::takes(int verb, std::string_view feature, std::string_view word) const {
  return takes(verb, std::string(feature).append(":").append(word));
}

bool RepairPass::has_subject(int verb) const {
  for (Dep dep : {Dep::kNsubj, Dep::kNsubjpass, Dep::kCsubj, Dep::kCsubjpass, Dep::kExpl})
    if (tree_.has_child(verb, dep)) return true;
  return false;
}

bool RepairPass::is_headline(int token) const {
  TokenSpan sentence = tree_.sentence(tree_.sentence_of(token));
  for (int i = sentence.end - 1; i >= sentence.begin && i >= sentence.end - 3; --i)
    if (tree_.tag(i) == ".") return false;
  return true;
}

}  // namespace sumario::read
