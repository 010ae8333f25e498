// A file that is there whole or not at all.
#pragma once

#include <cstdio>
#include <filesystem>
#include <memory>
#include <string_view>

#include "base/result.h"

namespace sumario::cli {

// Written beside its place and moved there by keep(); gone where that is never called. Errors name the file:
// kUnreadable (cannot be made), kFull.
class OutputFile {
 public:
  static Result<std::unique_ptr<OutputFile>> begin(const std::filesystem::path& path);
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  Result<void> write(std::string_view bytes);
  Result<void> keep();

 private:
  OutputFile(std::filesystem::path path, std::filesystem::path draft, std::FILE* file)
      : path_(std::move(path)), draft_(std::move(draft)), file_(file) {}

  std::filesystem::path path_, draft_;
  std::FILE* file_;
};

}  // namespace sumario::cli
