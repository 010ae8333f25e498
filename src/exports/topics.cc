#include "exports/topics.h"

#include <set>

namespace sumario::exports {
namespace {

std::string_view topic_of(std::string_view status) {
  if (status == "convicted" || status == "sentenced") return "crime";
  if (status == "wanted") return "wanted";
  bool open = status == "investigated" || status == "arrested" || status == "charged" || status == "on trial";
  return open ? "poi" : "";
}

}  // namespace

std::vector<std::string> topics_of(const Dossier& dossier) {
  std::set<std::string> topics;
  for (const Standing& standing : dossier.standing)
    if (std::string_view topic = topic_of(standing.status); !topic.empty()) topics.emplace(topic);
  return {topics.begin(), topics.end()};
}

}  // namespace sumario::exports
