package dev.redress.report;

import dev.redress.dispute.DisputeReason;
import dev.redress.finding.FindingCode;
import dev.redress.money.Money;
import dev.redress.report.Capped.Part;
import dev.redress.report.LeakageReport.Section;
import dev.redress.report.Ranked.Row;
import dev.redress.report.StakedLine.Stake;
import dev.redress.time.Hours;
import java.util.Comparator;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Adds leakage up, by one dimension and for each currency on its own. Everything can be given in
 * any order.
 *
 * <p>By reason, a line stands in the row of its first finding that has money at stake, in the order
 * of {@link FindingCode}, and in that of no reason where it has none; its money is shared out among
 * its reasons. So by whatever it is told apart, the sums are the same.
 */
final class LeakageTally {
  /** The row of what has no reason, and of technicians whom nobody named. */
  private static final String NONE = "";

  private final Dimension by;
  private final Map<String, Map<String, Sum>> byCurrency = new TreeMap<>();
  private final Map<String, Map<String, Underbilling>> underbilled = new HashMap<>();

  LeakageTally(Dimension by) {
    this.by = by;
  }

  /** Adds lines. */
  void add(BilledLines lines) {
    Currency currency = lines.amount().currency();
    Sum sum =
        lines.isUnmatched() ? sum(lines.key(), FindingCode.UNCORRELATED, currency) : sum(lines);
    sum.lines += lines.lines();
    sum.hours = sum.hours.plus(lines.hours());
    sum.add(LeakageColumn.BILLED, lines.amount().minorUnits());
    if (lines.isUnmatched()) {
      sum.add(LeakageColumn.UNMATCHED, lines.amount().minorUnits());
    } else if (lines.isAmbiguous()) {
      sum.add(LeakageColumn.AMBIGUOUS, lines.amount().minorUnits());
    }
  }

  /** Adds what was found on a line that was added with others before or will be. */
  void add(StakedLine line) {
    Currency currency = line.amount().currency();
    Map<FindingCode, Long> shares =
        Capped.shares(
            line.amount().minorUnits(),
            line.stakes().stream()
                .filter(stake -> stake.code() != FindingCode.UNCORRELATED)
                .map(stake -> new Part<>(stake.code(), stake.minor()))
                .toList());
    shares.forEach(
        (code, minor) -> {
          sum(line.key(), code, currency).add(LeakageColumn.FINDINGS, minor);
          if (line.ambiguous()) {
            sum(line.key(), currency).add(LeakageColumn.AMBIGUOUS, -minor);
          }
        });
    if (by == Dimension.REASON && !shares.isEmpty()) {
      Sum from = sum(NONE, currency);
      Sum to = sum(NONE, shares.keySet().iterator().next(), currency);
      from.lines--;
      to.lines++;
      from.hours = from.hours.minus(line.hours());
      to.hours = to.hours.plus(line.hours());
      from.add(LeakageColumn.BILLED, -line.amount().minorUnits());
      to.add(LeakageColumn.BILLED, line.amount().minorUnits());
    }
    line.stakes().stream()
        .filter(stake -> stake.minor() < 0)
        .min(Comparator.comparing(Stake::minor))
        .ifPresent(lowest -> underbilled(line, lowest));
  }

  /** Adds what was claimed about a line. */
  void add(ClaimedLine line) {
    Currency currency = line.amount().currency();
    for (LeakageColumn column : LeakageColumn.values()) {
      List<Part<DisputeReason>> parts =
          line.claims().stream()
              .filter(claim -> claim.column() == column)
              .map(claim -> new Part<>(claim.reason(), claim.minor()))
              .toList();
      Capped.shares(line.amount().minorUnits(), parts)
          .forEach((reason, minor) -> sum(line.key(), reason, currency).add(column, minor));
    }
  }

  /**
   * Adds what was given back; it never exceeds what the lines cost (I4).
   *
   * @param amount less what was taken back
   */
  void addCredits(String key, DisputeReason reason, Money amount) {
    sum(key, reason, amount.currency()).add(LeakageColumn.CREDITED, amount.minorUnits());
  }

  /** What came together, a section for each currency. */
  List<Section> sections(int rowsMax) {
    return byCurrency.entrySet().stream()
        .map(each -> section(Currency.getInstance(each.getKey()), each.getValue(), rowsMax))
        .toList();
  }

  private Section section(Currency currency, Map<String, Sum> sums, int rowsMax) {
    Map<String, Leakage> rows = new HashMap<>();
    sums.forEach(
        (key, sum) -> {
          Leakage leakage = sum.leakage(currency);
          // By reason, all lines can have left the row of none.
          if (!leakage.equals(Leakage.nothing(currency))) {
            rows.put(key, leakage);
          }
        });
    return new Section(
        currency,
        Ranked.of(rows, leakageOrder(), rowsMax, Leakage.nothing(currency), Leakage::plus),
        Ranked.of(
            underbilled.getOrDefault(currency.getCurrencyCode(), Map.of()),
            underbillingOrder(),
            rowsMax,
            Underbilling.nothing(currency),
            Underbilling::plus));
  }

  private Comparator<Row<Leakage>> leakageOrder() {
    return by == Dimension.MONTH
        ? Comparator.comparing(Row<Leakage>::key).reversed()
        : Comparator.<Row<Leakage>, Money>comparing(row -> row.figures().atStake())
            .thenComparing(row -> row.figures().amount(LeakageColumn.DISPUTED))
            .thenComparing(row -> row.figures().amount(LeakageColumn.BILLED))
            .reversed();
  }

  private Comparator<Row<Underbilling>> underbillingOrder() {
    return by == Dimension.MONTH
        ? Comparator.comparing(Row<Underbilling>::key).reversed()
        : Comparator.<Row<Underbilling>, Money>comparing(row -> row.figures().amount()).reversed();
  }

  private void underbilled(StakedLine line, Stake lowest) {
    Currency currency = line.amount().currency();
    underbilled
        .computeIfAbsent(currency.getCurrencyCode(), _ -> new HashMap<>())
        .merge(
            by == Dimension.REASON ? lowest.code().name() : line.key(),
            new Underbilling(1, new Money(Math.negateExact(lowest.minor()), currency)),
            Underbilling::plus);
  }

  private Sum sum(BilledLines lines) {
    return sum(lines.key(), lines.amount().currency());
  }

  private Sum sum(String key, Enum<?> reason, Currency currency) {
    return sum(by == Dimension.REASON ? reason.name() : key, currency);
  }

  private Sum sum(String key, Currency currency) {
    return byCurrency
        .computeIfAbsent(currency.getCurrencyCode(), _ -> new HashMap<>())
        .computeIfAbsent(key, _ -> new Sum());
  }

  /** One row as it grows. */
  private static final class Sum {
    private final Map<LeakageColumn, Long> minor = new EnumMap<>(LeakageColumn.class);
    private long lines;
    private Hours hours = Hours.ZERO;

    void add(LeakageColumn column, long part) {
      minor.merge(column, part, Math::addExact);
    }

    Leakage leakage(Currency currency) {
      Map<LeakageColumn, Money> amounts = new EnumMap<>(LeakageColumn.class);
      for (LeakageColumn column : LeakageColumn.values()) {
        amounts.put(column, new Money(minor.getOrDefault(column, 0L), currency));
      }
      return new Leakage(lines, hours, amounts);
    }
  }
}
