#include "page/metadata/page_metadata.h"

namespace sumario::page {

PageMetadata page_metadata(const HtmlTree& tree) {
  PageMetadata metadata;
  for (size_t at = 0; at < tree.size() && !metadata.title; ++at) {
    if (tree[at].tag == Tag::kTitle && at + 1 < tree[at].end) metadata.title = std::string(tree[at + 1].text);
  }
  return metadata;
}

}  // namespace sumario::page
