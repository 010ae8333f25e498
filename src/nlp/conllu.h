// An analysis in CoNLL-U, the format of Universal Dependencies treebanks.
// Format: https://universaldependencies.org/format.html
#pragma once

#include <string>

#include "nlp/analysis.h"

namespace sumario::nlp {

// One block per sentence with `# sent_id = <name>-<number>` and `# text = …`, a blank line after each. HEAD counts from
// 1 inside the sentence; a root has 0 and the relation root. MISC has SpaceAfter=No, SpacesAfter=… for other white
// space (escaped \n, \t, \s; whitespace tokens are not words in CoNLL-U and are folded into the word before), and
// NER=B-PERSON, NER=I-PERSON. The tag set and labels are the pipeline's own. A sentence of white space only is left
// out; a word whose head is white space hangs on that token's own head.
std::string conllu(const Analysis& analysis, std::string_view name);

}  // namespace sumario::nlp
