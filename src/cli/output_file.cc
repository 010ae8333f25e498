#include "cli/output_file.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>

namespace sumario::cli {
namespace {

tl::unexpected<Error> failure(ErrorCode code, const std::filesystem::path& path, int why) {
  return fail(code, fmt::format("{}: cannot be written: {}", path.string(), std::strerror(why)));
}

}  // namespace

Result<std::unique_ptr<OutputFile>> OutputFile::begin(const std::filesystem::path& path) {
  std::filesystem::path draft = path;
  draft += ".part";
  std::FILE* file = std::fopen(draft.c_str(), "wb");
  if (!file) return failure(ErrorCode::kUnreadable, path, errno);
  return std::unique_ptr<OutputFile>(new OutputFile(path, std::move(draft), file));
}

OutputFile::~OutputFile() {
  if (!file_) return;
  std::fclose(file_);
  std::error_code ignored;
  std::filesystem::remove(draft_, ignored);
}

Result<void> OutputFile::write(std::string_view bytes) {
  if (std::fwrite(bytes.data(), 1, bytes.size(), file_) == bytes.size()) return {};
  return failure(ErrorCode::kFull, path_, errno);
}

Result<void> OutputFile::keep() {
  if (std::fflush(file_) != 0) return failure(ErrorCode::kFull, path_, errno);
  std::FILE* file = file_;
  file_ = nullptr;
  std::error_code error;
  if (std::fclose(file) != 0) return failure(ErrorCode::kFull, path_, errno);
  std::filesystem::rename(draft_, path_, error);
  return error ? Result<void>(failure(ErrorCode::kUnreadable, path_, error.value())) : Result<void>();
}

}  // namespace sumario::cli
