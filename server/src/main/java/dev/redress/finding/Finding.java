package dev.redress.finding;

import dev.redress.identity.LineName;
import dev.redress.money.Money;

/**
 * Something that is wrong with a labor line, with what shows it.
 *
 * @param billed what the line says, at most {@value #TEXT_MAX} characters
 * @param expected what it would say by the rule, at most {@value #TEXT_MAX} characters
 * @param rule why: the clause or the setting, at most {@value #TEXT_MAX} characters
 * @param related the name of what it was compared with, such as another line, a request, a time
 *     entry or an agreement; empty where there is none
 * @param atStake what the charge is too high by if the finding stands; negative where it is too low
 *     (I8), nothing where no amount follows from it
 */
public record Finding(
    LineName line,
    FindingCode code,
    String billed,
    String expected,
    String rule,
    String related,
    Money atStake) {

  /** Most characters of a text. */
  public static final int TEXT_MAX = 400;

  public Finding {
    billed = cut(billed);
    expected = cut(expected);
    rule = cut(rule);
  }

  /** Whether the customer can ask for money because of it (I8). */
  public boolean isClaim() {
    return code.isClaimable() && atStake.minorUnits() > 0;
  }

  /** Both about one line and of one kind: the texts one after the other, the money together. */
  Finding and(Finding other) {
    return new Finding(
        line,
        code,
        billed + "; " + other.billed,
        expected + "; " + other.expected,
        rule + "; " + other.rule,
        related,
        atStake.plus(other.atStake));
  }

  private static String cut(String text) {
    if (text.length() <= TEXT_MAX) {
      return text;
    }
    int end = TEXT_MAX - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }
}
