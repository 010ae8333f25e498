#include "read/reader.h"

#include <algorithm>
#include <utility>

#include "read/dateline.h"
#include "read/frames/allegations.h"
#include "read/frames/case_references.h"
#include "read/frames/claims.h"
#include "read/frames/dating.h"
#include "read/frames/endings.h"
#include "read/frames/guards.h"
#include "read/frames/matcher.h"
#include "read/frames/offices.h"
#include "read/frames/repeats.h"
#include "read/frames/statements.h"
#include "read/frames/ties.h"
#include "read/limits.h"
#include "read/names/cast.h"
#include "read/speech/speech.h"
#include "read/syntax/tree_repair.h"
#include "read/time/timex.h"

namespace sumario::read {
struct Reader::Parts {
  TreeRepair repair;
  TimeReader time;
  CastReader cast;
  SpeechReader speech;
  Matcher matcher;
  CaseReferences references;
  Wrongs wrongs;
  AllegationReader allegations;
  Guards guards;
  Ties ties;
  Dating dating;
  Lexicon like_offices;
};

Reader::Reader(std::unique_ptr<const Parts> parts) : parts_(std::move(parts)) {}
Reader::~Reader() = default;

Result<std::unique_ptr<const Reader>> Reader::load(const std::filesystem::path& knowledge) {
  auto repair = TreeRepair::load(knowledge);
  if (!repair) return tl::unexpected(repair.error());
  auto time = TimeReader::load(knowledge);
  if (!time) return tl::unexpected(time.error());
  auto cast = CastReader::load(knowledge);
  if (!cast) return tl::unexpected(cast.error());
  auto speech = SpeechReader::load(knowledge);
  if (!speech) return tl::unexpected(speech.error());
  auto matcher = Matcher::load(knowledge);
  if (!matcher) return tl::unexpected(matcher.error());
  auto wrongs = Wrongs::load(knowledge);
  if (!wrongs) return tl::unexpected(wrongs.error());
  auto allegations = AllegationReader::load(knowledge);
  if (!allegations) return tl::unexpected(allegations.error());
  auto guards = Guards::load(knowledge);
  if (!guards) return tl::unexpected(guards.error());
  auto references = CaseReferences::load(knowledge);
  if (!references) return tl::unexpected(references.error());
  auto ties = Ties::load(knowledge);
  if (!ties) return tl::unexpected(ties.error());
  auto dating = Dating::load(knowledge);
  if (!dating) return tl::unexpected(dating.error());
  auto like_offices = Lexicon::load(knowledge / "lexicons/like_offices.txt");
  if (!like_offices) return tl::unexpected(like_offices.error());
  auto parts = std::make_unique<const Parts>(Parts{std::move(*repair), std::move(*time), std::move(*cast),
                                                   std::move(*speech), std::move(*matcher), std::move(*references),
                                                   std::move(*wrongs), std::move(*allegations), std::move(*guards),
                                                   std::move(*ties), std::move(*dating), std::move(*like_offices)});
  return std::unique_ptr<const Reader>(new Reader(std::move(parts)));
}

Reading Reader::read(Article article, const nlp::Pipeline& pipeline, nlp::Scratch& scratch) const {
  Reading reading;
  reading.document = std::move(article);
  const Article& document = reading.document;
  if (document.language != pipeline.language()) return reading;

  std::vector<ByteRange> segments = readable_ranges(document);
  for (ByteRange& segment : segments) segment = without_frame(document.text, segment);
  read_claims(pipeline.analyse(document.text, segments, scratch), reading);
  return reading;
}

Reading Reader::read(const Article& article, nlp::Analysis analysis) const {
  Reading reading;
  reading.document = article;
  analysis.text = reading.document.text;
  read_claims(std::move(analysis), reading);
  return reading;
}

void Reader::read_claims(nlp::Analysis analysis, Reading& reading) const {
  const Article& document = reading.document;
  reading.notes = keep_to(Limits{}, analysis);
  parts_->repair.apply(analysis);
  Tree tree(analysis);
  std::vector<Timex> times = parts_->time.read(tree, document.published);
  Cast cast = parts_->cast.read(tree);
  std::vector<Attribution> attributions = parts_->speech.read(tree, cast);
  Scene scene{tree, cast, times, attributions};

  std::vector<Draft> drafts = parts_->matcher.match(scene);
  parts_->guards.spare_the_court(scene, drafts);
  auto append = [&drafts](std::vector<Draft> more) {
    drafts.insert(drafts.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  };
  parts_->references.complete(scene, drafts);
  leave_out_unasked(scene, parts_->matcher, drafts);
  complete_endings(scene, drafts);
  complete_investigations(scene, [this](std::string_view words) { return parts_->cast.country_of(words); }, drafts);
  append(parts_->allegations.read(scene, parts_->matcher, parts_->wrongs, drafts));
  parts_->guards.spare_the_court(scene, drafts);  // whom the steps above put in
  parts_->guards.apply(scene, parts_->wrongs, drafts);
  tell_ties_once(scene, drafts);
  append(offices_at_names(scene));
  tell_offices_once(scene, drafts);
  append(parts_->ties.at_names(scene));
  append(statements(scene));
  parts_->dating.date(
      scene, [this](std::string_view noun) { return parts_->matcher.is_trigger_noun(noun); }, document.published,
      drafts);
  leave_out_stray_steps(scene, drafts);
  leave_out_repeats(scene, parts_->like_offices, drafts);
  reading.entities = write_entities(scene);
  reading.claims = write_claims(scene, std::move(drafts), document.residue);
}

}  // namespace sumario::read
