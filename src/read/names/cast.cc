#include "read/names/cast.h"

#include <utility>

#include "read/names/draft.h"
#include "read/names/gather.h"
#include "read/names/name_spans.h"
#include "read/names/nominals.h"
#include "read/names/pronouns.h"
#include "read/names/titles.h"

namespace sumario::read {
namespace {

Cast handed_over(CastDraft&& draft) {
  Cast cast;
  const auto tokens = static_cast<size_t>(draft.tree.size());
  cast.mention_of_head.assign(tokens, -1);
  cast.mention_of_token.assign(tokens, -1);
  for (size_t m = 0; m < draft.mentions.size(); ++m) {
    const CastMention& mention = draft.mentions[m];
    int& at_head = cast.mention_of_head[static_cast<size_t>(mention.head)];
    if (at_head < 0) at_head = static_cast<int>(m);  // the widest comes first
    for (int i = mention.span.begin; i < mention.span.end; ++i)
      cast.mention_of_token[static_cast<size_t>(i)] = static_cast<int>(m);
  }
  cast.entities = std::move(draft.entities);
  cast.mentions = std::move(draft.mentions);
  cast.titles = std::move(draft.titles);
  return cast;
}

}  // namespace

void find_names_and_nouns(CastDraft& draft) {
  find_names(draft);
  repair_names(draft);
  find_titles(draft);
  gather_people(draft);
  gather_others(draft);
  find_nominals(draft);
}

Result<CastReader> CastReader::load(const std::filesystem::path& knowledge) {
  auto known = NameKnowledge::load(knowledge);
  if (!known) return tl::unexpected(known.error());
  CastReader reader;
  reader.knowledge_ = std::make_shared<const NameKnowledge>(std::move(*known));
  return reader;
}

Cast CastReader::read(const Tree& tree) const {
  CastDraft draft(tree, *knowledge_);
  find_names_and_nouns(draft);
  find_pronouns(draft);
  sort_by_place(draft);
  finish_entities(draft);
  return handed_over(std::move(draft));
}

std::string CastReader::country_of(std::string_view words) const { return knowledge_->country_of(words); }

}  // namespace sumario::read
