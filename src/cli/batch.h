// Reads documents by several threads and hands their readings on in the order of the documents.
#pragma once

#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "base/result.h"
#include "cli/documents.h"
#include "cli/resources.h"
#include "page/article_reader.h"
#include "record/reading.h"

namespace sumario::cli {

// How many threads read when the command line does not say.
unsigned default_jobs();
void add_jobs_option(CLI::App& command, unsigned& jobs);

struct BatchOptions {
  unsigned jobs = 1;
  page::ArticleOptions article;
  // Told the SHA-256 of a document's bytes before it is read; true leaves it out. Called by one thread at a time.
  std::function<bool(const std::string& id)> skip = nullptr;
  std::stop_token stop = {};
};

struct BatchTally {
  uint64_t read = 0, skipped = 0, failed = 0;
};

// `keep` gets each reading, on the calling thread; an Error it returns counts as that document's failure. Each failure
// is named on standard error, and with `progress` a line there tells how far the work is.
BatchTally read_batch(DocumentStream& documents, const Resources& resources, const BatchOptions& options,
                      std::optional<uint64_t> total, bool progress, const std::function<Result<void>(Reading)>& keep);

}  // namespace sumario::cli
