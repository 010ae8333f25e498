// The documents a command line names, one after another.
#pragma once

#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "base/result.h"
#include "page/fetch/fetcher.h"
#include "page/input/records.h"

namespace sumario::cli {

// Files for the arguments: "-", addresses of the web and files as they stand, folders as all regular files below them,
// sorted, hidden ones left out. What does not exist stays, to fail when it is opened.
std::vector<std::filesystem::path> files_of(const std::vector<std::string>& arguments);

// All records of all files in order, those of addresses fetched when their turn comes. Not thread-safe.
class DocumentStream {
 public:
  // Without a fetcher, which must outlive the stream, an address is an error.
  DocumentStream(std::vector<std::filesystem::path> files, std::stop_token stop, page::Fetcher* fetcher = nullptr)
      : files_(std::move(files)), stop_(std::move(stop)), fetcher_(fetcher) {}

  // The next document, or the reason why a file or a record is none; empty at the end and after a stop request.
  std::optional<Result<page::Record>> next();

 private:
  Result<page::RecordReader> open(const std::filesystem::path& file);

  std::vector<std::filesystem::path> files_;
  std::stop_token stop_;
  page::Fetcher* fetcher_;
  size_t next_file_ = 0;
  std::optional<page::RecordReader> open_;
};

// How many documents the files hold, for progress; empty when standard input or an address is among them. Reads them
// all, without looking into the documents.
std::optional<uint64_t> count_documents(const std::vector<std::filesystem::path>& files, std::stop_token stop);

}  // namespace sumario::cli
