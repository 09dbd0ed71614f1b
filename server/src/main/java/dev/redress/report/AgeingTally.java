package dev.redress.report;

import dev.redress.dispute.DisputeState;
import dev.redress.money.Money;
import dev.redress.report.AgeingQuery.By;
import dev.redress.report.AgeingReport.Section;
import dev.redress.report.Ranked.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds up open disputes as they are at one moment, for each currency on its own. */
final class AgeingTally {
  private static final List<String> BANDS =
      Arrays.stream(AgeBand.values()).map(AgeBand::days).toList();
  private static final List<String> STATES =
      Arrays.stream(DisputeState.values()).map(Enum::name).toList();

  private final By by;
  private final Instant now;
  private final Map<String, Map<String, Ageing>> byCurrency = new TreeMap<>();

  AgeingTally(By by, Instant now) {
    this.by = by;
    this.now = now;
  }

  /** Adds a dispute. */
  void add(OpenDispute dispute) {
    long days = Math.max(0, Duration.between(dispute.openTime(), now).toDays());
    Instant respondBy = dispute.respondByTime();
    Ageing ageing =
        new Ageing(
            1,
            new Money(dispute.heldMinor(), dispute.currency()),
            dispute.reached() ? 0 : 1,
            respondBy != null && respondBy.isBefore(now) ? 1 : 0,
            days);
    byCurrency
        .computeIfAbsent(dispute.currency().getCurrencyCode(), _ -> new HashMap<>())
        .merge(key(dispute, days), ageing, Ageing::plus);
  }

  /** What came together, a section for each currency. */
  List<Section> sections(int rowsMax) {
    return byCurrency.entrySet().stream()
        .map(
            each -> {
              Currency currency = Currency.getInstance(each.getKey());
              return new Section(
                  currency,
                  Ranked.of(
                      each.getValue(), order(), rowsMax, Ageing.nothing(currency), Ageing::plus));
            })
        .toList();
  }

  private String key(OpenDispute dispute, long days) {
    return switch (by) {
      case AGE -> AgeBand.of(days).days();
      case STATE -> dispute.state().name();
      case CUSTOMER -> dispute.customerId();
    };
  }

  private Comparator<Row<Ageing>> order() {
    return switch (by) {
      case AGE -> Comparator.comparing(row -> BANDS.indexOf(row.key()));
      case STATE -> Comparator.comparing(row -> STATES.indexOf(row.key()));
      case CUSTOMER ->
          Comparator.<Row<Ageing>, Money>comparing(row -> row.figures().disputed()).reversed();
    };
  }
}
