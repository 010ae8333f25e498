#include "casefile/matters.h"

namespace sumario::casefile {
namespace {

// Replays the steps of one case in order of their days.
class Replay {
 public:
  void take(const ToldStep& step) {
    if (step.type() == "appeal") {
      if (ended_ && surely_after(step, position_.since)) reopen(step);
    } else if (step.type() == "overturn" && ended_ && !convicted_ && position_.status != "overturned") {
      // What was overturned was the acquittal or the dismissal, if the text puts it after that.
      if (surely_after(step, position_.since)) reopen(step);
    } else if (step.type() == "release") {
      if (arrested_ && !ended_ && weight_ <= meaning_of("arrest").weight) clear(step, meaning_of("arrest").weight);
    } else if (step.type() == "exonerate") {
      if (!ended_ && weight_ <= meaning_of("investigate").weight) clear(step, meaning_of("investigate").weight);
    } else if (step.meaning->stage == Stage::kEnd) {
      end(step);
    } else if (!step.meaning->status.empty()) {
      move(step);
    }
  }

  Position position() const {
    Position position = position_;
    position.ended = ended_ || cleared_up_to_ > 0;
    return position;
  }

 private:
  bool surely_after(const ToldStep& step, std::optional<Day> day) const {
    return step.from && day && *step.from > *day;
  }

  void move(const ToldStep& step) {
    const StepMeaning& meaning = *step.meaning;
    arrested_ |= step.type() == "arrest";
    convicted_ |= step.type() == "convict" || step.type() == "sentence";
    if (ended_) {
      if (!surely_after(step, position_.since)) return;  // told again; the end holds against it
      ended_ = false;
      weight_ = 0;
    }
    bool told_again = cleared_up_to_ >= meaning.weight && !surely_after(step, position_.since);
    if (told_again || meaning.weight <= weight_) return;
    cleared_up_to_ = 0;
    weight_ = meaning.weight;
    position_ = {meaning.status, step.day, false};
  }

  void end(const ToldStep& step) {
    if (ended_ && position_.status == step.meaning->status) return;
    if (!ended_) before_end_ = position_.status, weight_before_end_ = weight_;
    ended_ = true;
    cleared_up_to_ = 0;
    position_ = {step.meaning->status, step.day, true};
  }

  void clear(const ToldStep& step, int up_to) {
    weight_ = 0;
    cleared_up_to_ = up_to;
    position_ = {step.meaning->status, step.day, true};
  }

  void reopen(const ToldStep& step) {
    ended_ = false;
    weight_ = weight_before_end_;
    position_ = {before_end_, step.day, false};
  }

  Position position_;
  int weight_ = 0;
  bool ended_ = false;
  bool arrested_ = false;
  bool convicted_ = false;
  int cleared_up_to_ = 0;  // a release or an exoneration stands against retold steps up to this weight
  std::string_view before_end_ = "none";
  int weight_before_end_ = 0;
};

}  // namespace

Position position_of(const Matter& matter, Day as_of) {
  Replay replay;
  for (const ToldStep& step : matter.steps)
    if (!step.day || *step.day <= as_of) replay.take(step);
  return replay.position();
}

}  // namespace sumario::casefile
