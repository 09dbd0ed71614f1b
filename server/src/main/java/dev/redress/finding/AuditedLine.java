package dev.redress.finding;

import dev.redress.agreement.Agreement;
import dev.redress.identity.LineName;
import dev.redress.invoice.Invoice;
import dev.redress.invoice.LaborLine;
import dev.redress.matching.Allocation;
import dev.redress.matching.Verdict;
import dev.redress.money.Money;
import dev.redress.request.Request;
import dev.redress.request.TimeEntry;
import dev.redress.time.Hours;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A labor line with all that is known about it.
 *
 * @param invoice absent for a line that is on none yet
 * @param verdict absent for a line that is not asked about, since it is accepted
 * @param agreement in force on the day of the work
 * @param backings what backs the line, best first
 */
record AuditedLine(
    LaborLine line,
    @Nullable Invoice invoice,
    @Nullable Verdict verdict,
    @Nullable Agreement agreement,
    List<Backing> backings) {

  /**
   * What backs a part of the line.
   *
   * @param request absent where it is not stored any more
   * @param entry absent where the request has none, or a clerk gave it more hours than it has
   */
  record Backing(Allocation allocation, @Nullable Request request, @Nullable TimeEntry entry) {}

  LineName name() {
    return line.name();
  }

  boolean is(Verdict.Answer answer) {
    return verdict != null && verdict.answer() == answer;
  }

  /** Whether something is charged for it at all. */
  boolean isCharged() {
    return line.amount().minorUnits() > 0;
  }

  /** The part of the charge that so many of its hours cost; all of it where it has no hours. */
  Money share(Hours part) {
    return line.hours().isPositive()
        ? line.amount().share(part.tenThousandths(), line.hours().tenThousandths())
        : line.amount();
  }

  /** No money, in the currency of the line. */
  Money nothing() {
    return Money.zero(line.amount().currency());
  }

  /**
   * The time entries that back it; fewer than backings where some are backed by a request alone.
   */
  List<TimeEntry> entries() {
    return backings.stream().map(Backing::entry).filter(Objects::nonNull).toList();
  }

  /** The kind of work, by the invoice or else by what was logged. */
  String workType() {
    return firstSaid(line.workType(), entries().stream().map(TimeEntry::workType));
  }

  /** Who worked, by the invoice or else by what was logged. */
  String technician() {
    return firstSaid(line.technician(), entries().stream().map(TimeEntry::technician));
  }

  /** What a source says in a column that Redress has no field for, by any of its names. */
  Optional<String> attribute(List<String> names) {
    return Stream.concat(
            Stream.of(line.attributes()), entries().stream().map(TimeEntry::attributes))
        .flatMap(attributes -> Attributes.find(attributes, names).stream())
        .findFirst();
  }

  Finding finding(
      FindingCode code,
      String billed,
      String expected,
      String rule,
      @Nullable Object related,
      Money atStake) {
    return new Finding(
        name(), code, billed, expected, rule, related == null ? "" : related.toString(), atStake);
  }

  private static String firstSaid(String first, Stream<String> others) {
    return Stream.concat(Stream.of(first), others)
        .filter(text -> !text.isBlank())
        .findFirst()
        .orElse("");
  }
}
