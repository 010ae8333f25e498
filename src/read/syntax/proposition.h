// Who did what to whom, in one normal form: passives turned round, relative pronouns replaced by what they stand for,
// subjects of participles, infinitives and coordinated verbs understood, objects shared.
// Follows the deep syntactic relations of Enhanced Universal Dependencies, on ClearNLP trees.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "read/syntax/clause.h"
#include "read/syntax/tree.h"

namespace sumario::read {

enum class Relation : uint8_t {
  kSubject,      // who acts: active subject, "by" of a passive
  kObject,       // what is acted on: object, subject of a passive, head of a reduced relative
  kRecipient,    // indirect object
  kComplement,   // predicate noun or adjective: "pleaded guilty", "was named minister"
  kClause,       // complement clause; the argument is its verb
  kPreposition,  // object of the preposition `preposition`; may be a clause's verb ("of stealing")
  kPossessive,   // of a noun: "Lee's arrest", "his arrest"
  kCompound,     // of a noun: "fraud charges"
  kModifier,     // of a noun: adjective
  kAdverbial,    // adverb or adverbial noun phrase
  kAuxiliary,    // of a verb: "must return"
  kApposition,   // of a noun: the noun beside it that names the same, before or after it
};

// One argument. `head` is the head token of its phrase, coordination not yet expanded.
struct Argument {
  Relation relation = Relation::kObject;
  std::string_view preposition;  // lower case, "out of" where two hang together; only for kPreposition
  int head = -1;
  int marker = -1;          // token of the preposition; -1 for other relations
  bool understood = false;  // not written in this clause: a relative, controlled or shared argument
  int predicate = -1;       // whose argument it is
};

struct Proposition {
  int predicate = -1;
  bool passive = false;
  std::vector<Argument> arguments;

  // The first argument of that relation, or nullptr.
  const Argument* find(Relation relation) const;
  const Argument* find(std::string_view preposition) const;
};

// The arguments of the verb, noun or adjective at `predicate`. Bounded work: chains of clauses are followed for at most
// 12 steps, so a whole text costs time linear in its length.
Proposition proposition_at(const Tree& tree, int predicate);

// A phrase's head and the heads coordinated with it: "Lee and Ray" -> Lee, Ray; of a verb, the verbs that share its
// subject.
// Of an argument of `predicate` (or -1) only those that the predicate can mean: "Lee, who was charged, and Ray" -> Lee.
std::vector<int> coordinated(const Tree& tree, int head, int predicate = -1);

// Who is said to belong to the group that the predicate singles out, and the verb that says so: "those arrested
// *include* Lee", "Lee *is* one of three men charged", "among them *was* Lee"; nobody and -1 where nothing says so.
struct Members {
  int verb = -1;
  std::vector<int> heads;
};
Members members_of(const Tree& tree, int group, int predicate);

// What a quantity counts: "some of its troops" -> troops; the head itself where it counts nothing.
int counted(const Tree& tree, int head);

// The verb or copula that carries a noun predicate ("brought *charges*", "is under *investigation*"), -1 if none, and
// the preposition between them (-1 when the noun is object, passive subject or complement).
struct Carrier {
  int verb = -1;
  int preposition = -1;
};
Carrier carrier_of(const Tree& tree, int noun);

}  // namespace sumario::read
