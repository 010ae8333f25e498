// The few settings of a pipeline's config.cfg and meta.json that change what it computes.
// Format: https://github.com/explosion/confection (INI sections with JSON values).
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace sumario::nlp {

class ModelConfig {
 public:
  // `file` names config.cfg in errors. Errors: kDamaged (file and line).
  static Result<ModelConfig> parse(std::string_view text, std::string file);

  // The value as it is written, JSON, references resolved; "" where there is none.
  std::string_view raw(std::string_view section, std::string_view key) const;
  // A string value without its quotes; `otherwise` where there is none. kDamaged when it is no string.
  Result<std::string> string(std::string_view section, std::string_view key, std::string_view otherwise) const;
  // An array of strings; empty where there is none.
  Result<std::vector<std::string>> strings(std::string_view section, std::string_view key) const;
  bool is_true(std::string_view section, std::string_view key) const { return raw(section, key) == "true"; }

 private:
  tl::unexpected<Error> damaged(std::string_view section, std::string_view key, std::string_view reason) const;
  std::string file_;
  std::map<std::string, std::string, std::less<>> values_;  // "section:key"
};

}  // namespace sumario::nlp
