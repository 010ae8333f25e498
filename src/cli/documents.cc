#include "cli/documents.h"

#include <algorithm>

namespace sumario::cli {
namespace {

namespace fs = std::filesystem;

bool is_hidden(const fs::path& path) { return path.filename().string().starts_with('.'); }

std::vector<fs::path> files_below(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code error;
  for (fs::recursive_directory_iterator at(folder, fs::directory_options::skip_permission_denied, error), end;
       !error && at != end; at.increment(error)) {
    std::error_code ignored;
    if (is_hidden(at->path())) {
      at.disable_recursion_pending();
    } else if (at->is_regular_file(ignored)) {
      files.push_back(at->path());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

std::vector<fs::path> files_of(const std::vector<std::string>& arguments) {
  std::vector<fs::path> files;
  for (const std::string& argument : arguments) {
    std::error_code ignored;
    if (argument != "-" && !page::is_address(argument) && fs::is_directory(argument, ignored)) {
      std::vector<fs::path> below = files_below(argument);
      files.insert(files.end(), below.begin(), below.end());
    } else {
      files.emplace_back(argument);
    }
  }
  return files;
}

Result<page::RecordReader> DocumentStream::open(const fs::path& file) {
  if (!page::is_address(file.string())) return page::RecordReader::open(file, stop_);
  if (!fetcher_)
    return fail(ErrorCode::kUnsupported, file.string() + ": this command fetches nothing; read, add and page do");
  Result<page::Fetched> fetched = fetcher_->fetch(file.string());
  if (!fetched) return tl::unexpected(fetched.error());
  return page::records_of(std::move(*fetched));
}

std::optional<Result<page::Record>> DocumentStream::next() {
  while (!stop_.stop_requested()) {
    if (!open_) {
      if (next_file_ == files_.size()) return std::nullopt;
      Result<page::RecordReader> reader = open(files_[next_file_++]);
      if (!reader) return tl::unexpected(reader.error());
      open_.emplace(std::move(*reader));
    }
    if (std::optional<Result<page::Record>> record = open_->next()) return record;
    open_.reset();
  }
  return std::nullopt;
}

std::optional<uint64_t> count_documents(const std::vector<fs::path>& files, std::stop_token stop) {
  auto is_unseen = [](const fs::path& file) { return file == "-" || page::is_address(file.string()); };
  if (std::any_of(files.begin(), files.end(), is_unseen)) return std::nullopt;
  DocumentStream documents(files, stop);
  uint64_t count = 0;
  while (documents.next()) ++count;
  return count;
}

}  // namespace sumario::cli
