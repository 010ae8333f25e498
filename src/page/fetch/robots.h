// robots.txt, what a site asks of programs that read it: RFC 9309.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace sumario::page {

// The most bytes of a robots.txt that count; the RFC asks for at least 500 kB.
inline constexpr size_t kRobotsLimit = size_t{512} << 10;

// The rules of one site for one program. Immutable; thread-safe.
class RobotsRules {
 public:
  // All is allowed.
  RobotsRules() = default;

  // The groups that name `product` ("sumario", whatever the case), all together; where there are none, those for "*".
  // Whatever cannot be understood is passed over, as is all beyond kRobotsLimit.
  static RobotsRules parse(std::string_view text, std::string_view product);

  // May this be fetched? `target` is path and query of an address ("/a?b=c"). The longest rule that matches decides,
  // "allow" among equals; paths compare as the RFC has it, whichever way they are percent-encoded. Linear in the
  // rules times the target, which past kTargetLimit bytes is allowed by no rule but an empty set of them.
  bool allows(std::string_view target) const;

  // What "Crawl-delay", which the RFC leaves to others, asks to leave between two requests; at most a minute.
  std::chrono::milliseconds delay() const { return delay_; }

 private:
  struct Rule {
    bool allow;
    std::string pattern;  // encoded alike; '*' any bytes, '$' at the end the end
  };
  std::vector<Rule> rules_;
  std::chrono::milliseconds delay_{0};
};

inline constexpr size_t kTargetLimit = 8192;

}  // namespace sumario::page
