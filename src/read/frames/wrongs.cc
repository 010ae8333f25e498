#include "read/frames/wrongs.h"

namespace sumario::read {

Result<Wrongs> Wrongs::load(const std::filesystem::path& knowledge) {
  auto deeds = Lexicon::load(knowledge / "lexicons/wrongdoing.txt");
  if (!deeds) return tl::unexpected(deeds.error());
  auto offences = Lexicon::load(knowledge / "lexicons/offences.txt");
  if (!offences) return tl::unexpected(offences.error());
  return Wrongs(std::move(*deeds), std::move(*offences));
}

bool Wrongs::is_plain_deed(std::string_view verb) const {
  const std::string* value = deeds_.find(verb);
  return value && value->empty();
}

bool Wrongs::are_in(const Tree& tree, ByteRange words) const {
  for (int i = tree.token_at(words.start); i < tree.size() && tree.bytes(i).start < words.end; ++i)
    if (tree.pos(i) == nlp::Pos::kVerb && is_deed(tree.lemma(i))) return true;
  return name_offence(tree, words);
}

bool Wrongs::name_offence(const Tree& tree, ByteRange words) const {
  for (int i = tree.token_at(words.start); i < tree.size() && tree.bytes(i).start < words.end; ++i)
    if (offences_.has(tree.lemma(i))) return true;
  return false;
}

}  // namespace sumario::read
