package dev.redress.finding;

import dev.redress.agreement.Agreement;
import dev.redress.agreement.TimeOfWork;
import dev.redress.agreement.Work;
import dev.redress.money.Money;
import dev.redress.money.Rate;
import dev.redress.request.TimeEntry;
import dev.redress.time.BusinessCalendar;
import dev.redress.time.Hours;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The price of an hour is not the agreed one. Where it is not known whether the work was after
 * hours, the prices of both are right.
 */
final class PriceRule implements Rule.OfLine {
  /** As for the arithmetic: EN 16931, rule R120. */
  private static final long SLACK_MINOR = ArithmeticRule.SLACK_MINOR;

  private static final List<String> ROLE_COLUMNS = List.of("role", "roles", "workrole");

  private static final Set<String> TRAVEL_WORDS =
      Set.of(
          "travel",
          "travelling",
          "traveling",
          "drive",
          "anfahrt",
          "reise",
          "reisezeit",
          "déplacement",
          "trajet",
          "desplazamiento");

  @Override
  public List<FindingCode> codes() {
    return List.of(FindingCode.RATE, FindingCode.UNDERCHARGE);
  }

  @Override
  public void look(Audit audit, AuditedLine line, Found found) {
    Agreement terms = line.agreement();
    Hours hours = line.line().hours();
    if (terms == null
        || !terms.currency().equals(line.line().amount().currency())
        || !line.isCharged()
        || !hours.isPositive()
        // What should not be charged at all has no price.
        || found.has(line.name(), FindingCode.IN_AGREEMENT)) {
      return;
    }
    NavigableSet<Rate> agreed = agreed(audit.books().calendar(), line, terms);
    if (agreed.isEmpty() || agreed.stream().anyMatch(rate -> isPrice(line, rate))) {
      return;
    }
    Rate right = nearest(line, agreed);
    Money difference = line.line().priced().minus(right.times(hours));
    found.add(
        line.finding(
            difference.minorUnits() > 0 ? FindingCode.RATE : FindingCode.UNDERCHARGE,
            price(line),
            plain(right),
            terms.name().agreement() + " has this price for the work, " + terms.days(),
            terms.name(),
            difference));
  }

  private static boolean isPrice(AuditedLine line, Rate agreed) {
    Rate rate = line.line().rate();
    return rate != null
        ? rate.equals(agreed)
        : Math.abs(
                agreed.times(line.line().hours()).minorUnits() - line.line().amount().minorUnits())
            <= SLACK_MINOR;
  }

  private static String price(AuditedLine line) {
    Rate rate = line.line().rate();
    return rate == null ? line.line().amount() + " for " + line.line().hours() + " h" : plain(rate);
  }

  private static String plain(Rate rate) {
    return rate.toMajor().stripTrailingZeros().toPlainString() + " " + rate.currency() + " an hour";
  }

  /** The dearest agreed price that is not above what is charged, else the cheapest. */
  private static Rate nearest(AuditedLine line, NavigableSet<Rate> agreed) {
    Money charged = line.line().priced();
    return agreed.descendingSet().stream()
        .filter(rate -> rate.times(line.line().hours()).compareTo(charged) <= 0)
        .findFirst()
        .orElseGet(agreed::first);
  }

  private static NavigableSet<Rate> agreed(
      BusinessCalendar calendar, AuditedLine line, Agreement terms) {
    Set<TimeOfWork> certain = EnumSet.noneOf(TimeOfWork.class);
    if (isTravel(line.workType())) {
      certain.add(TimeOfWork.TRAVEL);
    }
    if (!calendar.isWorkingDay(line.line().workDate())) {
      certain.add(TimeOfWork.WEEKEND);
    }
    @Nullable Boolean afterHours =
        certain.contains(TimeOfWork.WEEKEND) ? Boolean.FALSE : afterHours(calendar, line);
    NavigableSet<Rate> rates = new TreeSet<>(Comparator.comparingLong(Rate::tenThousandths));
    if (!Boolean.TRUE.equals(afterHours)) {
      rate(line, terms, certain).ifPresent(rates::add);
    }
    if (!Boolean.FALSE.equals(afterHours)) {
      Set<TimeOfWork> late = EnumSet.of(TimeOfWork.AFTER_HOURS);
      late.addAll(certain);
      rate(line, terms, late).ifPresent(rates::add);
    }
    return rates;
  }

  private static Optional<Rate> rate(AuditedLine line, Agreement terms, Set<TimeOfWork> times) {
    return terms.overrunRateFor(
        new Work(
            line.attribute(ROLE_COLUMNS).orElse(""), line.technician(), line.workType(), times));
  }

  /** Absent where it is not known, or true of a part only. */
  private static @Nullable Boolean afterHours(BusinessCalendar calendar, AuditedLine line) {
    @Nullable Boolean all = null;
    if (line.entries().size() < line.backings().size()) {
      return null;
    }
    for (TimeEntry entry : line.entries()) {
      Instant start = entry.startedAt();
      if (start == null) {
        return null;
      }
      Instant end = start.plusSeconds(seconds(entry.hours()));
      Duration open = calendar.between(start, end);
      boolean isNever = open.isZero();
      boolean isAlways = open.toSeconds() == seconds(entry.hours());
      if ((!isNever && !isAlways) || (all != null && all != isNever)) {
        return null;
      }
      all = isNever;
    }
    return all;
  }

  private static long seconds(Hours hours) {
    return hours.tenThousandths() * Duration.ofHours(1).toSeconds() / 10_000;
  }

  private static boolean isTravel(String workType) {
    return Plain.words(workType).stream().anyMatch(TRAVEL_WORDS::contains);
  }
}
