// One FollowTheMoney entity being put together: https://followthemoney.tech, model version 4.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sumario::exports {

class FtmEntity {
 public:
  FtmEntity(std::string id, std::string_view schema) : id_(std::move(id)), schema_(schema) {}

  const std::string& id() const { return id_; }
  // Each value once, in the order in which they come; "" and absent ones are passed over.
  FtmEntity& add(const char* property, std::optional<std::string_view> value);
  // Addresses of the web alone.
  FtmEntity& add_url(const char* property, const std::optional<std::string>& address);

  // {"id", "schema", "properties"} with a line end.
  std::string line() const;

 private:
  std::string id_, schema_;
  std::map<std::string, std::vector<std::string>> properties_;
};

// A stable id: the prefix and 16 digits of a hash of the parts.
std::string ftm_id(std::string_view prefix, const std::vector<std::string_view>& parts);

}  // namespace sumario::exports
