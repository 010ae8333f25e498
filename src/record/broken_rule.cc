// The rules of the reading contract, checked over one reading.
#include <fmt/format.h>

#include <tuple>
#include <unordered_map>
#include <unordered_set>

#include "base/sha256.h"
#include "base/utf8.h"
#include "record/names.h"
#include "record/reading.h"

namespace sumario {
namespace {

auto order_of(const Claim& claim) {
  return std::tuple(claim.evidence.range.start, claim.evidence.range.end, claim.kind, std::string_view(claim.type));
}

// One pass over a reading that stops at the first broken rule.
class Rules {
 public:
  explicit Rules(const Reading& reading) : reading_(reading), text_(reading.document.text) {}

  std::string first_broken() {
    if (!document()) return broken_;
    for (const Entity& entity : reading_.entities) {
      if (!is_sound(entity)) return broken_;
    }
    for (size_t i = 0; i < reading_.claims.size(); ++i) {
      if (!is_sound(reading_.claims[i])) return broken_;
      if (i > 0 && order_of(reading_.claims[i]) < order_of(reading_.claims[i - 1])) {
        return reading_.claims[i].id + ": claims are not in order of their evidence";
      }
    }
    for (const Note& note : reading_.notes) {
      if (!on_boundaries("note", note.range)) return broken_;
    }
    return "";
  }

 private:
  // Notes what is broken; false, so that checks read as conditions.
  template <typename... Parts>
  bool broken(fmt::format_string<Parts...> format, Parts&&... parts) {
    broken_ = fmt::format(format, std::forward<Parts>(parts)...);
    return false;
  }

  bool on_boundaries(const std::string& what, ByteRange range) {
    if (range.empty()) return broken("{}: [{}, {}) is empty", what, range.start, range.end);
    if (range.end > text_.size()) return broken("{}: {} is beyond the text", what, range.end);
    if (!is_boundary(text_, range.start) || !is_boundary(text_, range.end)) {
      return broken("{}: [{}, {}) cuts a code point", what, range.start, range.end);
    }
    return true;
  }

  bool is_quoted(const std::string& what, ByteRange range, std::string_view quote) {
    if (!on_boundaries(what, range)) return false;
    if (words_of(text_, range) == quote) return true;
    return broken("{}: the text at [{}, {}) is not '{}'", what, range.start, range.end, quote);
  }

  template <typename Part>
  bool ascending(const std::string& what, const std::vector<Part>& parts) {
    for (size_t i = 0; i < parts.size(); ++i) {
      if (!on_boundaries(fmt::format("{} {}", what, i), parts[i].range)) return false;
      if (i > 0 && parts[i].range.start < parts[i - 1].range.end) {
        return broken("{} {}: overlaps or precedes the one before it", what, i);
      }
    }
    return true;
  }

  bool document() {
    const Article& article = reading_.document;
    if (!is_sha256_hex(article.id)) return broken("document: the id is no SHA-256");
    if (auto at = first_broken_utf8(text_)) return broken("document: the text is not UTF-8 at byte {}", *at);
    if (article.published.has_value() != article.published_from.has_value()) {
      return broken("document: published and published_from must come together");
    }
    return ascending("block", article.blocks) && ascending("residue", article.residue);
  }

  bool is_sound(const Entity& entity) {
    if (entity.id.empty()) return broken("an entity has no id");
    if (!kinds_.emplace(entity.id, entity.kind).second) return broken("{}: the id is given twice", entity.id);
    if (entity.name.empty()) return broken("{}: no name", entity.id);
    if (entity.mentions.empty()) return broken("{}: no mention", entity.id);
    for (size_t i = 0; i < entity.mentions.size(); ++i) {
      if (!on_boundaries(fmt::format("{} mention {}", entity.id, i), entity.mentions[i].range)) return false;
      if (i > 0 && entity.mentions[i].range <= entity.mentions[i - 1].range) {
        return broken("{}: mentions are not in text order", entity.id);
      }
    }
    return true;
  }

  bool is_sound(const std::string& what, const Filler& filler) {
    if (filler.entity && !kinds_.contains(*filler.entity)) return broken("{}: no entity {}", what, *filler.entity);
    return is_quoted(what, filler.range, filler.text);
  }

  bool roles_of_claim(const Claim& claim) {
    for (const auto& [role, fillers] : claim.roles) {
      if (!is_role_of(claim.kind, role)) {
        return broken("{}: '{}' is no role of {}", claim.id, role, name_of(claim.kind));
      }
      if (fillers.empty()) return broken("{}: role {} is empty", claim.id, role);
      for (const Filler& filler : fillers) {
        if (!is_sound(claim.id + " " + role, filler)) return false;
        if (filler.cue) return broken("{}: role {} has a cue", claim.id, role);
        if (role == "defendant" && filler.entity && kinds_.at(*filler.entity) == EntityKind::kLaw) {
          return broken("{}: a law is defendant", claim.id);
        }
      }
    }
    return true;
  }

  bool time_of_claim(const Claim& claim) {
    if (!claim.time) return true;
    const ClaimTime& time = *claim.time;
    if (time.days.from && time.days.to && *time.days.from > *time.days.to)
      return broken("{}: time ends before it begins", claim.id);
    if (time.text.has_value() != time.range.has_value()) {
      return broken("{}: the words of a time and their place must come together", claim.id);
    }
    return !time.range || is_quoted(claim.id + " time", *time.range, *time.text);
  }

  bool is_sound(const Claim& claim) {
    if (claim.id.empty()) return broken("a claim has no id");
    if (!claims_.insert(claim.id).second) return broken("{}: the id is given twice", claim.id);
    if (!is_type_of(claim.kind, claim.type)) {
      return broken("{}: '{}' is no type of {}", claim.id, claim.type, name_of(claim.kind));
    }
    if (!roles_of_claim(claim) || !time_of_claim(claim)) return false;
    for (const Filler& source : claim.sources) {
      if (!is_sound(claim.id + " source", source)) return false;
    }
    if (!is_quoted(claim.id + " evidence", claim.evidence.range, claim.evidence.quote)) return false;
    for (const Residue& residue : reading_.document.residue) {
      if (residue.range.overlaps(claim.evidence.range)) return broken("{}: the evidence lies on residue", claim.id);
    }
    if (claim.rule.empty()) return broken("{}: no rule", claim.id);
    if (!(claim.confidence >= 0 && claim.confidence <= 1)) return broken("{}: confidence beyond 0 to 1", claim.id);
    return true;
  }

  const Reading& reading_;
  std::string_view text_;
  std::unordered_map<std::string, EntityKind> kinds_;  // of the entities seen
  std::unordered_set<std::string> claims_;
  std::string broken_;
};

}  // namespace

std::string broken_rule(const Reading& reading) { return Rules(reading).first_broken(); }

}  // namespace sumario
