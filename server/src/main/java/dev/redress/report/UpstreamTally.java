package dev.redress.report;

import dev.redress.money.Money;
import dev.redress.report.Ranked.Row;
import dev.redress.report.UpstreamReport.Behind;
import dev.redress.report.UpstreamReport.Section;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds up what stands behind causes, for each currency on its own. */
final class UpstreamTally {
  private static final Comparator<Row<Spoilt>> DEAREST_FIRST =
      Comparator.<Row<Spoilt>, Money>comparing(row -> row.figures().amount())
          .thenComparing(row -> row.figures().lines())
          .reversed();

  private final Map<String, Map<Cause, Map<String, Sum>>> byCurrency = new TreeMap<>();

  /** Adds lines of a customer, technician or request. */
  void add(Cause cause, String subject, long lines, Money amount) {
    sum(cause, subject, amount.currency()).add(lines, amount.minorUnits());
  }

  /** Adds a line that was logged late. */
  void addLate(LateLine line) {
    Sum sum = sum(Cause.LATE_LOGGED, line.technician(), line.amount().currency());
    sum.add(1, line.amount().minorUnits());
    line.days().ifPresent(sum.daysLate::add);
  }

  /** What came together, a section for each currency. */
  List<Section> sections(int rowsMax) {
    return byCurrency.entrySet().stream()
        .map(each -> section(Currency.getInstance(each.getKey()), each.getValue(), rowsMax))
        .toList();
  }

  private static Section section(
      Currency currency, Map<Cause, Map<String, Sum>> causes, int rowsMax) {
    return new Section(
        currency,
        causes.entrySet().stream()
            .map(each -> new Behind(each.getKey(), ranked(currency, each.getValue(), rowsMax)))
            .sorted(
                Comparator.<Behind, Money>comparing(behind -> behind.lines().total().amount())
                    .reversed()
                    .thenComparing(Behind::cause))
            .toList());
  }

  private static Ranked<Spoilt> ranked(Currency currency, Map<String, Sum> sums, int rowsMax) {
    Map<String, Spoilt> rows = new HashMap<>();
    sums.forEach((subject, sum) -> rows.put(subject, sum.spoilt(currency)));
    return Ranked.of(rows, DEAREST_FIRST, rowsMax, Spoilt.nothing(currency), Spoilt::plus);
  }

  private Sum sum(Cause cause, String subject, Currency currency) {
    return byCurrency
        .computeIfAbsent(currency.getCurrencyCode(), _ -> new EnumMap<>(Cause.class))
        .computeIfAbsent(cause, _ -> new HashMap<>())
        .computeIfAbsent(subject, _ -> new Sum());
  }

  /** One row as it grows. */
  private static final class Sum {
    private final List<Long> daysLate = new ArrayList<>();
    private long lines;
    private long minor;

    void add(long more, long moreMinor) {
      lines += more;
      minor = Math.addExact(minor, moreMinor);
    }

    Spoilt spoilt(Currency currency) {
      return new Spoilt(lines, new Money(minor, currency), daysLate);
    }
  }
}
