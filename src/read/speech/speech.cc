#include "read/speech/speech.h"

#include <algorithm>
#include <map>

#include "read/speech/labelled.h"
#include "read/speech/quoted.h"
#include "read/speech/reported.h"
#include "read/speech/speaker.h"
#include "read/speech/speech_text.h"

namespace sumario::read {
namespace {

// Candidates of one cue become one: its quotations and what the tree says it governs.
std::vector<AttributionCandidate> unite(const Tree& tree, std::vector<AttributionCandidate> reported,
                                        std::vector<AttributionCandidate> quoted) {
  std::map<int, AttributionCandidate> by_cue;
  for (AttributionCandidate& candidate : reported) by_cue.emplace(candidate.cue_head, std::move(candidate));
  for (AttributionCandidate& candidate : quoted) {
    auto [known, fresh] = by_cue.emplace(candidate.cue_head, candidate);
    if (fresh) continue;
    AttributionCandidate& all = known->second;
    // "Stressing the danger, Lee said: "…"" and "He saw it differently: "…," Lee said": what stands before is not
    // content.
    int first = candidate.content.front().begin;
    bool cut_off = first > candidate.cue_head || (first > 0 && is_break(tree.words(first - 1)));
    int from = first > candidate.cue_head ? candidate.cue_head : first;
    if (cut_off) {
      for (TokenSpan& piece : all.content) piece.begin = std::max(piece.begin, from);
      std::erase_if(all.content, [](TokenSpan piece) { return piece.empty(); });
    }
    all.content.insert(all.content.end(), candidate.content.begin(), candidate.content.end());
    all.quotations.insert(all.quotations.end(), candidate.quotations.begin(), candidate.quotations.end());
    if (all.source_head < 0) all.source_head = candidate.source_head, all.source_link = candidate.source_link;
  }
  std::vector<AttributionCandidate> united;
  for (auto& [cue, candidate] : by_cue) united.push_back(std::move(candidate));
  return united;
}

// From a candidate to the attribution: bytes, with quotation marks taken whole, and what the tree says of the cue.
class Finisher {
 public:
  explicit Finisher(const SpeechText& speech) : speech_(speech), tree_(speech.tree) {}

  Attribution finish(const AttributionCandidate& candidate) const {
    Attribution out;
    out.act = candidate.act;
    out.pattern = candidate.pattern;
    out.cue_head = candidate.cue_head;
    out.cue = candidate.cue;
    out.content = content(candidate);
    out.source_head = candidate.source_head;
    out.source_link = candidate.source_link;
    if (out.source_head >= 0) {
      out.source = noun_phrase(tree_, out.source_head);
      if (!speech_.cast.mention_of_head.empty()) out.entity = speech_.cast.entity_of_head(out.source_head);
    }
    out.addressee_head = candidate.addressee_head;
    if (out.cue_head >= 0) {
      out.negated = is_negated(tree_, out.cue_head);
      out.doubtful = is_doubtful(tree_, out.cue_head);
    }
    out.form = form(out.content);
    return out;
  }

 private:
  std::vector<ByteRange> content(const AttributionCandidate& candidate) const {
    std::vector<ByteRange> ranges;
    for (TokenSpan span : candidate.content) {
      if (span.empty()) continue;
      ByteRange range = whole_quotations(tree_.bytes(adjoining(span, candidate)), candidate);
      if (!range.empty()) ranges.push_back(range);
    }
    std::sort(ranges.begin(), ranges.end());
    std::vector<ByteRange> joined;
    for (ByteRange range : ranges) {
      if (!joined.empty() && range.start <= joined.back().end)
        joined.back().end = std::max(joined.back().end, range.end);
      else
        joined.push_back(range);
    }
    return joined;
  }

  // "pledged to fight "today, tomorrow, forever"": a quotation right behind goes on with it.
  TokenSpan adjoining(TokenSpan span, const AttributionCandidate& candidate) const {
    if (span.end >= tree_.size() || candidate.cue_head >= span.end ||
        speech_.outer[static_cast<size_t>(span.end - 1)] >= 0)
      return span;
    int q = speech_.outer[static_cast<size_t>(span.end)];
    if (q < 0 || tree_.sentence_of(span.end) != tree_.sentence_of(span.end - 1)) return span;
    span.end = speech_.tokens(speech_.quotations[static_cast<size_t>(q)].range).end;
    return span;
  }

  // A stretch that reaches into a quotation takes all of it; inside a quotation it stays inside.
  ByteRange whole_quotations(ByteRange range, const AttributionCandidate& candidate) const {
    int home = candidate.cue_head >= 0 ? speech_.inner[static_cast<size_t>(candidate.cue_head)] : -1;
    if (home >= 0) {
      ByteRange room = speech_.quotations[static_cast<size_t>(home)].inside;
      range = {std::max(range.start, room.start), std::min(range.end, room.end)};
      if (range.empty()) return {};
    }
    TokenSpan span = speech_.tokens(range);
    for (int edge : {span.begin, span.end - 1}) {
      int q = speech_.inner[static_cast<size_t>(edge)];
      while (q >= 0 && q != home) {
        const Quotation& quotation = speech_.quotations[static_cast<size_t>(q)];
        range = hull(range, quotation.range);
        q = quotation.outer;
      }
    }
    return range;
  }

  SpeechForm form(const std::vector<ByteRange>& content) const {
    bool all = !content.empty(), any = false;
    for (ByteRange range : content) {
      bool whole = false;
      for (int i = tree_.token_at(range.start); i < tree_.size() && tree_.bytes(i).start < range.end; ++i) {
        int q = speech_.outer[static_cast<size_t>(i)];
        if (q < 0) continue;
        any = any || !is_one_word(speech_.quotations[static_cast<size_t>(q)].inside);
        if (speech_.quotations[static_cast<size_t>(q)].range.contains(range)) whole = true;
        break;
      }
      all = all && whole;
    }
    return all ? SpeechForm::kDirect : any ? SpeechForm::kMixed : SpeechForm::kIndirect;
  }

  // "said they would "revise" their ties": a word set in marks makes no quotation of the rest.
  bool is_one_word(ByteRange inside) const { return speech_.tokens(inside).size() < 2; }

  const SpeechText& speech_;
  const Tree& tree_;
};

// A word or two that nobody is said to say, found by the verb alone, is more often no speech than speech.
bool is_nobodys(const Attribution& a) {
  constexpr uint32_t kSlight = 18;  // bytes
  bool by_words = a.pattern == SpeechPattern::kCalled || a.pattern == SpeechPattern::kInfinitive ||
                  a.pattern == SpeechPattern::kPreposition || a.pattern == SpeechPattern::kObject ||
                  a.pattern == SpeechPattern::kNoun;
  uint32_t size = 0;
  for (ByteRange part : a.content) size += part.size();
  return by_words && a.source.empty() && size < kSlight;
}

bool holds(const Attribution& outer, ByteRange what) {
  return std::any_of(outer.content.begin(), outer.content.end(), [&](ByteRange range) { return range.contains(what); });
}

// The innermost attribution whose content holds this one's cue and content. They nest, so a stack of those whose
// content is not yet past is enough.
void link_parents(const Tree& tree, std::vector<Attribution>& attributions) {
  std::vector<int> open;
  for (size_t i = 0; i < attributions.size(); ++i) {
    Attribution& here = attributions[i];
    uint32_t start = here.content.front().start;
    std::erase_if(open, [&](int o) { return attributions[static_cast<size_t>(o)].content.back().end <= start; });
    uint32_t smallest = UINT32_MAX;
    for (int o : open) {
      const Attribution& outer = attributions[static_cast<size_t>(o)];
      uint32_t size = outer.content.back().end - outer.content.front().start;
      bool inside = holds(outer, here.content.front()) && (here.cue.empty() || holds(outer, tree.bytes(here.cue)));
      if (inside && size < smallest) smallest = size, here.parent = o;
    }
    open.push_back(static_cast<int>(i));
  }
}

}  // namespace

bool is_statement(SpeechAct act) {
  switch (act) {
    case SpeechAct::kShows:
    case SpeechAct::kThinks:
    case SpeechAct::kWants:
    case SpeechAct::kSupports:
    case SpeechAct::kOpposes:
      return false;
    default:
      return true;
  }
}

Result<SpeechReader> SpeechReader::load(const std::filesystem::path& knowledge) {
  auto loaded = SpeechKnowledge::load(knowledge / "speech");
  if (!loaded) return tl::unexpected(loaded.error());
  SpeechReader reader;
  reader.knowledge_ = std::make_shared<const SpeechKnowledge>(std::move(*loaded));
  return reader;
}

std::vector<Attribution> SpeechReader::read(const Tree& tree, const Cast& cast, SpeechScope scope) const {
  SpeechText speech(tree, cast, *knowledge_);
  std::vector<AttributionCandidate> reported = reported_by_verbs(speech);
  for (auto part : {reported_by_nouns(speech), reported_by_prepositions(speech), reported_by_labels(speech)})
    reported.insert(reported.end(), part.begin(), part.end());
  std::sort(reported.begin(), reported.end(),
            [](const AttributionCandidate& a, const AttributionCandidate& b) { return a.cue_head < b.cue_head; });
  std::vector<AttributionCandidate> direct = quoted(speech, reported);
  std::vector<Attribution> attributions;
  Finisher finisher(speech);
  for (const AttributionCandidate& candidate : unite(tree, std::move(reported), std::move(direct))) {
    Attribution attribution = finisher.finish(candidate);
    if (scope == SpeechScope::kStatements && !is_statement(attribution.act)) continue;
    if (!attribution.content.empty() && !is_nobodys(attribution)) attributions.push_back(std::move(attribution));
  }
  std::sort(attributions.begin(), attributions.end(), [](const Attribution& a, const Attribution& b) {
    if (a.content.front().start != b.content.front().start) return a.content.front().start < b.content.front().start;
    if (a.content.back().end != b.content.back().end) return a.content.back().end > b.content.back().end;
    return a.cue_head < b.cue_head;
  });
  link_parents(tree, attributions);
  return attributions;
}

}  // namespace sumario::read
