// MessagePack documents, read in place: strings and binaries are views of the bytes that were decoded.
// msgpack-cxx does the parsing; this layer keeps what it met in one flat list (memory grows with the bytes that are
// really there, never with a size a damaged header claims) and gives checked access whose errors name file and field.
// Format: https://github.com/msgpack/msgpack/blob/master/spec.md
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace sumario::nlp {

class MsgpackDocument;

// One value of a document: two words, copied freely, valid while the document and its bytes live.
class MsgpackValue {
 public:
  enum class Kind : uint8_t { kNil, kBool, kUnsigned, kNegative, kFloat, kString, kBinary, kArray, kMap };
  Kind kind() const;
  bool is_nil() const { return kind() == Kind::kNil; }
  bool is_array() const { return kind() == Kind::kArray; }
  bool is_map() const { return kind() == Kind::kMap; }
  // Strings and binaries alike: pipelines written by Python use both for names.
  bool is_string() const { return kind() == Kind::kString || kind() == Kind::kBinary; }

  // The value as the type named; kDamaged with file and field for any other.
  Result<bool> boolean() const;
  Result<uint64_t> unsigned_number() const;
  Result<int64_t> number() const;
  Result<std::string_view> string() const;

  // Number of elements of an array or entries of a map; 0 for anything else.
  size_t size() const;
  // Elements of an array in order; kDamaged for anything else.
  Result<std::vector<MsgpackValue>> elements() const;
  // Entries of a map in order, keys of any type; kDamaged for anything else.
  Result<std::vector<std::pair<MsgpackValue, MsgpackValue>>> entries() const;
  // The value under a string or binary key of a map: first match. Linear in the number of entries.
  std::optional<MsgpackValue> find(std::string_view key) const;
  // The same; kDamaged when this is not a map or has no such key.
  Result<MsgpackValue> at(std::string_view key) const;
  // Element `index` of an array; kDamaged when there is none. Linear in `index`.
  Result<MsgpackValue> at(size_t index) const;

  // "params[3].W": where the value stands in its document.
  std::string path() const;
  // The error for a value that is not what was expected: kDamaged, "<file>: <path> <reason>".
  tl::unexpected<Error> damaged(std::string_view reason) const;

 private:
  friend class MsgpackDocument;
  MsgpackValue(const MsgpackDocument* document, uint32_t index) : document_(document), index_(index) {}
  const MsgpackDocument* document_;
  uint32_t index_;
};

// A decoded document. Movable; values stay valid. Immutable, so safe from many threads.
class MsgpackDocument {
 public:
  // Decodes exactly one value that takes all of `bytes` (which must outlive the document). `file` names it in errors.
  // Errors: kDamaged (not MessagePack, cut off, followed by other bytes, an extension type, nested deeper than 32).
  static Result<std::unique_ptr<const MsgpackDocument>> decode(std::string_view bytes, std::string file);
  // Decodes a document that lies as a string or binary inside another; errors name the outer file and field.
  static Result<std::unique_ptr<const MsgpackDocument>> decode_nested(const MsgpackValue& outer);

  MsgpackValue root() const { return {this, 0}; }
  const std::string& file() const { return file_; }

  struct Node {
    union {
      const char* data;
      uint64_t number;
    };
    uint32_t size;  // bytes of a string, elements of an array, entries of a map
    uint32_t next;  // the node after this one and all it holds
    MsgpackValue::Kind kind;
  };

 private:
  friend class MsgpackValue;
  MsgpackDocument() = default;
  std::string file_;
  std::vector<Node> nodes_;  // depth first; map entries as key, value
};

}  // namespace sumario::nlp
