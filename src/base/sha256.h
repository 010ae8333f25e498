// SHA-256 (FIPS 180-4) by OpenSSL: the names of documents.
#pragma once

#include <string>
#include <string_view>

namespace sumario {

// 64 lower-case hexadecimal digits. Throws std::runtime_error only where the system's OpenSSL has no SHA-256 at all.
// Thread-safe.
std::string sha256_hex(std::string_view bytes);

// The digest in base 64 (RFC 4648, section 4), as content security policies write it.
std::string sha256_base64(std::string_view bytes);

// True for exactly 64 lower-case hexadecimal digits.
bool is_sha256_hex(std::string_view text);

}  // namespace sumario
