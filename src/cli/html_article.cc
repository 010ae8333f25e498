#include "cli/html_article.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <span>
#include <unordered_map>

#include "cli/claim_words.h"
#include "cli/day_words.h"
#include "record/names.h"

namespace sumario::cli {
namespace {

struct PersonMention {
  ByteRange range;
  size_t person = 0;  // its number on the page, from 1
  bool first = false;
};

// Blocks, and the claims whose evidence begins in them; half-open.
struct Passage {
  size_t first_block = 0, end_block = 0;
  size_t first_claim = 0, end_claim = 0;
};

class ArticleWriter {
 public:
  ArticleWriter(const Reading& reading, const Story& story, const PageNames& names)
      : reading_(reading), article_(reading.document), story_(story), names_(names) {
    for (size_t p = 0; p < story.people.size(); ++p) {
      const Entity& entity = *story.people[p].entity;
      numbers_[entity.id] = p + 1;
      for (const Mention& mention : entity.mentions)
        mentions_.push_back({mention.range, p + 1, &mention == &entity.mentions.front()});
    }
    std::sort(mentions_.begin(), mentions_.end(),
              [](const PersonMention& a, const PersonMention& b) { return a.range < b.range; });
  }

  std::string write(bool title) {
    std::string html;
    for (const Passage& passage : passages())
      if ((article_.blocks[passage.first_block].role == BlockRole::kTitle) == title) html += passage_html(passage);
    return html;
  }

 private:
  std::vector<Passage> passages() const {
    std::vector<Passage> found;
    size_t claim = 0;
    uint32_t reach = 0;  // the end of the evidence that began in the last passage
    for (size_t block = 0; block < article_.blocks.size(); ++block) {
      ByteRange range = article_.blocks[block].range;
      if (found.empty() || range.start >= reach) found.push_back({block, block, claim, claim});
      Passage& passage = found.back();
      passage.end_block = block + 1;
      for (; claim < reading_.claims.size() && reading_.claims[claim].evidence.range.start < range.end; ++claim)
        reach = std::max(reach, reading_.claims[claim].evidence.range.end);
      passage.end_claim = claim;
    }
    return found;
  }

  std::string passage_html(const Passage& passage) {
    begin(passage);
    std::string html = "<section class=\"passage\">\n<div class=\"text\">\n";
    for (size_t block = passage.first_block; block < passage.end_block; ++block) html += block_html(block);
    html += numbers_up_to(static_cast<uint32_t>(article_.text.size())) + "</div>\n";
    if (passage.first_claim < passage.end_claim) {
      html += "<ol class=\"notes\">\n";
      for (size_t claim = passage.first_claim; claim < passage.end_claim; ++claim)
        html += note_html(claim, claim - passage.first_claim + 1);
      html += "</ol>\n";
    }
    return html + "</section>\n";
  }

  // The claims of a passage, as the sweep over its text meets them.
  void begin(const Passage& passage) {
    first_claim_ = next_ = passage.first_claim;
    end_claim_ = passage.end_claim;
    open_.clear(), ending_.clear(), ended_ = 0;
    for (size_t claim = first_claim_; claim < end_claim_; ++claim) ending_.push_back(claim);
    std::stable_sort(ending_.begin(), ending_.end(),
                     [&](size_t a, size_t b) { return evidence(a).end < evidence(b).end; });
    uint32_t start = article_.blocks[passage.first_block].range.start;
    mention_ = std::partition_point(mentions_.begin(), mentions_.end(),
                                    [&](const PersonMention& m) { return m.range.start < start; }) -
               mentions_.begin();
    over_.clear();
    residue_ = std::partition_point(article_.residue.begin(), article_.residue.end(),
                                    [&](const Residue& r) { return r.range.end <= start; }) -
               article_.residue.begin();
  }

  std::string block_html(size_t block) {
    const Block& at = article_.blocks[block];
    std::set<uint32_t> cuts = {at.range.start, at.range.end};
    auto cut = [&](ByteRange range) {
      for (uint32_t place : {range.start, range.end})
        if (place > at.range.start && place < at.range.end) cuts.insert(place);
    };
    for (size_t claim : open_) cut(evidence(claim));
    for (size_t claim = next_; claim < end_claim_ && evidence(claim).start < at.range.end; ++claim)
      cut(evidence(claim));
    for (auto m = mention_; is_in(m, mentions_, at.range.end); ++m) cut(mentions_[static_cast<size_t>(m)].range);
    for (auto r = residue_; is_in(r, article_.residue, at.range.end); ++r)
      cut(article_.residue[static_cast<size_t>(r)].range);
    std::string html;
    for (auto place = cuts.begin(); std::next(place) != cuts.end(); ++place)
      html += piece_html({*place, *std::next(place)});
    return element_of(at.role, html);
  }

  template <typename Part>
  static bool is_in(ptrdiff_t i, const std::vector<Part>& parts, uint32_t end) {
    return i < std::ssize(parts) && parts[static_cast<size_t>(i)].range.start < end;
  }

  static std::string element_of(BlockRole role, const std::string& html) {
    std::string_view name = role == BlockRole::kTitle ? "h1" : role == BlockRole::kSubhead ? "h3" : "p";
    std::string note;
    if (role == BlockRole::kCaption || role == BlockRole::kCredit || role == BlockRole::kPromo ||
        role == BlockRole::kOther)
      note = fmt::format("<small class=\"role\">{}</small> ", name_of(role));
    return fmt::format("<{0} class=\"{1}\" dir=\"auto\">{2}{3}</{0}>\n", name, name_of(role), note, html);
  }

  std::string piece_html(ByteRange piece) {
    for (; next_ < end_claim_ && evidence(next_).start <= piece.start; ++next_) open_.push_back(next_);
    std::erase_if(open_, [&](size_t claim) { return evidence(claim).end <= piece.start; });
    std::string html = person_html(piece, residue_html(piece, escaped(words_of(article_.text, piece))));
    if (!open_.empty()) {
      size_t nearest = *std::min_element(open_.begin(), open_.end(), [&](size_t a, size_t b) {
        return std::pair(evidence(a).size(), claim_at(a).kind) < std::pair(evidence(b).size(), claim_at(b).kind);
      });
      std::string classes(name_of(claim_at(nearest).kind));
      for (size_t claim : open_) classes += claim_light(claim - first_claim_ + 1);
      html = fmt::format("<mark class=\"{}\">{}</mark>", classes, html);
    }
    return html + numbers_up_to(piece.end);
  }

  std::string person_html(ByteRange piece, std::string html) {
    for (; is_in(mention_, mentions_, piece.start + 1); ++mention_)
      over_.push_back(mentions_[static_cast<size_t>(mention_)]);
    std::erase_if(over_, [&](const PersonMention& m) { return m.range.end <= piece.start; });
    if (over_.empty()) return html;
    const PersonMention& inner = over_.back();
    std::string id;
    if (inner.first && inner.range.start == piece.start) id = fmt::format(" id=\"{}\"", names_.person(inner.person));
    return fmt::format("<span{} class=\"person{}\">{}</span>", id, person_light(inner.person), html);
  }

  std::string residue_html(ByteRange piece, std::string words) {
    while (is_in(residue_, article_.residue, piece.start) &&
           article_.residue[static_cast<size_t>(residue_)].range.end <= piece.start)
      ++residue_;
    if (!is_in(residue_, article_.residue, piece.end)) return words;
    const Residue& residue = article_.residue[static_cast<size_t>(residue_)];
    std::string why =
        residue.range.start >= piece.start
            ? fmt::format("<small class=\"role\">not the article’s own: {}</small> ", name_of(residue.why))
            : "";
    return why + "<span class=\"residue\">" + words + "</span>";
  }

  // The numbers of the claims whose evidence ends by `end`, each leading to its note.
  std::string numbers_up_to(uint32_t end) {
    std::string html;
    for (; ended_ < ending_.size() && evidence(ending_[ended_]).end <= end; ++ended_) {
      size_t claim = ending_[ended_];
      const Claim& told = claim_at(claim);
      std::string who = who_in_words(told, story_.names);
      html += fmt::format(
          "<a class=\"number {}{}\" id=\"{}\" href=\"#{}\" aria-label=\"{}\">{}{}</a>", name_of(told.kind),
          claim_light(claim - first_claim_ + 1), names_.words_of(claim + 1), names_.note_of(claim + 1),
          escaped(fmt::format("claim {}: {} {}", claim + 1, who, deed_in_words(told))), sign_of(told.kind), claim + 1);
    }
    return html.empty() ? html : "<sup>" + html + "</sup>";
  }

  std::string note_html(size_t claim, size_t light) {
    const Claim& told = claim_at(claim);
    std::string html = fmt::format(
        "<li id=\"{}\" class=\"{}{}\"><a class=\"number\" href=\"#{}\" aria-label=\"to the words of claim "
        "{}\">{}{}</a> ",
        names_.note_of(claim + 1), name_of(told.kind), claim_light(light), names_.words_of(claim + 1), claim + 1,
        sign_of(told.kind), claim + 1);
    html += who_html(told);
    html += fmt::format("<span class=\"deed\">{}</span>", escaped(deed_in_words(told)));
    if (std::string_view modality = modality_in_words(told.modality); !modality.empty())
      html += fmt::format(" <em class=\"modality\">{}</em>", modality);
    for (const std::string& detail : details_of(told, story_.names)) html += " · " + isolated(detail);
    if (told.time)
      if (std::string days = in_words(told.time->days); !days.empty())
        html += " · <span class=\"when\">" + days + "</span>";
    if (std::string sources = sources_in_words(told, story_.names); !sources.empty())
      html += " <span class=\"sources\">" + isolated(sources) + "</span>";
    return html + "</li>\n";
  }

  std::string who_html(const Claim& claim) const {
    auto fillers = claim.roles.find(std::string(main_role_of(claim.kind)));
    if (fillers == claim.roles.end()) return "";
    std::string html;
    for (const Filler& filler : fillers->second) {
      auto number = filler.entity ? numbers_.find(*filler.entity) : numbers_.end();
      std::string light = number == numbers_.end() ? "" : person_light(number->second);
      html += fmt::format("{}<b class=\"who{}\">{}</b>", html.empty() ? "" : ", ", light,
                          isolated(name_of_filler(filler, story_.names)));
    }
    return html + " ";
  }

  const Claim& claim_at(size_t claim) const { return reading_.claims[claim]; }
  ByteRange evidence(size_t claim) const { return claim_at(claim).evidence.range; }

  const Reading& reading_;
  const Article& article_;
  const Story& story_;
  const PageNames& names_;
  std::unordered_map<std::string, size_t> numbers_;  // of people, by entity
  std::vector<PersonMention> mentions_;              // in text order

  // Where the sweep over a passage stands.
  size_t first_claim_ = 0, end_claim_ = 0, next_ = 0;
  std::vector<size_t> open_;    // claims whose evidence holds the piece
  std::vector<size_t> ending_;  // the passage's claims by the end of their evidence
  size_t ended_ = 0;
  ptrdiff_t mention_ = 0, residue_ = 0;
  std::vector<PersonMention> over_;  // mentions that hold the piece, the widest first
};

}  // namespace

std::string passages(const Reading& reading, const Story& story, const PageNames& names) {
  return ArticleWriter(reading, story, names).write(false);
}

std::string passage_of_title(const Reading& reading, const Story& story, const PageNames& names) {
  return ArticleWriter(reading, story, names).write(true);
}

}  // namespace sumario::cli
