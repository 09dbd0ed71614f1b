package dev.redress.agreement;

import dev.redress.money.Rate;
import dev.redress.time.Hours;
import java.time.LocalDate;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Hours that an agreement has paid for, in each of its periods anew.
 *
 * @param hours of a period, above 0 and at most 10,000
 * @param period how long it is; the first one begins with the agreement
 * @param carryOverMax what can be left at the end of a period and still be used in the next, from 0
 *     to 10,000 hours
 * @param overrunRate the price of covered hours beyond them; absent: as the rate card has it
 */
public record IncludedHours(
    Hours hours, Period period, Hours carryOverMax, @Nullable Rate overrunRate) {
  /** Most hours of a period, and most that can be carried over. */
  public static final Hours HOURS_MAX = new Hours(100_000_000);

  /** After how long the hours are there anew. */
  public enum Period {
    /** One month. */
    MONTH(1),
    /** Three months. */
    QUARTER(3),
    /** Twelve months. */
    YEAR(12);

    private final int months;

    Period(int months) {
      this.months = months;
    }
  }

  public IncludedHours {
    if (!hours.isPositive() || hours.compareTo(HOURS_MAX) > 0) {
      throw new IllegalArgumentException(
          "included hours of " + hours + " are not above 0 and at most " + HOURS_MAX);
    }
    if (carryOverMax.tenThousandths() < 0 || carryOverMax.compareTo(HOURS_MAX) > 0) {
      throw new IllegalArgumentException(
          "carry-over hours of " + carryOverMax + " are not from 0 to " + HOURS_MAX);
    }
  }

  /**
   * How the included hours of a period stand at the end of a day.
   *
   * @param validFrom the first day of the agreement, not after {@code date}
   * @param used covered work in any order; what was done before the agreement or after the day does
   *     not count
   */
  public Account account(LocalDate validFrom, LocalDate date, Collection<Use> used) {
    int last = periodOf(validFrom, date);
    long[] usedBy = new long[last + 1];
    for (Use use : used) {
      if (!use.workDate().isBefore(validFrom) && !use.workDate().isAfter(date)) {
        int index = periodOf(validFrom, use.workDate());
        usedBy[index] = Math.addExact(usedBy[index], use.hours().tenThousandths());
      }
    }
    long carried = 0;
    for (int index = 0; index < last; index++) {
      long left = hours.tenThousandths() + carried - usedBy[index];
      carried = Math.clamp(left, 0, carryOverMax.tenThousandths());
    }
    return new Account(
        beginOf(validFrom, last),
        beginOf(validFrom, last + 1).minusDays(1),
        hours,
        new Hours(carried),
        new Hours(usedBy[last]));
  }

  /**
   * The hours as they are used up from the first day of an agreement on.
   *
   * @param validFrom the first day of the agreement
   */
  public Ledger ledger(LocalDate validFrom) {
    return new Ledger(this, validFrom);
  }

  private int periodOf(LocalDate validFrom, LocalDate date) {
    int months = (date.getYear() - validFrom.getYear()) * 12;
    int index = (months + date.getMonthValue() - validFrom.getMonthValue()) / period.months;
    // The day of the month decides in the month in which a period begins.
    return beginOf(validFrom, index).isAfter(date) ? index - 1 : index;
  }

  /** Counted from the first day each time: after 31 January come 28 February and 31 March. */
  private LocalDate beginOf(LocalDate validFrom, int index) {
    return validFrom.plusMonths((long) index * period.months);
  }

  /** What is left of the included hours while covered work uses them up, day after day. */
  public static final class Ledger {
    private final IncludedHours terms;
    private final LocalDate validFrom;
    private int period;
    private long left;

    private Ledger(IncludedHours terms, LocalDate validFrom) {
      this.terms = terms;
      this.validFrom = validFrom;
      left = terms.hours.tenThousandths();
    }

    /**
     * Uses up hours, as far as there are any.
     *
     * @param workDate not before the agreement nor before that of an earlier call
     * @param used as billed
     * @return how many of them were included
     */
    public Hours use(LocalDate workDate, Hours used) {
      for (int now = terms.periodOf(validFrom, workDate); period < now; period++) {
        long carried = Math.clamp(left, 0, terms.carryOverMax.tenThousandths());
        left = terms.hours.tenThousandths() + carried;
      }
      long included = Math.clamp(left, 0, used.tenThousandths());
      left -= used.tenThousandths();
      return new Hours(included);
    }
  }

  /**
   * Covered work that was done.
   *
   * @param hours as billed, after rounding
   */
  public record Use(LocalDate workDate, Hours hours) {}

  /**
   * How the hours of one period stand.
   *
   * @param from its first day
   * @param until its last day, whenever the agreement ends
   * @param included the hours that it brought
   * @param carriedOver what the period before it left
   * @param used so far
   */
  public record Account(
      LocalDate from, LocalDate until, Hours included, Hours carriedOver, Hours used) {

    /** What can still be used; nothing when all is. */
    public Hours left() {
      return positive(included.plus(carriedOver).minus(used));
    }

    /** What was used beyond all that was there. */
    public Hours overrun() {
      return positive(used.minus(included.plus(carriedOver)));
    }

    private static Hours positive(Hours hours) {
      return hours.isPositive() ? hours : Hours.ZERO;
    }
  }
}
