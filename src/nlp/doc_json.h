// An analysis in the shape of spaCy's Doc.to_json(), so that tools made for spaCy can read it.
#pragma once

#include <string>

#include "nlp/analysis.h"

namespace sumario::nlp {

// One line of JSON without a newline at its end: text, ents, sents, tokens with id, start, end, tag, pos, morph, lemma,
// dep and head. As in spaCy, offsets count code points and not bytes; a column that no token has a value for is left
// out.
std::string doc_json(const Analysis& analysis);

}  // namespace sumario::nlp
