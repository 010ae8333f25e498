// What long and odd inputs cost: the processor time of the language runtime and of the reading at one and four times
// a length, and the growth. Linear work grows fourfold.
//   long_inputs_bench MODEL KNOWLEDGE [NAME…]
#include <fmt/format.h>

#include <algorithm>
#include <ctime>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "nlp/paragraphs_for_tests.h"
#include "nlp/pipeline.h"
#include "read/reader.h"

namespace {

using namespace sumario;

std::string repeated(std::string_view words, size_t times) {
  std::string text;
  for (size_t i = 0; i < times; ++i) text += words;
  return text;
}

// "Bakelomi": a name for every number.
std::string name_of(size_t number) {
  constexpr std::string_view kSyllables = "bakelomituraasedonavi";
  std::string name;
  for (size_t rest = number + 1000; rest > 0; rest /= 10) name += kSyllables.substr(2 * (rest % 10), 2);
  name[0] = static_cast<char>(name[0] - 'a' + 'A');
  return name;
}

std::string each(size_t count, const std::function<std::string(size_t)>& words) {
  std::string text;
  for (size_t i = 0; i < count; ++i) text += words(i);
  return text;
}

struct Input {
  std::string_view name;
  size_t unit;  // the count at one time
  std::function<std::string(size_t)> text;
};

std::string without_full_stop(size_t words) {
  constexpr std::string_view kClause =
      "the minister said that police had arrested Ann Lee in Lima on Monday and that a judge charged Bob Ray with "
      "fraud "
      "while he denied it , but ";
  return repeated(kClause, words / 28);
}

const std::vector<Input>& inputs() {
  static const std::vector<Input> kAll = {
      {"one sentence of 1 MB", 52'000, without_full_stop},
      {"a list of names", 12'500,
       [](size_t n) {
         return "Police arrested " + each(n, [](size_t i) { return "Mr " + name_of(i) + ", "; }) + "on Monday.";
       }},
      {"one word of 1 MB", 1 << 18, [](size_t n) { return std::string(n, 'x'); }},
      {"10,000 quotation marks", 2'500, [](size_t n) { return std::string(n, '"'); }},
      {"10,000 quotations", 2'500, [](size_t n) { return repeated("\"We lost,\" Lee said. ", n); }},
      {"10,000 quotations, open", 2'500, [](size_t n) { return repeated("He said \"no. ", n); }},
      {"10,000 quotations in one sentence", 2'500, [](size_t n) { return "Lee said " + repeated("\"no\" ", n); }},
      {"50,000 names", 12'500,
       [](size_t n) { return each(n, [](size_t i) { return "Ann " + name_of(i) + " was arrested. "; }); }},
      {"50,000 namesakes", 12'500,
       [](size_t n) { return each(n, [](size_t i) { return name_of(i) + " Lee met Lee. "; }); }},
      {"50,000 times one name", 12'500, [](size_t n) { return repeated("Ann Lee was arrested. ", n); }},
      {"20,000 bodies with acronyms", 5'000,
       [](size_t n) {
         return each(n, [](size_t i) { return "The " + name_of(i) + " Bank Company (BBC) was fined. "; });
       }},
      {"50,000 pronouns", 12'500, [](size_t n) { return "Ann Lee left. " + repeated("She left. ", n); }},
      {"20,000 dismissals", 5'000,
       [](size_t n) { return "Ann Lee was charged. " + repeated("Lee left. The case was dismissed. ", n); }},
      {"100,000 dates", 25'000,
       [](size_t n) {
         return each(n, [](size_t i) { return fmt::format("On {} May {} it rained. ", 1 + i % 28, 1900 + i % 120); });
       }},
      {"100,000 dates in a run", 25'000,
       [](size_t n) {
         return each(n, [](size_t i) { return fmt::format("{} May {}, ", 1 + i % 28, 1900 + i % 120); });
       }},
      {"100,000 years in a run", 25'000, [](size_t n) { return repeated("2012 ", n); }},
      {"100,000 number words", 25'000, [](size_t n) { return repeated("two ", n); }},
      {"50,000 brackets", 12'500,
       [](size_t n) { return "Lee " + std::string(n, '(') + "x" + std::string(n, ')') + " left."; }},
      {"brackets with words", 6'000, [](size_t n) { return "Lee " + repeated("( who said ", n) + repeated(") ", n); }},
      {"said that said that", 12'500, [](size_t n) { return repeated("Lee said that ", n) + "it rained."; }},
      {"of the arrest of", 12'500, [](size_t n) { return repeated("the arrest of ", n) + "Ann Lee"; }},
      {"and and", 12'500, [](size_t n) { return repeated("Ann and ", n) + "Bob were arrested."; }},
      {"arrested and", 12'500, [](size_t n) { return "Police " + repeated("arrested and ", n) + "charged Ann Lee."; }},
      {"titles", 12'500, [](size_t n) { return repeated("Minister ", n) + "Ann Lee resigned."; }},
      {"possessives", 12'500, [](size_t n) { return repeated("Lee's ", n) + "arrest"; }},
      // Sentences as long as are read, one after another.
      {"long sentences: and", 40,
       [](size_t n) { return repeated(repeated("Ann and ", 220) + "Bob were arrested.\n\n", n); }},
      {"long sentences: of", 40,
       [](size_t n) { return repeated(repeated("the arrest of ", 150) + "Ann Lee.\n\n", n); }},
      {"long sentences: said that", 40,
       [](size_t n) { return repeated(repeated("Lee said that ", 150) + "it rained.\n\n", n); }},
      {"long sentences: arrested and", 40,
       [](size_t n) { return repeated("Police " + repeated("arrested and ", 230) + "charged Ann Lee.\n\n", n); }},
      {"long sentences: names", 40,
       [](size_t n) {
         return repeated(
             "Police arrested " + each(150, [](size_t i) { return "Mr " + name_of(i) + ", "; }) + "on Monday.\n\n", n);
       }},
      {"long sentences: dates", 40,
       [](size_t n) {
         return repeated("It rained on " +
                             each(120, [](size_t i) { return fmt::format("{} May {}, ", 1 + i % 28, 1900 + i); }) +
                             ".\n\n",
                         n);
       }},
      {"long sentences: number words", 40, [](size_t n) { return repeated(repeated("two ", 450) + ".\n\n", n); }},
      {"long sentences: quotations", 40,
       [](size_t n) { return repeated("Lee said " + repeated("\"no\" ", 110) + ".\n\n", n); }},
      {"long sentences: titles", 40,
       [](size_t n) { return repeated(repeated("Minister ", 450) + "Ann Lee resigned.\n\n", n); }},
      {"long sentences: possessives", 40,
       [](size_t n) { return repeated(repeated("Lee's ", 220) + "arrest.\n\n", n); }},
      {"long sentences: brackets", 40,
       [](size_t n) { return repeated("Lee " + repeated("( who said ", 90) + repeated(") ", 90) + ".\n\n", n); }},
      {"paragraphs of a word", 25'000, [](size_t n) { return repeated("Lee\n\n", n); }},
      {"labels", 5'000, [](size_t n) { return repeated("LEE: I did not go.\n\n", n); }},
  };
  return kAll;
}

double thread_seconds() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

struct Cost {
  double runtime = 0, reading = 0;
  size_t bytes = 0, claims = 0, notes = 0;
};

Cost cost_of(std::string text, const nlp::Pipeline& pipeline, const read::Reader& reader) {
  Article article;
  article.text = std::move(text);
  article.published = parse_day("2020-11-19");
  const std::vector<ByteRange> segments = nlp::paragraphs_of(article.text);
  for (ByteRange segment : segments) article.blocks.push_back({BlockRole::kBody, segment});
  nlp::Scratch scratch;
  Cost cost;
  const double start = thread_seconds();
  nlp::Analysis analysis = pipeline.analyse(article.text, segments, scratch);
  const double analysed = thread_seconds();
  const Reading reading = reader.read(article, std::move(analysis));
  cost.runtime = analysed - start, cost.reading = thread_seconds() - analysed;
  cost.bytes = article.text.size(), cost.claims = reading.claims.size(), cost.notes = reading.notes.size();
  return cost;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    fmt::print(stderr, "usage: long_inputs_bench MODEL KNOWLEDGE [NAME…]\n");
    return 2;
  }
  auto pipeline = nlp::Pipeline::load(argv[1]);
  auto reader = read::Reader::load(argv[2]);
  if (!pipeline || !reader) {
    fmt::print(stderr, "{}\n", pipeline ? reader.error().message : pipeline.error().message);
    return 1;
  }
  fmt::print("{:34} {:>8} {:>9} {:>9} {:>9} {:>7} {:>8} {:>6}\n", "long inputs, seconds", "kB", "runtime", "reading",
             "at 1/4", "growth", "claims", "notes");
  for (const Input& input : inputs()) {
    if (argc > 3 && std::none_of(argv + 3, argv + argc, [&](const char* name) { return input.name == name; })) continue;
    const Cost one = cost_of(input.text(input.unit), **pipeline, **reader);
    const Cost four = cost_of(input.text(4 * input.unit), **pipeline, **reader);
    fmt::print("{:34} {:>8} {:>9.2f} {:>9.3f} {:>9.3f} {:>7.1f} {:>8} {:>6}\n", input.name, four.bytes / 1000,
               four.runtime, four.reading, one.reading, four.reading / std::max(one.reading, 1e-4), four.claims,
               four.notes);
    std::fflush(stdout);
  }
}
