#include "nlp/msgpack.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bit>
#include <msgpack.hpp>

namespace sumario::nlp {
namespace {

using Kind = MsgpackValue::Kind;
using Node = MsgpackDocument::Node;

constexpr size_t kDepthLimit = 32;

// Appends one node for each value met.
class Recorder : public msgpack::null_visitor {
 public:
  explicit Recorder(std::vector<Node>& nodes) : nodes_(nodes) {}

  bool visit_nil() { return scalar(Kind::kNil, 0); }
  bool visit_boolean(bool value) { return scalar(Kind::kBool, value); }
  bool visit_positive_integer(uint64_t value) { return scalar(Kind::kUnsigned, value); }
  bool visit_negative_integer(int64_t value) { return scalar(Kind::kNegative, static_cast<uint64_t>(value)); }
  bool visit_float32(float value) { return scalar(Kind::kFloat, std::bit_cast<uint64_t>(static_cast<double>(value))); }
  bool visit_float64(double value) { return scalar(Kind::kFloat, std::bit_cast<uint64_t>(value)); }
  bool visit_str(const char* data, uint32_t size) { return bytes(Kind::kString, data, size); }
  bool visit_bin(const char* data, uint32_t size) { return bytes(Kind::kBinary, data, size); }
  bool visit_ext(const char*, uint32_t) { return false; }
  bool start_array(uint32_t size) { return open(Kind::kArray, size); }
  bool end_array() { return close(); }
  bool start_map(uint32_t size) { return open(Kind::kMap, size); }
  bool end_map() { return close(); }

 private:
  uint32_t count() const { return static_cast<uint32_t>(nodes_.size()); }
  Node& append(Kind kind) {
    Node& node = nodes_.emplace_back();
    node.kind = kind;
    node.next = count();
    node.size = 0;
    node.number = 0;
    return node;
  }
  bool scalar(Kind kind, uint64_t value) {
    append(kind).number = value;
    return true;
  }
  bool bytes(Kind kind, const char* data, uint32_t size) {
    Node& node = append(kind);
    node.data = data;
    node.size = size;
    return true;
  }
  bool open(Kind kind, uint32_t size) {
    if (depth_ == kDepthLimit) return false;
    open_[depth_++] = count();
    append(kind).size = size;
    return true;
  }
  bool close() {
    nodes_[open_[--depth_]].next = count();
    return true;
  }

  std::vector<Node>& nodes_;
  std::array<uint32_t, kDepthLimit> open_{};
  size_t depth_ = 0;
};

std::string_view name_of(Kind kind) {
  constexpr std::array<std::string_view, 9> kNames = {
      "nil", "a boolean", "a number", "a negative number", "a float", "a string", "a binary", "an array", "a map"};
  return kNames[static_cast<size_t>(kind)];
}

std::string is_not(Kind found, std::string_view wanted) {
  return fmt::format("is {} where {} was expected", name_of(found), wanted);
}

}  // namespace

Result<std::unique_ptr<const MsgpackDocument>> MsgpackDocument::decode(std::string_view bytes, std::string file) {
  std::unique_ptr<MsgpackDocument> document(new MsgpackDocument);
  document->file_ = std::move(file);
  if (bytes.size() > UINT32_MAX) return fail(ErrorCode::kTooLarge, document->file_ + ": over 4 GiB");
  Recorder recorder(document->nodes_);
  size_t end = 0;
  const bool whole = !bytes.empty() && msgpack::parse(bytes.data(), bytes.size(), end, recorder);
  if (!whole)
    return fail(ErrorCode::kDamaged, fmt::format("{}: not a MessagePack document (byte {} of {})", document->file_,
                                                 std::min(end, bytes.size()), bytes.size()));
  if (end != bytes.size())
    return fail(ErrorCode::kDamaged, fmt::format("{}: {} bytes after the end of its MessagePack document",
                                                 document->file_, bytes.size() - end));
  return document;
}

Result<std::unique_ptr<const MsgpackDocument>> MsgpackDocument::decode_nested(const MsgpackValue& outer) {
  auto bytes = outer.string();
  if (!bytes) return tl::unexpected(bytes.error());
  return decode(*bytes, outer.document_->file_ + ": " + outer.path());
}

Kind MsgpackValue::kind() const { return document_->nodes_[index_].kind; }

Result<bool> MsgpackValue::boolean() const {
  if (kind() != Kind::kBool) return damaged(is_not(kind(), "a boolean"));
  return document_->nodes_[index_].number != 0;
}

Result<uint64_t> MsgpackValue::unsigned_number() const {
  if (kind() != Kind::kUnsigned) return damaged(is_not(kind(), "a number of at least 0"));
  return document_->nodes_[index_].number;
}

Result<int64_t> MsgpackValue::number() const {
  const Node& node = document_->nodes_[index_];
  if (node.kind != Kind::kNegative && (node.kind != Kind::kUnsigned || node.number > INT64_MAX))
    return damaged(is_not(node.kind, "a whole number"));
  return static_cast<int64_t>(node.number);
}

Result<std::string_view> MsgpackValue::string() const {
  const Node& node = document_->nodes_[index_];
  if (!is_string()) return damaged(is_not(node.kind, "a string"));
  return std::string_view(node.data, node.size);
}

size_t MsgpackValue::size() const { return is_array() || is_map() ? document_->nodes_[index_].size : 0; }

Result<std::vector<MsgpackValue>> MsgpackValue::elements() const {
  if (!is_array()) return damaged(is_not(kind(), "an array"));
  std::vector<MsgpackValue> elements;
  elements.reserve(size());
  for (uint32_t i = index_ + 1; i < document_->nodes_[index_].next; i = document_->nodes_[i].next)
    elements.push_back({document_, i});
  return elements;
}

Result<std::vector<std::pair<MsgpackValue, MsgpackValue>>> MsgpackValue::entries() const {
  if (!is_map()) return damaged(is_not(kind(), "a map"));
  std::vector<std::pair<MsgpackValue, MsgpackValue>> entries;
  entries.reserve(size());
  for (uint32_t i = index_ + 1; i < document_->nodes_[index_].next;) {
    const uint32_t value = document_->nodes_[i].next;
    entries.emplace_back(MsgpackValue{document_, i}, MsgpackValue{document_, value});
    i = document_->nodes_[value].next;
  }
  return entries;
}

std::optional<MsgpackValue> MsgpackValue::find(std::string_view key) const {
  if (!is_map()) return std::nullopt;
  for (uint32_t i = index_ + 1; i < document_->nodes_[index_].next;) {
    const Node& node = document_->nodes_[i];
    if (MsgpackValue(document_, i).is_string() && std::string_view(node.data, node.size) == key)
      return MsgpackValue(document_, node.next);
    i = document_->nodes_[node.next].next;
  }
  return std::nullopt;
}

Result<MsgpackValue> MsgpackValue::at(std::string_view key) const {
  if (!is_map()) return damaged(is_not(kind(), "a map"));
  if (auto value = find(key)) return *value;
  return damaged(fmt::format("has no entry {}", key));
}

Result<MsgpackValue> MsgpackValue::at(size_t index) const {
  if (!is_array()) return damaged(is_not(kind(), "an array"));
  if (index >= size()) return damaged(fmt::format("has no element {}", index));
  uint32_t i = index_ + 1;
  for (; index > 0; --index) i = document_->nodes_[i].next;
  return MsgpackValue(document_, i);
}

std::string MsgpackValue::path() const {
  const auto& nodes = document_->nodes_;
  std::string path;
  for (uint32_t at = 0; at != index_;) {
    const bool map = nodes[at].kind == Kind::kMap;
    uint32_t child = at + 1;
    uint32_t key = child;
    for (size_t position = 0;; ++position) {
      key = child;
      if (map) child = nodes[child].next;
      if (index_ < nodes[child].next) {
        if (!map) path += fmt::format("[{}]", position);
        break;
      }
      child = nodes[child].next;
    }
    if (map) {
      if (!path.empty()) path += '.';
      const Node& name = nodes[key];
      path +=
          MsgpackValue(document_, key).is_string() ? std::string(name.data, name.size) : fmt::to_string(name.number);
    }
    if (index_ < child) break;  // a key of a map
    at = child;
  }
  return path.empty() ? "the document" : path;
}

tl::unexpected<Error> MsgpackValue::damaged(std::string_view reason) const {
  return fail(ErrorCode::kDamaged, fmt::format("{}: {} {}", document_->file_, path(), reason));
}

}  // namespace sumario::nlp
