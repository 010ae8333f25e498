// The files of a pipeline as they lie on disk: a directory, a directory that holds one, or a wheel.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

namespace sumario::nlp {

// Gives the bytes of files by their name within the pipeline ("tok2vec/model"). Files of a directory are mapped into
// memory, files of a wheel inflated when first asked for. Not thread-safe; the bytes are.
class ModelFiles {
 public:
  // `path` is a directory with config.cfg in it or up to four levels below (the one nearest to the top, then first by
  // name), or a .whl or .zip file with such a directory inside.
  // Errors: kNotFound, kUnreadable, kDamaged (not a zip archive), all naming the path.
  static Result<ModelFiles> open(const std::filesystem::path& path);
  ModelFiles(ModelFiles&&) noexcept;
  ModelFiles& operator=(ModelFiles&&) noexcept;
  ~ModelFiles();

  // True when the pipeline has the file.
  bool has(std::string_view name) const;
  // The bytes of a file, valid as long as this object (moving it does not matter). Errors: kNotFound, kUnreadable,
  // kDamaged (a broken archive entry), kTooLarge (over 2 GiB unpacked), all naming the file.
  Result<std::string_view> bytes(std::string_view name);
  // The name for messages: "<path given>/…/tok2vec/model".
  std::string shown(std::string_view name) const;

  struct Store;

 private:
  explicit ModelFiles(std::unique_ptr<Store> store);
  std::unique_ptr<Store> store_;
};

}  // namespace sumario::nlp
