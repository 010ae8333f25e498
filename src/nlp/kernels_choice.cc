#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cstdlib>
#include <cstring>
#include <new>

#include "base/ascii.h"
#include "nlp/kernels.h"

namespace sumario::nlp {

// Those of this machine, best first. Touches Highway's global state: called once, below.
std::vector<const Kernels*> highway_kernels();

namespace {

const std::vector<const Kernels*>& all_kernels() {
  static const std::vector<const Kernels*> all = [] {
    std::vector<const Kernels*> found = highway_kernels();
    found.push_back(&scalar_kernels());
    return found;
  }();
  return all;
}

}  // namespace

std::vector<std::string> kernel_names() {
  std::vector<std::string> names;
  for (const Kernels* kernels : all_kernels()) names.push_back(ascii_lowered(kernels->name));
  return names;
}

Result<const Kernels*> kernels_named(std::string_view name) {
  if (name.empty()) return all_kernels().front();
  for (const Kernels* kernels : all_kernels())
    if (ascii_lowered(kernels->name) == ascii_lowered(name)) return kernels;
  return fail(ErrorCode::kUnsupported, fmt::format("SUMARIO_ISA: no instruction set {} on this machine; it has {}",
                                                   name, fmt::join(kernel_names(), ", ")));
}

Result<const Kernels*> kernels_from_environment() {
  const char* name = std::getenv("SUMARIO_ISA");
  return kernels_named(name ? name : "");
}

void FloatBuffer::Free::operator()(float* data) const { ::operator delete[](data, std::align_val_t{64}); }

void FloatBuffer::reset(size_t size) {
  data_.reset();
  size_ = 0;
  if (size == 0) return;
  // Room for one vector more, so that a kernel may read a whole vector at the end of a row.
  const size_t room = size + kRowQuantum;
  data_.reset(static_cast<float*>(::operator new[](room * sizeof(float), std::align_val_t{64})));
  std::memset(data_.get(), 0, room * sizeof(float));
  size_ = size;
}

}  // namespace sumario::nlp
