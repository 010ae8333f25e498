// Where tests find the language pipeline they run with.
#pragma once

#include <cstdlib>
#include <filesystem>

namespace sumario::nlp {

// SUMARIO_MODEL, else the default pipeline beside the sources. It may be absent (make setup fetches it).
inline std::filesystem::path model_path_for_tests() {
  const char* named = std::getenv("SUMARIO_MODEL");
  return named ? std::filesystem::path(named) : std::filesystem::path(SUMARIO_SOURCE_DIR) / "models" / "en_core_web_md";
}

}  // namespace sumario::nlp
