// Steps of a case told without the name, in a document that proceeds against one person only: "the judge dropped the
// charges", "an investigation is under way".
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "read/frames/draft.h"
#include "read/frames/matcher.h"

namespace sumario::read {

// "The judge granted the request" grants what the document says was asked for: leaves such claims out (Draft::grants)
// where it says nothing of that, or where something else was asked for too.
void leave_out_unasked(const Scene& scene, const Matcher& matcher, std::vector<Draft>& drafts);

// Fills the open defendant of every dismissal, where exactly one entity is charged, arrested, tried or has pleaded in
// the document, and leaves out those that may only come and are
// told of nobody ("a reason for dismissing the case"). Never adds a defendant to a step that would accuse.
void complete_endings(const Scene& scene, std::vector<Draft>& drafts);

// Investigations told without their object. Their forum is the country, where their sentence names exactly one; their
// defendant the document's only one, where the same sentence tells another step against that person or against a
// pronoun
// ("an investigation is under way, but it is open whether he will be charged"). `country_of` gives the country a word
// names, or "".
void complete_investigations(const Scene& scene, const std::function<std::string(std::string_view)>& country_of,
                             std::vector<Draft>& drafts);

}  // namespace sumario::read
