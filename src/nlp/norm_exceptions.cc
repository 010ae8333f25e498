// Norms that spaCy keeps in code for all languages: currency signs, quotes and dashes share one embedding row each.
// They are part of the format: no file of a pipeline holds them. Source: spacy/lang/norm_exceptions.py.
#include "nlp/norm_exceptions.h"

#include <unordered_map>

namespace sumario::nlp {

std::string_view base_norm(std::string_view text) {
  static const std::unordered_map<std::string_view, std::string_view> norms = {
      {"'s", "'s"}, {"'S", "'s"}, {"’s", "'s"},  {"’S", "'s"}, {"’", "'"},   {"‘", "'"},   {"´", "'"},  {"`", "'"},
      {"”", "\""},  {"“", "\""},  {"''", "\""},  {"``", "\""}, {"´´", "\""}, {"„", "\""},  {"»", "\""}, {"«", "\""},
      {"‘‘", "\""}, {"’’", "\""}, {"？", "?"},   {"！", "!"},  {"，", ","},  {"；", ";"},  {"：", ":"}, {"。", "."},
      {"।", "."},   {"…", "..."}, {"—", "-"},    {"–", "-"},   {"--", "-"},  {"---", "-"}, {"——", "-"}, {"€", "$"},
      {"£", "$"},   {"¥", "$"},   {"฿", "$"},    {"US$", "$"}, {"C$", "$"},  {"A$", "$"},  {"₺", "$"},  {"₹", "$"},
      {"৳", "$"},   {"₩", "$"},   {"Mex$", "$"}, {"₣", "$"},   {"E£", "$"}};
  auto found = norms.find(text);
  return found == norms.end() ? std::string_view() : found->second;
}

}  // namespace sumario::nlp
