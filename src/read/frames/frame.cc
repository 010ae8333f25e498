#include "read/frames/frame.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>

#include "record/names.h"

namespace sumario::read {
namespace {

// Reads one file; every error carries file and line, and the first one stays.
class FrameParser {
 public:
  explicit FrameParser(const std::filesystem::path& file) : file_(file) {}

  Result<Frame> parse(std::string_view text) {
    toml::table root;
    try {
      root = toml::parse(text, file_.string());
    } catch (const toml::parse_error& error) {
      return fail(ErrorCode::kDamaged,
                  fmt::format("{}:{}: {}", file_.string(), error.source().begin.line, error.description()));
    }
    Frame frame;
    frame.file = file_;
    frame.name = file_.stem().string();
    allow(root, {"kind", "type", "about", "pattern", "example"});
    auto kind = value_named<ClaimKind>(string_in(root, "kind"));
    if (!kind) complain(root, "kind must be one of the contract's");
    frame.kind = kind.value_or(ClaimKind::kProceeding);
    frame.type = string_in(root, "type");
    auto types = types_of(frame.kind);
    if (std::find(types.begin(), types.end(), frame.type) == types.end())
      complain(root, fmt::format("\"{}\" is no type of {}", frame.type, name_of(frame.kind)));
    kind_ = frame.kind;
    for_each_table(root, "pattern", [&](const toml::table& t) { frame.patterns.push_back(pattern(t)); });
    for_each_table(root, "example", [&](const toml::table& t) { frame.examples.push_back(example(t)); });
    if (frame.patterns.empty()) complain(root, "a frame needs a [[pattern]]");
    if (!error_.empty()) return fail(ErrorCode::kDamaged, error_);
    return frame;
  }

 private:
  void complain(const toml::node& node, std::string_view what) {
    if (error_.empty()) error_ = fmt::format("{}:{}: {}", file_.string(), std::max(1u, node.source().begin.line), what);
  }

  void allow(const toml::table& table, std::set<std::string_view> keys) {
    for (auto&& [key, value] : table)
      if (!keys.contains(key.str())) complain(value, fmt::format("unknown key \"{}\"", key.str()));
  }

  std::string string_in(const toml::table& table, std::string_view key) {
    const toml::node* node = table.get(key);
    if (!node) return {};
    if (!node->is_string()) complain(*node, fmt::format("\"{}\" must be a string", key));
    return node->value_or(std::string());
  }

  bool flag_in(const toml::table& table, std::string_view key) {
    const toml::node* node = table.get(key);
    if (node && !node->is_boolean()) complain(*node, fmt::format("\"{}\" must be true or false", key));
    return node && node->value_or(false);
  }

  std::vector<std::string> strings_in(const toml::table& table, std::string_view key) {
    std::vector<std::string> found;
    const toml::node* node = table.get(key);
    if (!node) return found;
    if (node->is_string()) return {node->value_or(std::string())};
    const toml::array* list = node->as_array();
    if (!list)
      complain(*node, fmt::format("\"{}\" must be a list of strings", key));
    else
      for (const toml::node& item : *list) {
        if (!item.is_string()) complain(item, fmt::format("\"{}\" must be a list of strings", key));
        found.push_back(item.value_or(std::string()));
        if (std::count(found.begin(), found.end(), found.back()) > 1)
          complain(item, fmt::format("\"{}\" stands here twice", found.back()));
      }
    return found;
  }

  template <typename F>
  void for_each_table(const toml::table& table, std::string_view key, F&& f) {
    const toml::node* node = table.get(key);
    if (!node) return;
    const toml::array* list = node->as_array();
    if (!list) return complain(*node, fmt::format("write [[{}]]", key));
    for (const toml::node& item : *list) {
      if (const toml::table* t = item.as_table())
        f(*t);
      else
        complain(item, fmt::format("write [[{}]]", key));
    }
  }

  static std::vector<std::string> split(std::string_view text, char at) {
    std::vector<std::string> parts(1);
    for (char c : text) {
      if (c == at)
        parts.emplace_back();
      else
        parts.back().push_back(c);
    }
    for (std::string& part : parts) {
      while (!part.empty() && part.front() == ' ') part.erase(0, 1);
      while (!part.empty() && part.back() == ' ') part.pop_back();
    }
    return parts;
  }

  std::vector<RolePath> paths(const toml::node& node, std::string_view text) {
    auto parsed = parse_role_paths(text);
    if (parsed) return *parsed;
    complain(node, parsed.error().message);
    return {};
  }

  void role(const toml::node& node, RolePaths& roles, const std::string& name, std::string_view text) {
    auto allowed = roles_of(kind_);
    if (std::find(allowed.begin(), allowed.end(), name) == allowed.end())
      complain(node, fmt::format("\"{}\" is no role of {}", name, name_of(kind_)));
    roles[name] = paths(node, text);
  }

  // "face | be under: defendant = subject; court = before"
  CarrierRule carrier(const toml::node& node, std::string_view text) {
    CarrierRule rule;
    size_t colon = text.find(':');
    if (colon == text.npos) return complain(node, "a carrier is written \"verb | verb: role = path\""), rule;
    for (const std::string& verb : split(text.substr(0, colon), '|')) {
      size_t space = verb.find(' ');
      rule.verbs.push_back(verb.substr(0, space));
      std::string preposition = space == verb.npos ? "" : verb.substr(space + 1);
      if (rule.verbs.size() > 1 && preposition != rule.preposition)
        complain(node, "verbs of one carrier must share their preposition");
      rule.preposition = preposition;
    }
    for (const std::string& part : split(text.substr(colon + 1), ';')) {
      if (part.empty()) continue;
      auto sides = split(part, '=');
      if (sides.size() != 2)
        complain(node, "a carrier is written \"verb | verb: role = path; role = path\"");
      else
        role(node, rule.roles, sides[0], sides[1]);
    }
    return rule;
  }

  Reach reach_named(const toml::table& table, std::string_view word) {
    if (word == "party") return Reach::kParty;
    if (word == "deed") return Reach::kDeed;
    if (word != "owner") complain(table, "reach is \"party\", \"owner\" or \"deed\"");
    return Reach::kOwner;
  }

  Pattern pattern(const toml::table& table) {
    Pattern p;
    allow(table, {"verbs",        "nouns",        "roles",    "carriers",   "carried_only", "mutual",    "reach",
                  "people",       "not_under",    "needs",    "when",       "unless",       "modality",  "voice",
                  "takes_people", "takes_states", "definite", "known_case", "grants",       "confidence"});
    for (auto [key, nominal] : {std::pair{"verbs", false}, std::pair{"nouns", true}})
      for (const std::string& phrase : strings_in(table, key)) p.triggers.push_back({split(phrase, ' '), nominal});
    if (p.triggers.empty()) complain(table, "a pattern needs verbs or nouns");
    if (const toml::table* roles = table["roles"].as_table())
      for (auto&& [key, value] : *roles) role(value, p.roles, std::string(key.str()), value.value_or(std::string()));
    for (const std::string& text : strings_in(table, "carriers"))
      p.carriers.push_back(carrier(*table.get("carriers"), text));
    p.not_under = strings_in(table, "not_under");
    p.carried_only = flag_in(table, "carried_only");
    p.mutual = flag_in(table, "mutual");
    p.people = !table.contains("people") || flag_in(table, "people");
    if (std::string reach = string_in(table, "reach"); !reach.empty()) p.reach = reach_named(table, reach);
    p.takes_people = flag_in(table, "takes_people");
    p.takes_states = flag_in(table, "takes_states");
    p.definite = flag_in(table, "definite");
    p.known_case = flag_in(table, "known_case");
    p.grants = flag_in(table, "grants");
    for (const std::string& need : strings_in(table, "needs")) p.needs.push_back(split(need, '|'));
    for (auto [key, wanted] : {std::pair{"when", true}, std::pair{"unless", false}})
      for (const std::string& text : strings_in(table, key)) p.tests.emplace_back(paths(*table.get(key), text), wanted);
    if (std::string modality = string_in(table, "modality"); !modality.empty()) {
      p.modality = value_named<Modality>(modality);
      if (!p.modality) complain(table, "modality must be one of the contract's");
    }
    if (std::string voice = string_in(table, "voice"); !voice.empty()) {
      p.passive_only = voice == "passive";
      p.active_only = voice == "active";
      if (!p.passive_only && !p.active_only) complain(table, "voice is \"active\" or \"passive\"");
    }
    if (auto confidence = table["confidence"].value<double>()) p.confidence = *confidence;
    return p;
  }

  Example example(const toml::table& table) {
    allow(table, {"text", "gives"});
    Example e{string_in(table, "text"), strings_in(table, "gives"), static_cast<int>(table.source().begin.line)};
    if (e.text.empty()) complain(table, "an example needs a text");
    if (!table.get("gives")) complain(table, "an example says what it gives; [] for nothing");
    return e;
  }

  std::filesystem::path file_;
  ClaimKind kind_ = ClaimKind::kProceeding;
  std::string error_;
};

}  // namespace

Result<Frame> parse_frame(std::string_view text, const std::filesystem::path& file) {
  return FrameParser(file).parse(text);
}

Result<std::vector<Frame>> load_frames(const std::filesystem::path& folder) {
  std::error_code ignored;
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder, ignored))
    if (entry.path().extension() == ".toml") files.push_back(entry.path());
  if (files.empty()) return fail(ErrorCode::kNotFound, fmt::format("{}: no frames here", folder.string()));
  std::sort(files.begin(), files.end());
  std::vector<Frame> frames;
  for (const auto& file : files) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    if (!in) return fail(ErrorCode::kUnreadable, fmt::format("{}: cannot read this frame", file.string()));
    auto frame = parse_frame(text.view(), file);
    if (!frame) return tl::unexpected(frame.error());
    frames.push_back(std::move(*frame));
  }
  return frames;
}

}  // namespace sumario::read
