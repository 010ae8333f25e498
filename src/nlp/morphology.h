// Morphology strings in Universal Dependencies' form, as spaCy normalises them. Source: spacy/morphology.pyx.
#pragma once

#include <string>
#include <string_view>

namespace sumario::nlp {

// The normal form of a morphology string: "" for "_", else values sorted within features and features sorted.
std::string normal_morph(std::string_view morph);

}  // namespace sumario::nlp
