#include "cli/standing_words.h"

#include <array>

namespace sumario::cli {
namespace {

constexpr std::array kStatuses = {
    StatusWords{"none", "nothing open", false},
    StatusWords{"accused", "accused", true},
    StatusWords{"investigated", "under investigation", true},
    StatusWords{"wanted", "wanted", true},
    StatusWords{"arrested", "arrested", true},
    StatusWords{"charged", "charged", true},
    StatusWords{"on trial", "on trial", true},
    StatusWords{"convicted", "convicted", true},
    StatusWords{"sentenced", "sentenced", true},
    StatusWords{"dismissed", "case dismissed", false},
    StatusWords{"acquitted", "acquitted", false},
    StatusWords{"overturned", "conviction overturned", false},
    StatusWords{"pardoned", "pardoned", false},
    StatusWords{"settled", "settled", false},
    StatusWords{"released", "released without charge", false},
};

}  // namespace

const StatusWords& status_in_words(std::string_view status) {
  for (const StatusWords& one : kStatuses)
    if (one.status == status) return one;
  return kStatuses.front();
}

std::string forum_in_words(const Standing& standing) {
  return standing.forum.empty() ? "Country not told" : standing.forum;
}

}  // namespace sumario::cli
