// What newspapers put around a paragraph that is no part of its sentence, and that the parser would take for its subject:
// a dateline in front ("SANTA ANA - A man was arrested", "LONDON, Nov 19 (Agency) — ") and a site's name behind a headline
// ("Three indicted for fraud - The Brooklyn District Attorney's Office").
#pragma once

#include <string_view>

#include "base/byte_range.h"

namespace sumario::read {

// The segment without its dateline and site name; itself where it has neither. Never empty. Pure.
ByteRange without_frame(std::string_view text, ByteRange segment);

}  // namespace sumario::read
