// What a page says of itself comes from many places that contradict each other: every value is kept with its place.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace sumario::page {

// Where on a page a value stands. The names of the last column of knowledge/page/meta_tags.txt are these.
enum class Source : uint8_t {
  kJsonLd,
  kMicrodata,
  kRdfa,
  kOpenGraph,
  kTwitter,
  kDublinCore,
  kAnalytics,  // tags that publishers' analytics read: Parse.ly, Sailthru, Cxense
  kMetaTag,    // any other <meta>
  kLink,       // <link>
  kByline,     // an element of the page that is marked as its byline
  kTime,       // <time>
  kHeading,    // <h1>
  kTitleTag,   // <title>
  kAddress,    // the page's address
};

struct Candidate {
  std::string value;  // one line, clean UTF-8
  Source source = Source::kMetaTag;
};

}  // namespace sumario::page
