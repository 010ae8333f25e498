// Expected failure as a value. Functions that can fail on outside input return Result<T>; exceptions end a job.
// The library never prints, exits or aborts; what went wrong travels in Error.
#pragma once

#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace sumario {

enum class ErrorCode {
  kNotFound,     // a file, person or document that is not there
  kUnreadable,   // exists, but the system would not give its bytes
  kDamaged,      // bytes that do not hold what their format promises
  kUnsupported,  // sound, but of a kind or version that is not handled
  kTooLarge,     // over a stated limit
  kInvalid,      // a value the caller gave that cannot be used (a date, an option)
  kBusy,         // held by another process
  kFull,         // no room left on the disk
};

// `message` is one line for a person: what failed, where (file, record, field), and what to do if that is known.
struct Error {
  ErrorCode code;
  std::string message;
};

template <typename T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> fail(ErrorCode code, std::string message) {
  return tl::unexpected<Error>(Error{code, std::move(message)});
}

}  // namespace sumario
