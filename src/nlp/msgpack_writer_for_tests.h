// Writes small MessagePack documents for tests. Sizes up to 65535.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace sumario::nlp {

class MsgpackWriter {
 public:
  MsgpackWriter& map(size_t size) { return head('\xde', size); }
  MsgpackWriter& array(size_t size) { return head('\xdc', size); }
  MsgpackWriter& nil() { return byte('\xc0'); }
  MsgpackWriter& boolean(bool value) { return byte(value ? '\xc3' : '\xc2'); }
  MsgpackWriter& text(std::string_view value) {
    head('\xda', value.size());
    bytes_ += value;
    return *this;
  }
  MsgpackWriter& number(uint64_t value) {
    byte('\xcf');
    for (int shift = 56; shift >= 0; shift -= 8) byte(static_cast<char>(value >> shift & 0xFF));
    return *this;
  }
  const std::string& bytes() const { return bytes_; }

 private:
  MsgpackWriter& byte(char value) {
    bytes_ += value;
    return *this;
  }
  MsgpackWriter& head(char kind, size_t size) {
    return byte(kind).byte(static_cast<char>(size >> 8 & 0xFF)).byte(static_cast<char>(size & 0xFF));
  }
  std::string bytes_;
};

}  // namespace sumario::nlp
