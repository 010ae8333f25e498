#include "read/frames/statements.h"

#include <algorithm>

namespace sumario::read {
namespace {

constexpr const char* kForms[] = {"direct", "indirect", "mixed"};

bool in_one_sentence(const Tree& tree, ByteRange one, ByteRange other) {
  const int first = tree.token_at(one.start), last = tree.token_at(other.start);
  return last < tree.size() && tree.sentence_of(first) == tree.sentence_of(last);
}

}  // namespace

std::vector<Draft> statements(const Scene& scene) {
  std::vector<Draft> drafts;
  for (const Attribution& a : scene.attributions) {
    if (a.content.empty() || (a.source.empty() && a.entity < 0)) continue;
    Draft draft;
    draft.kind = ClaimKind::kStatement;
    draft.type = kForms[static_cast<size_t>(a.form)];
    draft.modality = a.negated ? Modality::kNegated : a.doubtful ? Modality::kPossible : Modality::kAsserted;
    draft.rule = std::string("statement/") + draft.type;
    draft.confidence = 0.9;
    draft.evidence = a.content.front();
    for (ByteRange part : a.content) {
      draft.roles["content"].push_back({-1, part, -1});
      if (in_one_sentence(scene.tree, a.content.front(), part)) draft.evidence = hull(draft.evidence, part);
    }
    if (!a.source.empty()) {
      ByteRange words = scene.tree.bytes(a.source);
      if (int m = a.source_head < 0 ? -1 : scene.cast.mention_of_head[static_cast<size_t>(a.source_head)]; m >= 0)
        words = scene.tree.bytes(scene.cast.mentions[static_cast<size_t>(m)].span);
      draft.roles["speaker"] = {{a.source_head, words, a.entity}};
      draft.predicate = a.source_head;
      bool near = a.content.front().start < words.end + 400 && words.start < a.content.front().end + 400;
      if (near) draft.evidence = hull(draft.evidence, words);
    }
    if (!a.cue.empty()) {
      draft.predicate = a.cue_head >= 0 ? a.cue_head : a.cue.begin;
      draft.evidence = hull(draft.evidence, scene.tree.bytes(a.cue));
    }
    if (a.addressee_head >= 0)
      draft.roles["addressee"] = {
          {a.addressee_head, scene.tree.bytes(a.addressee_head), scene.cast.entity_of_head(a.addressee_head)}};
    drafts.push_back(std::move(draft));
  }
  return drafts;
}

Voices::Voices(const Scene& scene) {
  for (size_t i = 0; i < scene.attributions.size(); ++i)
    for (ByteRange part : scene.attributions[i].content) spans_.push_back({part, static_cast<int>(i)});
  std::sort(spans_.begin(), spans_.end(), [](const Span& a, const Span& b) {
    return a.range.start != b.range.start ? a.range.start < b.range.start : a.range.end > b.range.end;
  });
  uint32_t reach = 0;
  for (const Span& span : spans_) reach_.push_back(reach = std::max(reach, span.range.end));
}

int Voices::over(ByteRange evidence) const {
  auto after = std::upper_bound(spans_.begin(), spans_.end(), evidence.start,
                                [](uint32_t at, const Span& span) { return at < span.range.start; });
  for (auto i = after - spans_.begin(); i-- > 0 && reach_[static_cast<size_t>(i)] > evidence.start;)
    if (spans_[static_cast<size_t>(i)].range.end > evidence.start) return spans_[static_cast<size_t>(i)].attribution;
  return -1;
}

}  // namespace sumario::read
