// Any bytes as a line of JSON Lines and as one JSON value: records or an Error that names the input.
#include <cstdlib>
#include <string>
#include <string_view>

#include "page/input/json_record.h"
#include "page/input/record_cutter.h"

namespace {

using namespace sumario;

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  std::string_view bytes(reinterpret_cast<const char*>(data), size);
  auto line = page::parse_json_record(bytes, "input");
  require(line || line.error().message.starts_with("input: "));
  auto values = page::json_value(page::ByteWindow(memory_bytes(bytes)), {"input", {}, 1 << 15});
  while (auto record = values->next()) {
    require(*record || record->error().message.starts_with("input"));
  }
  return 0;
}
