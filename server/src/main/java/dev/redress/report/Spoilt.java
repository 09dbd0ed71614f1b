package dev.redress.report;

import dev.redress.money.Money;
import java.util.Currency;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Lines that one cause makes hard to stand behind.
 *
 * @param lines how many
 * @param amount what they cost
 * @param daysLate how many days after the work it was logged, of each line that tells; sorted, and
 *     empty for all causes but LATE_LOGGED
 */
public record Spoilt(long lines, Money amount, List<Long> daysLate) {

  public Spoilt {
    daysLate = daysLate.stream().sorted().toList();
  }

  /** No lines. */
  static Spoilt nothing(Currency currency) {
    return new Spoilt(0, Money.zero(currency), List.of());
  }

  /** These lines and others. */
  Spoilt plus(Spoilt other) {
    return new Spoilt(
        lines + other.lines,
        amount.plus(other.amount),
        Stream.concat(daysLate.stream(), other.daysLate.stream()).toList());
  }

  /** Half of the lines that tell were logged so many days late or less; absent where none tells. */
  public OptionalLong medianDaysLate() {
    return daysLate.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(daysLate.get((daysLate.size() - 1) / 2));
  }
}
