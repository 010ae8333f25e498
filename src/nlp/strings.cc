#include "nlp/strings.h"

#include <bit>
#include <cstring>

namespace sumario::nlp {
namespace {

static_assert(std::endian::native == std::endian::little, "MurmurHash64A is defined on little-endian words");

uint64_t murmur_hash_64a(std::string_view text, uint64_t seed) {
  constexpr uint64_t m = 0xc6a4a7935bd1e995;
  constexpr int r = 47;
  uint64_t h = seed ^ (text.size() * m);
  const char* at = text.data();
  for (size_t left = text.size(); left >= 8; left -= 8, at += 8) {
    uint64_t k;
    std::memcpy(&k, at, 8);
    k *= m;
    k ^= k >> r;
    k *= m;
    h ^= k;
    h *= m;
  }
  if (size_t tail = text.size() % 8) {
    uint64_t k = 0;
    std::memcpy(&k, at, tail);
    h ^= k;
    h *= m;
  }
  h ^= h >> r;
  h *= m;
  return h ^ (h >> r);
}

}  // namespace

StringId string_id(std::string_view text) {
  if (text.empty()) return 0;
  if (StringId symbol = symbol_number(text)) return symbol;
  return murmur_hash_64a(text, 1);
}

}  // namespace sumario::nlp
