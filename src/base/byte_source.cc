#include "base/byte_source.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <optional>

namespace sumario {
namespace {

class DescriptorSource final : public ByteSource {
 public:
  DescriptorSource(int descriptor, bool owned, std::string name, std::stop_token stop)
      : descriptor_(descriptor), owned_(owned), name_(std::move(name)), stop_(std::move(stop)) {}
  ~DescriptorSource() override {
    if (owned_) ::close(descriptor_);
  }
  DescriptorSource(const DescriptorSource&) = delete;  // owns the descriptor
  DescriptorSource& operator=(const DescriptorSource&) = delete;

  Result<size_t> read(std::span<char> buffer) override {
    if (error_) return tl::unexpected(*error_);
    while (!ended_) {
      if (!wait()) break;
      ssize_t count = ::read(descriptor_, buffer.data(), buffer.size());
      if (count > 0) return static_cast<size_t>(count);
      if (count == 0) break;
      if (errno == EINTR || errno == EAGAIN) continue;
      error_ = Error{ErrorCode::kUnreadable, fmt::format("{}: {}", name_, std::strerror(errno))};
      return tl::unexpected(*error_);
    }
    ended_ = true;
    return size_t{0};
  }

 private:
  // Waits until a read will not block; false when asked to stop.
  bool wait() {
    while (stop_.stop_possible()) {
      if (stop_.stop_requested()) return false;
      pollfd waiting{descriptor_, POLLIN, 0};
      if (::poll(&waiting, 1, 100) > 0) return true;
    }
    return true;
  }

  int descriptor_;
  bool owned_;
  std::string name_;
  std::stop_token stop_;
  bool ended_ = false;
  std::optional<Error> error_;
};

class MemorySource final : public ByteSource {
 public:
  explicit MemorySource(std::string_view bytes) : bytes_(bytes) {}
  Result<size_t> read(std::span<char> buffer) override {
    size_t count = std::min(buffer.size(), bytes_.size());
    std::copy_n(bytes_.data(), count, buffer.data());
    bytes_.remove_prefix(count);
    return count;
  }

 private:
  std::string_view bytes_;
};

tl::unexpected<Error> system_failure(const std::string& name, int code) {
  bool missing = code == ENOENT || code == ENOTDIR;
  return fail(missing ? ErrorCode::kNotFound : ErrorCode::kUnreadable,
              fmt::format("{}: {}", name, std::strerror(code)));
}

}  // namespace

Result<std::unique_ptr<ByteSource>> open_bytes(const std::filesystem::path& path, std::stop_token stop) {
  if (path == "-") return std::make_unique<DescriptorSource>(STDIN_FILENO, false, "standard input", std::move(stop));
  std::string name = path.string();
  int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return system_failure(name, errno);
  auto source = std::make_unique<DescriptorSource>(descriptor, true, name, std::move(stop));
  struct stat facts;
  if (::fstat(descriptor, &facts) != 0) return system_failure(name, errno);
  if (S_ISDIR(facts.st_mode)) return system_failure(name, EISDIR);
  return source;
}

std::unique_ptr<ByteSource> memory_bytes(std::string_view bytes) { return std::make_unique<MemorySource>(bytes); }

Result<std::string> read_all(ByteSource& source, std::string_view name, size_t limit) {
  constexpr size_t kPiece = size_t{1} << 16;
  std::string bytes;
  for (;;) {
    size_t held = bytes.size();
    // One byte beyond the limit is room enough to see that there is more.
    bytes.resize(std::min(std::max(held + kPiece, 2 * held), limit + 1));
    auto count = source.read({bytes.data() + held, bytes.size() - held});
    if (!count) return tl::unexpected(std::move(count.error()));
    bytes.resize(held + *count);
    if (*count == 0) return bytes;
    if (bytes.size() > limit) {
      return fail(ErrorCode::kTooLarge, fmt::format("{}: larger than {}", name, size_text(limit)));
    }
  }
}

Result<std::string> read_file(const std::filesystem::path& path, size_t limit) {
  auto source = open_bytes(path);
  if (!source) return tl::unexpected(std::move(source.error()));
  return read_all(**source, path == "-" ? "standard input" : path.string(), limit);
}

std::string size_text(size_t bytes) {
  if (bytes >= 1 << 20 && bytes % (1 << 20) == 0) return fmt::format("{} MB", bytes >> 20);
  if (bytes >= 1 << 10 && bytes % (1 << 10) == 0) return fmt::format("{} kB", bytes >> 10);
  return fmt::format("{} bytes", bytes);
}

}  // namespace sumario
