// The words of the contract for each enumeration, both ways.
#pragma once

#include <optional>
#include <string_view>

#include "record/article.h"
#include "record/claim.h"
#include "record/entity.h"
#include "record/note.h"

namespace sumario {

std::string_view name_of(BlockRole value);      // "body"
std::string_view name_of(ResidueWhy value);     // "teaser"
std::string_view name_of(PublishedFrom value);  // "metadata"
std::string_view name_of(PageFlag value);       // "paywall"
std::string_view name_of(ClaimKind value);      // "proceeding"
std::string_view name_of(Modality value);       // "asserted"
std::string_view name_of(EntityKind value);     // "person"
std::string_view name_of(Gender value);         // "female"
std::string_view name_of(MentionForm value);    // "pronoun"
std::string_view name_of(NoteWhy value);        // "long_sentence"

// The value of that name; empty for any other word.
template <typename Enum>
std::optional<Enum> value_named(std::string_view name);

}  // namespace sumario
