// From an article to its reading: entities and claims, each with the words that say it.
#pragma once

#include <filesystem>
#include <memory>

#include "base/result.h"
#include "nlp/pipeline.h"
#include "record/reading.h"

namespace sumario::read {

// Immutable after loading; one reader serves all threads.
class Reader {
 public:
  // Loads frames and lexicons. Errors: kNotFound, kDamaged; the message names the file and the line.
  static Result<std::unique_ptr<const Reader>> load(const std::filesystem::path& knowledge);
  ~Reader();

  // Reads the article's blocks, its residue left out. The same article gives the same reading, whatever the thread.
  // An article whose language is not the pipeline's gets a reading without claims. Linear in the text.
  // What goes past a limit (read/limits.h) is left out and noted.
  Reading read(Article article, const nlp::Pipeline& pipeline, nlp::Scratch& scratch) const;
  // The same from an analysis of the article's text that is there already. Its tokens lie in readable_ranges(article).
  Reading read(const Article& article, nlp::Analysis analysis) const;

 private:
  void read_claims(nlp::Analysis analysis, Reading& reading) const;

  struct Parts;
  explicit Reader(std::unique_ptr<const Parts> parts);
  std::unique_ptr<const Parts> parts_;
};

}  // namespace sumario::read
