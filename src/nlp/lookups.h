// spaCy's lookup files (vocab/lookups.bin, lemmatizer/lookups/lookups.bin): named tables keyed by string ids.
// Source: spacy/lookups.py.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "nlp/msgpack.h"
#include "nlp/strings.h"

namespace sumario::nlp {

// One file. `bytes` must outlive it and all that is handed out.
class Lookups {
 public:
  // kDamaged where the bytes are no MessagePack map; the message names `file`.
  static Result<Lookups> load(std::string_view bytes, const std::string& file);

  bool has(std::string_view table) const { return document_->root().find(table).has_value(); }
  // Calls `visit` for each (string id, value) of the table; not at all where there is no such table. Passes on the
  // first error of `visit`; kDamaged names file and table when the table is no map from numbers.
  using Visit = std::function<Result<void>(StringId, const MsgpackValue&)>;
  Result<void> for_each(std::string_view table, const Visit& visit) const;

 private:
  explicit Lookups(std::unique_ptr<const MsgpackDocument> document) : document_(std::move(document)) {}
  std::unique_ptr<const MsgpackDocument> document_;
};

}  // namespace sumario::nlp
