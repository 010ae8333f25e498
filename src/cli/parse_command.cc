#include <fmt/format.h>

#include <memory>
#include <nlohmann/json.hpp>

#include "cli/command.h"
#include "cli/documents.h"
#include "cli/interrupt.h"
#include "cli/options.h"
#include "cli/resources.h"
#include "cli/terminal.h"
#include "nlp/characters.h"
#include "nlp/conllu.h"
#include "nlp/doc_json.h"
#include "nlp/tree_text.h"
#include "page/text/decode.h"

namespace sumario::cli {
namespace {

// spaCy's own limit for one text; keeps the memory of one analysis to some hundred megabytes.
constexpr size_t kMostCharacters = 1'000'000;

struct ParseOptions {
  std::vector<std::string> inputs;
  std::string format = "text";
  ResourcePaths paths;
};

// The `text` of a line of JSON Lines, which may be empty here.
Result<std::string> text_field(const page::Record& record) {
  auto json = nlohmann::json::parse(record.bytes, nullptr, false);
  if (!json.is_object()) return fail(ErrorCode::kDamaged, record.name + ": not a JSON object");
  auto text = json.find("text");
  if (text == json.end() || !text->is_string())
    return fail(ErrorCode::kDamaged, record.name + ": has no text; parse reads the field `text` as it stands");
  return text->get<std::string>();
}

// The text as it stands in the document: parsing shows what the pipeline makes of these very characters.
Result<std::string> text_of(const page::Record& record) {
  auto text =
      record.kind == page::RecordKind::kJson ? text_field(record) : page::decode_text(record.bytes, record.name);
  if (text && nlp::count_characters(*text) > kMostCharacters)
    return fail(ErrorCode::kTooLarge, fmt::format("{}: over {} characters", record.name, kMostCharacters));
  return text;
}

std::string shown(const nlp::Analysis& analysis, const std::string& format, const std::string& name) {
  if (format == "json") return nlp::doc_json(analysis) + "\n";
  return format == "conllu" ? nlp::conllu(analysis, name) : nlp::tree_text(analysis);
}

int run_parse(const ParseOptions& options) {
  Interrupt interrupt;
  auto pipeline = load_model(options.paths);
  if (!pipeline) return refuse(pipeline.error(), kCannotStart);
  DocumentStream documents(files_of(options.inputs), interrupt.token());
  nlp::Scratch scratch;
  int status = kDone;
  while (std::optional<Result<page::Record>> record = documents.next()) {
    Result<std::string> text = *record ? text_of(**record) : Result<std::string>(tl::unexpected(record->error()));
    if (!text) {
      status = refuse(text.error(), kSomeFailed);
      continue;
    }
    if (!print(shown((*pipeline)->analyse(*text, scratch), options.format, (*record)->name))) return kSomeFailed;
  }
  return interrupt.asked() ? kSomeFailed : status;
}

}  // namespace

void add_parse_command(CLI::App& app, Run& run) {
  auto options = std::make_shared<ParseOptions>();
  CLI::App* command = app.add_subcommand("parse", "Show tokens, tags, trees and names as the model sees them");
  add_model_option(*command, options->paths);
  command->add_option("--format", options->format, "text (a drawn tree), conllu, or json (spaCy's Doc.to_json())")
      ->check(CLI::IsMember({"text", "conllu", "json"}).description(""))
      ->type_name("FORMAT");
  command->add_option("FILE", options->inputs, "texts, or JSON Lines with `text`; - for standard input")->required();
  add_example(*command, "echo 'A judge acquitted Ann Lee on Monday.' | sumario parse -");
  command->callback([options, &run] { run = [options] { return run_parse(*options); }; });
}

}  // namespace sumario::cli
