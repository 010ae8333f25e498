// The project's own page knowledge, loaded once for the tests of this folder.
#pragma once

#include <cstdlib>
#include <iostream>

#include "page/text/page_knowledge.h"

namespace sumario::page {

inline const PageKnowledge& test_knowledge() {
  static const PageKnowledge kLoaded = [] {
    auto loaded = PageKnowledge::load(SUMARIO_SOURCE_DIR "/knowledge");
    if (loaded) return std::move(*loaded);
    std::cerr << loaded.error().message << '\n';
    std::abort();
  }();
  return kLoaded;
}

}  // namespace sumario::page
