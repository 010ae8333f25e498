#include "nlp/model_files.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zip.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <map>
#include <optional>
#include <vector>

namespace sumario::nlp {

namespace fs = std::filesystem;

// Where the bytes come from.
struct ModelFiles::Store {
  virtual ~Store() = default;
  virtual bool has(const std::string& name) const = 0;
  virtual Result<std::string_view> bytes(const std::string& name) = 0;
  std::string shown_root;
};

namespace {

constexpr size_t kSizeLimit = size_t{2} << 30;
constexpr int kSearchDepth = 4;

// A whole file mapped for reading; pages are shared between processes and read only when touched.
class Mapping {
 public:
  static Result<Mapping> map(const fs::path& path) {
    const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (fd < 0) {
      const auto code = errno == ENOENT ? ErrorCode::kNotFound : ErrorCode::kUnreadable;
      return fail(code, fmt::format("{}: {}", path.string(), std::strerror(errno)));
    }
    struct stat status{};
    Mapping mapping;
    bool sound = ::fstat(fd, &status) == 0 && S_ISREG(status.st_mode);
    if (sound && status.st_size > 0) {
      mapping.size_ = static_cast<size_t>(status.st_size);
      mapping.data_ = ::mmap(nullptr, mapping.size_, PROT_READ, MAP_PRIVATE, fd, 0);
      sound = mapping.data_ != MAP_FAILED;
      if (!sound) mapping.data_ = nullptr;
    }
    ::close(fd);
    if (!sound) return fail(ErrorCode::kUnreadable, path.string() + ": cannot be mapped into memory");
    return mapping;
  }
  Mapping(Mapping&& other) noexcept
      : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}
  Mapping& operator=(Mapping&&) = delete;
  ~Mapping() {
    if (data_) ::munmap(data_, size_);
  }
  std::string_view bytes() const { return {static_cast<const char*>(data_), size_}; }

 private:
  Mapping() = default;
  void* data_ = nullptr;
  size_t size_ = 0;
};

struct DirectoryStore : ModelFiles::Store {
  fs::path root;
  std::map<std::string, Mapping> mapped;

  bool has(const std::string& name) const override {
    std::error_code error;
    return fs::is_regular_file(root / name, error);
  }
  Result<std::string_view> bytes(const std::string& name) override {
    if (auto known = mapped.find(name); known != mapped.end()) return known->second.bytes();
    auto mapping = Mapping::map(root / name);
    if (!mapping) return tl::unexpected(mapping.error());
    return mapped.emplace(name, std::move(*mapping)).first->second.bytes();
  }
};

struct ZipStore : ModelFiles::Store {
  zip_t* archive = nullptr;
  std::string prefix;  // of the names inside the archive
  std::map<std::string, std::string> inflated;

  ~ZipStore() override {
    if (archive) zip_discard(archive);
  }
  bool has(const std::string& name) const override { return zip_name_locate(archive, (prefix + name).c_str(), 0) >= 0; }
  Result<std::string_view> bytes(const std::string& name) override {
    if (auto known = inflated.find(name); known != inflated.end()) return std::string_view(known->second);
    const std::string shown = shown_root + "/" + name;
    zip_stat_t status;
    const zip_int64_t index = zip_name_locate(archive, (prefix + name).c_str(), 0);
    if (index < 0) return fail(ErrorCode::kNotFound, shown + ": no such file in the archive");
    if (zip_stat_index(archive, static_cast<zip_uint64_t>(index), 0, &status) != 0 || !(status.valid & ZIP_STAT_SIZE))
      return fail(ErrorCode::kDamaged, shown + ": no size in the archive");
    if (status.size > kSizeLimit) return fail(ErrorCode::kTooLarge, shown + ": over 2 GiB");
    zip_file_t* file = zip_fopen_index(archive, static_cast<zip_uint64_t>(index), 0);
    if (!file) return fail(ErrorCode::kDamaged, fmt::format("{}: {}", shown, zip_strerror(archive)));
    std::string content;
    // In pieces, so that a size the archive only claims costs no memory.
    constexpr size_t kPiece = 4 << 20;
    while (content.size() < status.size) {
      const size_t old = content.size();
      content.resize(std::min<size_t>(old + kPiece, status.size));
      const zip_int64_t read = zip_fread(file, content.data() + old, content.size() - old);
      content.resize(old + static_cast<size_t>(std::max<zip_int64_t>(read, 0)));
      if (read <= 0) break;
    }
    zip_fclose(file);
    if (content.size() != status.size) return fail(ErrorCode::kDamaged, shown + ": the archive entry is broken");
    return std::string_view(inflated.emplace(name, std::move(content)).first->second);
  }
};

// Of the names of config files, the one nearest to the top, then the first by name; a pipeline's own component
// folders hold none.
std::optional<std::string> nearest(std::vector<std::string> names) {
  if (names.empty()) return std::nullopt;
  return *std::ranges::min_element(names, [](const std::string& a, const std::string& b) {
    const auto depth = [](const std::string& name) { return std::ranges::count(name, '/'); };
    return std::pair(depth(a), std::string_view(a)) < std::pair(depth(b), std::string_view(b));
  });
}

constexpr std::string_view kConfig = "config.cfg";

Result<std::unique_ptr<ModelFiles::Store>> open_directory(const fs::path& path) {
  std::vector<std::string> found;
  std::error_code error;
  if (fs::is_regular_file(path / kConfig, error)) {
    found.emplace_back(kConfig);
  } else {
    auto entry = fs::recursive_directory_iterator(path, fs::directory_options::skip_permission_denied, error);
    for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
      if (entry.depth() >= kSearchDepth) entry.disable_recursion_pending();
      if (entry->path().filename() == kConfig) found.push_back(entry->path().lexically_relative(path).string());
    }
  }
  const auto config = nearest(std::move(found));
  if (!config)
    return fail(ErrorCode::kNotFound, path.string() + ": no spaCy pipeline in this directory (no config.cfg)");
  auto store = std::make_unique<DirectoryStore>();
  store->root = (path / *config).parent_path();
  store->shown_root = store->root.string();
  return store;
}

Result<std::unique_ptr<ModelFiles::Store>> open_archive(const fs::path& path) {
  int code = 0;
  auto store = std::make_unique<ZipStore>();
  store->archive = zip_open(path.c_str(), ZIP_RDONLY, &code);
  if (!store->archive) {
    zip_error_t error;
    zip_error_init_with_code(&error, code);
    auto failure = fail(code == ZIP_ER_OPEN || code == ZIP_ER_READ ? ErrorCode::kUnreadable : ErrorCode::kDamaged,
                        fmt::format("{}: not a wheel: {}", path.string(), zip_error_strerror(&error)));
    zip_error_fini(&error);
    return failure;
  }
  std::vector<std::string> found;
  const zip_int64_t count = zip_get_num_entries(store->archive, 0);
  for (zip_int64_t i = 0; i < count; ++i) {
    const char* name = zip_get_name(store->archive, static_cast<zip_uint64_t>(i), 0);
    if (!name) continue;
    const std::string_view view = name;
    if (view == kConfig || view.ends_with("/config.cfg")) found.emplace_back(view);
  }
  const auto config = nearest(std::move(found));
  if (!config) return fail(ErrorCode::kNotFound, path.string() + ": no spaCy pipeline in this archive (no config.cfg)");
  store->prefix = config->substr(0, config->size() - kConfig.size());
  store->shown_root = path.string();
  return store;
}

}  // namespace

Result<ModelFiles> ModelFiles::open(const fs::path& path) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (status.type() == fs::file_type::not_found) return fail(ErrorCode::kNotFound, path.string() + ": no such model");
  if (error) return fail(ErrorCode::kUnreadable, fmt::format("{}: {}", path.string(), error.message()));
  auto store = fs::is_directory(status) ? open_directory(path) : open_archive(path);
  if (!store) return tl::unexpected(store.error());
  return ModelFiles(std::move(*store));
}

ModelFiles::ModelFiles(std::unique_ptr<Store> store) : store_(std::move(store)) {}
ModelFiles::ModelFiles(ModelFiles&&) noexcept = default;
ModelFiles& ModelFiles::operator=(ModelFiles&&) noexcept = default;
ModelFiles::~ModelFiles() = default;

bool ModelFiles::has(std::string_view name) const { return store_->has(std::string(name)); }
Result<std::string_view> ModelFiles::bytes(std::string_view name) { return store_->bytes(std::string(name)); }
std::string ModelFiles::shown(std::string_view name) const { return fmt::format("{}/{}", store_->shown_root, name); }

}  // namespace sumario::nlp
