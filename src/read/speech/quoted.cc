#include "read/speech/quoted.h"

#include <algorithm>
#include <array>

#include "read/speech/speaker.h"

namespace sumario::read {
namespace {

using nlp::Pos;

constexpr int kReach = 40;          // tokens between a quotation and its cue, titles and places included
constexpr int kLongestBridge = 60;  // tokens from a cue to a quotation in the sentence behind

bool is_blank(const Tree& tree, int i) { return tree.pos(i) == Pos::kSpace; }

// What stands around one outermost quotation: the rest of its sentence, outside all quotation marks.
struct Surroundings {
  int quotation = -1;
  TokenSpan words;   // the quotation's tokens, marks included
  TokenSpan before;  // the same sentence before it, back to another quotation at most
  TokenSpan after;   // the same sentence after it, up to another quotation at most
  bool first_in_paragraph = false;
  bool touches_earlier = false;  // nothing but space between it and the quotation before
};

class Attacher {
 public:
  Attacher(const SpeechText& speech, const std::vector<AttributionCandidate>& reported)
      : speech_(speech), tree_(speech.tree), reported_(reported) {
    frame();
  }

  std::vector<AttributionCandidate> read() {
    owner_.assign(frames_.size(), -1);
    for (size_t f = 0; f < frames_.size(); ++f) owner_[f] = by_cue(frames_[f]);
    continue_over_paragraphs();
    for (size_t f = 0; f < frames_.size(); ++f)
      if (owner_[f] < 0) owner_[f] = follow_on(f);
    for (size_t f = 0; f < frames_.size(); ++f)
      if (owner_[f] >= 0) add(found_[static_cast<size_t>(owner_[f])], frames_[f]);
    std::erase_if(found_, [](const AttributionCandidate& c) { return c.content.empty(); });
    return std::move(found_);
  }

 private:
  // --- frames ---
  bool ends_sentence(int token) const {
    std::string_view word = tree_.words(token);
    return word == "." || word == "?" || word == "!" || word == "…" || word.find('\n') != word.npos;
  }

  void frame() {
    int previous_end = 0;
    std::vector<TokenSpan> spans;
    std::vector<int> ids;
    for (size_t q = 0; q < speech_.quotations.size(); ++q) {
      if (speech_.quotations[q].outer >= 0) continue;
      spans.push_back(speech_.tokens(speech_.quotations[q].range));
      ids.push_back(static_cast<int>(q));
    }
    for (size_t i = 0; i < spans.size(); ++i) {
      Surroundings frame;
      frame.quotation = ids[i];
      frame.words = spans[i];
      int next = i + 1 < spans.size() ? spans[i + 1].begin : tree_.size();
      frame.before = before(spans[i].begin, previous_end, frame);
      frame.after = after(spans[i], next);
      frames_.push_back(frame);
      previous_end = spans[i].end;
    }
  }

  TokenSpan before(int begin, int limit, Surroundings& frame) const {
    int at = begin;
    if (!opens_after_stop(begin))
      while (at > limit && !ends_sentence(at - 1) && !new_paragraph(at)) --at;
    frame.first_in_paragraph = new_paragraph(at) && at == begin;
    // "Lee wrote:" and the quotation in a paragraph of its own.
    if (frame.first_in_paragraph && begin > limit && at > limit && colon_ends(at - 1)) {
      --at;
      while (at > limit && !ends_sentence(at - 1) && !new_paragraph(at)) --at;
    }
    frame.touches_earlier = at == begin && at == limit && limit > 0 && !frame.first_in_paragraph;
    while (at < begin && is_blank(tree_, at)) ++at;
    return {at, begin};
  }

  TokenSpan after(TokenSpan words, int limit) const {
    int at = words.end;
    if (words.empty()) return {at, at};
    while (at < limit && !new_paragraph(at) && !ends_sentence(at)) ++at;
    return {words.end, at};
  }

  // "… in Santa Monica, Calif. "The reality …": the stop of a shortened word ends the sentence before a quotation too.
  bool opens_after_stop(int begin) const {
    if (begin < 1 || begin + 1 >= tree_.size() || !tree_.words(begin - 1).ends_with(".")) return false;
    char first = tree_.words(begin + 1).front();
    return first >= 'A' && first <= 'Z' && tree_.words(begin - 1).size() > 3;
  }

  bool colon_ends(int token) const {
    while (token > 0 && is_blank(tree_, token)) --token;
    return tree_.words(token).ends_with(":");
  }

  // A line break stands before this token, or it is the first of all.
  bool new_paragraph(int token) const {
    if (token == 0) return true;
    if (token >= tree_.size()) return true;
    ByteRange gap{tree_.bytes(token - 1).start, tree_.bytes(token).start};
    return words_of(speech_.text(), gap).find('\n') != std::string_view::npos;
  }

  // --- cues ---
  const CueWord* quote_verb(int i) const {
    if (!tree_.is_verbal(i)) return nullptr;
    const CueWord* word = speech_.cue_verb(i);
    return word && word->takes(kQuote) ? word : nullptr;
  }

  int by_cue(const Surroundings& frame) {
    if (frame.words.size() < 3) return -1;
    int cue = tight_cue_after(frame);
    if (cue < 0) cue = cue_before(frame);
    if (cue < 0) cue = cue_after(frame);
    return cue < 0 ? -1 : candidate_for(cue, frame);
  }

  // "He saw it coming: "…," she said.": the words right behind bind closer than a colon or a dash before.
  int tight_cue_after(const Surroundings& frame) const {
    if (frame.before.empty() || !is_break(tree_.words(frame.before.end - 1)) || !ends_open(frame)) return -1;
    int at = frame.after.begin;
    if (at + 1 >= frame.after.end) return -1;
    bool subject_first = tree_.pos(at) == Pos::kPron || tree_.pos(at) == Pos::kPropn;
    int verb = subject_first ? at + 1 : -1;
    return verb >= 0 && quote_verb(verb) && tree_.tag(verb) != "VBG" ? verb : -1;
  }

  // "Lee said: "…"", "Lee told reporters on Monday, "…"", "Lee said "…"".
  int cue_before(const Surroundings& frame) const {
    TokenSpan span = frame.before;
    if (span.empty()) return -1;
    int last = span.end - 1;
    while (last > span.begin && is_blank(tree_, last)) --last;
    std::string_view stop = tree_.words(last);
    bool colon = stop.ends_with(":"), comma = stop == ",";
    if (stop == "-" || stop == "—" || stop == "–") comma = true;
    int reach = std::max(span.begin, span.end - kReach);
    int plain = -1;
    for (int i = last; i >= reach; --i) {
      if (quote_verb(i)) {
        if (colon && plain >= 0 && leads(plain)) return plain;
        if (colon || comma) return i;
        return adjacent(frame, i) ? i : -1;
      }
      if (colon && plain < 0 && tree_.is_verbal(i)) plain = i;
      if (comma && tree_.is_verbal(i) && tree_.tag(i) != "VBG" && tree_.tag(i) != "VBN" && tree_.dep(i) != Dep::kRelcl)
        return -1;
    }
    if (colon) return plain >= 0 ? plain : last;
    return -1;
  }

  // The verb of the sentence itself: "Asked about the fire, Lee demurred: "…""
  bool leads(int verb) const {
    Dep dep = tree_.dep(verb);
    return (dep == Dep::kRoot || dep == Dep::kConj) && tree_.has_child(verb, Dep::kNsubj);
  }

  // Without a comma between, the quotation must be a sentence of its own and follow the verb closely.
  bool adjacent(const Surroundings& frame, int verb) const {
    if (frame.before.end - verb > 6) return false;
    int first = frame.words.begin + 1;
    if (first >= frame.words.end) return false;
    char c = tree_.words(first).front();
    bool capital = c >= 'A' && c <= 'Z';
    for (int i = verb + 1; i < frame.before.end; ++i)
      if (tree_.is_verbal(i) || tree_.tag(i) == "IN" || tree_.pos(i) == Pos::kSconj) return false;
    return capital && tree_.words(first) != "I" ? true : frame.before.end - verb == 1 && frame.words.size() > 6;
  }

  // "…," said Lee. "…," Lee, the mayor, told reporters.
  int cue_after(const Surroundings& frame) const {
    TokenSpan span = frame.after;
    if (span.empty()) return -1;
    if (bare_cue(span)) return span.end - 1;
    if (!ends_open(frame)) return -1;
    int at = span.begin;
    while (at < span.end && (tree_.words(at) == "," || is_blank(tree_, at))) ++at;
    if (at >= span.end) return -1;
    if (speech_.knowledge.prepositions.match(tree_, at, span.end).length > 0) return at;
    if (tree_.pos(at) == Pos::kCconj || (tree_.pos(at) == Pos::kSconj && tree_.lower(at) != "as")) return -1;
    int limit = std::min(span.end, at + kReach);
    int plain = -1;
    for (int i = at; i < limit; ++i) {
      if (quote_verb(i) && tree_.tag(i) != "VB" && tree_.tag(i) != "VBG") return i;
      if (plain < 0 && tree_.is_verbal(i) && tree_.tag(i) != "VBG" && tree_.tag(i) != "VBN") plain = i;
    }
    // "…," beamed Lee, and "…," Lee notes, where the tagger takes the verb for a noun.
    bool past = tree_.tag(at) == "VBD" || tree_.tag(at) == "VBZ";
    if (past && tree_.pos(at) == Pos::kVerb && at + 1 < span.end && names_somebody(at + 1)) return at;
    int end = span.end - 1;
    const CueWord* word = speech_.knowledge.verb(tree_.lemma(end));
    if (plain < 0 && end > at && end - at < 8 && word && word->takes(kQuote)) return end;
    // A verb no list knows, in the form of a cue: "…," Lee deadpanned.
    bool brief = span.end - at <= 8 && plain >= 0 && plain - at <= 5 && tree_.pos(plain) == Pos::kVerb;
    return brief && tree_.descends_from(frame.words.begin + 1, plain) ? plain : -1;
  }

  bool names_somebody(int i) const {
    Pos pos = tree_.pos(i);
    return pos == Pos::kPropn || pos == Pos::kNoun || pos == Pos::kPron || pos == Pos::kDet;
  }

  // "….” Lee said." with a stop where a comma belongs.
  bool bare_cue(TokenSpan span) const {
    if (span.size() < 2 || span.size() > 8) return false;
    return quote_verb(span.end - 1) && names_somebody(span.begin) && tree_.tag(span.end - 1).starts_with("VB") &&
           tree_.tag(span.end - 1) != "VB";
  }

  // The sentence goes on after the closing mark: "…," or "…?" or "…", (the comma outside).
  bool ends_open(const Surroundings& frame) const {
    const Quotation& quotation = speech_.quotations[static_cast<size_t>(frame.quotation)];
    std::string_view inside = words_of(speech_.text(), quotation.inside);
    while (!inside.empty() && inside.back() == ' ') inside.remove_suffix(1);
    if (inside.empty() || !quotation.closed) return false;
    char last = inside.back();
    if (last == ',' || last == '?' || last == '!' || last == '-' || last == ';') return true;
    if (inside.ends_with("—") || inside.ends_with("–") || inside.ends_with("…") || inside.ends_with("...")) return true;
    if (inside.ends_with("’") || inside.ends_with("'")) {
      size_t size = inside.ends_with("'") ? 1 : 3;
      if (inside.size() > size &&
          std::string_view(",?!").find(inside[inside.size() - size - 1]) != std::string_view::npos)
        return true;
    }
    return frame.after.begin < frame.after.end && tree_.words(frame.after.begin) == ",";
  }

  // --- candidates ---
  int candidate_for(int cue, const Surroundings& frame) {
    for (size_t i = found_.size(); i-- > 0 && i + 4 > found_.size();)
      if (found_[i].cue_head == cue) return static_cast<int>(i);
    AttributionCandidate candidate;
    if (auto known = reported_from(cue); known != reported_.end() && known->cue_head == cue) {
      candidate = *known;
      candidate.content.clear();
      if (candidate.source_head < 0 && known->pattern == SpeechPattern::kClause) {
        Speaker speaker = speaker_near(cue, frame);
        candidate.source_head = speaker.head;
        candidate.source_link = speaker.link;
      }
      found_.push_back(std::move(candidate));
      return static_cast<int>(found_.size()) - 1;
    }
    candidate.cue_head = cue;
    candidate.cue = {cue, cue + 1};
    Lexicon::Match phrase = speech_.knowledge.prepositions.match(tree_, cue, tree_.size());
    if (phrase.length > 0) {
      candidate.cue.end = cue + phrase.length;
      candidate.act = act_named(*phrase.value).value_or(SpeechAct::kSays);
      candidate.source_head = tree_.child(candidate.cue.end - 1, Dep::kPobj);
      if (candidate.source_head < 0) candidate.source_head = noun_in({candidate.cue.end, frame.after.end});
    } else {
      if (const CueWord* word = speech_.knowledge.verb(tree_.lemma(cue))) candidate.act = word->act;
      Speaker speaker = speaker_near(cue, frame);
      candidate.source_head = speaker.head;
      candidate.source_link = speaker.link;
      candidate.addressee_head = addressee_of(speech_, cue);
      if (candidate.addressee_head >= 0 && frame.words.contains(candidate.addressee_head))
        candidate.addressee_head = -1;
    }
    found_.push_back(std::move(candidate));
    return static_cast<int>(found_.size()) - 1;
  }

  // The tree's subject where it lies outside the quotation; else the noun beside the cue.
  Speaker speaker_near(int cue, const Surroundings& frame) const {
    if (tree_.is_verbal(cue)) {
      Speaker speaker = speaker_of(speech_, cue);
      if (speaker.head >= 0 && speech_.outer[static_cast<size_t>(speaker.head)] < 0) return speaker;
    }
    bool behind = frame.after.contains(cue);
    TokenSpan stretch = behind ? frame.after : frame.before;
    if (behind) {  // "said Lee" or "Lee said"
      int subject = noun_in({stretch.begin, cue});
      return {subject >= 0 ? subject : noun_in({cue + 1, stretch.end}), -1};
    }
    return {noun_in({stretch.begin, cue}), -1};
  }

  // The head of the first noun phrase in a stretch.
  int noun_in(TokenSpan span) const {
    for (int i = span.begin; i < span.end; ++i) {
      Pos pos = tree_.pos(i);
      if (pos != Pos::kNoun && pos != Pos::kPropn && pos != Pos::kPron) continue;
      while (tree_.dep(i) == Dep::kCompound && span.contains(tree_.head(i))) i = tree_.head(i);
      if (tree_.dep(i) == Dep::kPoss && span.contains(tree_.head(i))) i = tree_.head(i);
      return i;
    }
    return -1;
  }

  void add(AttributionCandidate& candidate, const Surroundings& frame) const {
    TokenSpan words = frame.words;
    // "The bill is "dead," Lee said": the words before it are his too.
    bool after_colon = frame.words.begin > 0 && tree_.words(frame.words.begin - 1).ends_with(":");
    bool cue_behind = candidate.cue_head >= frame.words.end && !after_colon;
    if (cue_behind && !frame.before.empty() && !frame.before.contains(candidate.cue_head) &&
        frame.after.contains(candidate.cue_head))
      words.begin = frame.before.begin;
    candidate.content.push_back(words);
    candidate.quotations.push_back(frame.quotation);
  }

  // --- what has no cue of its own ---
  // A quotation over several paragraphs is one speech: a cue anywhere in it is the cue of all.
  void continue_over_paragraphs() {
    for (size_t f = 1; f < frames_.size(); ++f)
      if (owner_[f] < 0 && continues(f)) owner_[f] = owner_[f - 1];
    for (size_t f = frames_.size(); f-- > 1;)
      if (owner_[f - 1] < 0 && continues(f)) owner_[f - 1] = owner_[f];
  }

  bool continues(size_t f) const {
    int before = speech_.quotations[static_cast<size_t>(frames_[f].quotation)].continues;
    return before >= 0 && frames_[f - 1].quotation == before;
  }

  // A quotation that is a sentence of its own goes on with the speech before it.
  int follow_on(size_t f) {
    const Surroundings& frame = frames_[f];
    if (!frame.before.empty() || frame.words.size() < 5) return -1;
    bool stands_alone = frame.after.empty() || !ends_open(frame);
    if (frame.after.size() > 0 && !closes_sentence(frame)) return -1;
    if (!stands_alone) return -1;
    if (f > 0 && owner_[f - 1] >= 0 && near(frames_[f - 1], frame)) return owner_[f - 1];
    // Speech reported in the sentence before: Lee criticised the plan. "It is mad."
    for (auto last = reported_from(frame.words.begin); last != reported_.begin();) {
      --last;
      if (frame.words.begin - last->cue_head >= kLongestBridge) return -1;
      if (!is_statement(last->act) || speech_.outer[static_cast<size_t>(last->cue_head)] >= 0) continue;
      return in_sentence_before(last->cue_head, frame.words.begin) ? candidate_for(last->cue_head, frame) : -1;
    }
    return -1;
  }

  // The first reported speech whose cue stands at `token` or behind it.
  std::vector<AttributionCandidate>::const_iterator reported_from(int token) const {
    return std::partition_point(reported_.begin(), reported_.end(),
                                [token](const AttributionCandidate& c) { return c.cue_head < token; });
  }

  bool closes_sentence(const Surroundings& frame) const {
    const Quotation& quotation = speech_.quotations[static_cast<size_t>(frame.quotation)];
    std::string_view inside = words_of(speech_.text(), quotation.inside);
    while (!inside.empty() && inside.back() == ' ') inside.remove_suffix(1);
    return !inside.empty() && std::string_view(".?!").find(inside.back()) != std::string_view::npos;
  }

  // No more than the cue, and at most one paragraph break, between two quotations of one speech.
  bool near(const Surroundings& earlier, const Surroundings& later) const {
    int between = later.words.begin - earlier.words.end;
    if (between <= 1) return true;
    int sentences = 0;
    for (int i = earlier.words.end; i < later.words.begin; ++i) sentences += ends_sentence(i) ? 1 : 0;
    return sentences <= 2 && between <= 30;
  }

  bool in_sentence_before(int token, int begin) const {
    int sentences = 0;
    for (int i = token; i < begin; ++i) {
      std::string_view word = tree_.words(i);
      if (word == "." || word == "?" || word == "!") ++sentences;
    }
    return sentences <= 1;
  }

  const SpeechText& speech_;
  const Tree& tree_;
  const std::vector<AttributionCandidate>& reported_;
  std::vector<Surroundings> frames_;
  std::vector<int> owner_;
  std::vector<AttributionCandidate> found_;
};

}  // namespace

bool is_break(std::string_view word) {
  return word == ":" || word == "-" || word == "--" || word == "—" || word == "–";
}

std::vector<AttributionCandidate> quoted(const SpeechText& speech, const std::vector<AttributionCandidate>& reported) {
  return Attacher(speech, reported).read();
}

}  // namespace sumario::read
