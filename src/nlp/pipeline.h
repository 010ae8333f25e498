// A spaCy v3 CNN pipeline, loaded as it lies on disk and run without Python. See docs/spacy.md for the computation.
#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "base/byte_range.h"
#include "base/result.h"
#include "nlp/analysis.h"

namespace sumario::nlp {

// What one worker scribbles on: buffers and per-word caches, reused from text to text. Not thread-safe: one per thread.
// Belongs to the pipeline it was first used with. Its memory is bounded whatever it is fed.
class Scratch {
 public:
  Scratch();
  ~Scratch();
  Scratch(Scratch&&) noexcept;
  Scratch& operator=(Scratch&&) noexcept;
  struct State;
  std::unique_ptr<State> state;
};

// Immutable after loading; one const pipeline serves all threads.
class Pipeline {
 public:
  // Loads a pipeline directory (holding config.cfg), a directory that holds one, or a wheel (.whl).
  // Errors: kNotFound, kUnreadable, kDamaged (names the file and the field), kUnsupported (names the architecture).
  static Result<std::unique_ptr<const Pipeline>> load(const std::filesystem::path& path);
  ~Pipeline();

  // Analyses each segment as a text of its own (a title, a paragraph): trees, names and sentences never cross from one
  // to the next. Segments ascend and do not overlap; bytes outside of them get no token. `text` is valid UTF-8.
  // Linear in the length of the segments. Thread-safe with one Scratch per thread; the same text always gives the same
  // analysis.
  Analysis analyse(std::string_view text, std::span<const ByteRange> segments, Scratch& scratch) const;
  // The whole text as one segment.
  Analysis analyse(std::string_view text, Scratch& scratch) const;

  const std::string& name() const;      // "en_core_web_md"
  const std::string& version() const;   // "3.8.0"
  const std::string& language() const;  // "en"

  struct Parts;

 private:
  explicit Pipeline(std::unique_ptr<const Parts> parts);
  std::unique_ptr<const Parts> parts_;
};

}  // namespace sumario::nlp
