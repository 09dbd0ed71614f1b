package dev.redress.cli.verdict;

import dev.redress.cli.option.EnumChoice;
import dev.redress.v1.Verdict;

/** The four answers as values of an option. */
final class AnswerChoice extends EnumChoice<Verdict.Answer> {
  AnswerChoice() {
    super(Verdict.Answer.values());
  }
}
