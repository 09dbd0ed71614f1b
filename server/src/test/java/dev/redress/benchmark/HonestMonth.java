package dev.redress.benchmark;

import dev.redress.benchmark.BilledMonth.Billed;
import dev.redress.benchmark.BilledMonth.Kind;
import dev.redress.identity.CustomerName;
import dev.redress.identity.InvoiceName;
import dev.redress.identity.LineName;
import dev.redress.identity.ProviderName;
import dev.redress.identity.RequestName;
import dev.redress.identity.TimeEntryName;
import dev.redress.invoice.LaborLine;
import dev.redress.money.Money;
import dev.redress.request.Request;
import dev.redress.request.TimeEntry;
import dev.redress.time.Hours;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Makes up a month in which everything is right, in the shape of a real helpdesk: hours of 2.0 in
 * the middle and 78 % multiples of the quarter, 12.8 % of the work before the request was logged,
 * 23 % of the requests with more than one entry, lines that say little. Half of the customers are
 * billed by quarters, rounded up for each entry; the others to the minute.
 */
final class HonestMonth {
  private static final LocalDate FIRST = LocalDate.of(2026, 9, 1);
  private static final int DAYS = 30;
  private static final Currency CURRENCY = Currency.getInstance("USD");
  private static final long QUARTER = 2_500;

  private final Random random;
  private final MonthVocabulary words;
  private final BilledMonth month;
  private final boolean roundsUp;
  private final int givenAwayPercent;

  private HonestMonth(String customerId, int givenAwayPercent, Random random) {
    this.random = random;
    words = new MonthVocabulary(random);
    month = new BilledMonth(new CustomerName(new ProviderName("benchmark"), customerId));
    roundsUp = random.nextBoolean();
    this.givenAwayPercent = givenAwayPercent;
  }

  /**
   * A customer's month.
   *
   * @param requests how many there are
   * @param givenAwayPercent of the time entries are never billed; what is wrong can hide in them
   */
  static BilledMonth generate(
      String customerId, int requests, int givenAwayPercent, Random random) {
    HonestMonth honest = new HonestMonth(customerId, givenAwayPercent, random);
    for (int request = 0; request < requests; request++) {
      honest.addRequest(customerId + "-" + (1_000 + request));
    }
    honest.bill();
    return honest.month;
  }

  private void addRequest(String id) {
    // Some were logged long before; their work goes on.
    int age = random.nextInt(5) == 0 ? random.nextInt(200) : 0;
    LocalDate opened = FIRST.plusDays(random.nextInt(DAYS - 2) - age);
    LocalDate last = opened;
    String technician = anyOf(MonthVocabulary.technicians());
    int entries = random.nextInt(100) < 23 ? 2 + random.nextInt(3) : 1;
    for (int entry = 0; entry < entries; entry++) {
      if (random.nextInt(100) < 15) {
        technician = anyOf(MonthVocabulary.technicians());
      }
      LocalDate day = entry > 0 && random.nextInt(5) < 2 ? last : workDay(opened, age);
      last = day.isAfter(last) ? day : last;
      month.entries.add(entry(id, month.entries.size(), technician, day));
    }
    month.requests.add(
        new Request(
            new RequestName(month.customer, id),
            opened.atTime(9, 0).toInstant(ZoneOffset.UTC),
            last.plusDays(random.nextInt(4)).atTime(17, 0).toInstant(ZoneOffset.UTC),
            words.summary(),
            "",
            "",
            technician,
            "Incident",
            "Closed",
            "",
            Map.of()));
  }

  private LocalDate workDay(LocalDate opened, int age) {
    LocalDate day = age > 0 ? FIRST.plusDays(random.nextInt(DAYS)) : opened.plusDays(lagDays());
    return day.isBefore(FIRST) ? FIRST : day;
  }

  private int lagDays() {
    int choice = random.nextInt(1_000);
    if (choice < 128) {
      return choice < 41 ? -2 - random.nextInt(5) : -1;
    }
    return choice < 400 ? 0 : random.nextInt(12);
  }

  private TimeEntry entry(String request, int number, String technician, LocalDate day) {
    return new TimeEntry(
        new TimeEntryName(month.customer, request, "TE-" + number),
        technician,
        day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC),
        day,
        hours(),
        "",
        "",
        true,
        Map.of());
  }

  private Hours hours() {
    double size = Math.exp(Math.log(2) + 1.05 * random.nextGaussian());
    if (random.nextInt(100) < 78) {
      return new Hours(Math.max(1, Math.round(size * 4)) * QUARTER);
    }
    // To the minute; 0.0167 h.
    return new Hours(Math.max(100, Math.round(size * 60) * 10_000 / 60));
  }

  private void bill() {
    List<TimeEntry> left = new ArrayList<>(month.entries);
    Collections.shuffle(left, random);
    while (!left.isEmpty()) {
      TimeEntry first = left.removeFirst();
      if (random.nextInt(100) < givenAwayPercent) {
        continue;
      }
      int choice = random.nextInt(100);
      List<TimeEntry> sameDay = takeSameDay(first, left);
      if (!sameDay.isEmpty()) {
        sameDay.add(first);
        billTogether(sameDay, Kind.DAY_SUM);
      } else if (choice < 4) {
        List<TimeEntry> week = takeWeek(first, left);
        week.add(first);
        billTogether(week, Kind.WEEK_SUM);
      } else if (choice < 11 && rounded(first.hours()).tenThousandths() >= 2 * QUARTER) {
        billInTwo(first);
      } else {
        Kind kind = rounded(first.hours()).equals(first.hours()) ? Kind.AS_LOGGED : Kind.ROUNDED_UP;
        add(first, first.workDate(), rounded(first.hours()), kind);
      }
    }
  }

  /** Takes the other entries of the same request, day and technician. */
  private static List<TimeEntry> takeSameDay(TimeEntry first, List<TimeEntry> left) {
    List<TimeEntry> taken = new ArrayList<>();
    for (TimeEntry entry : left) {
      if (entry.technician().equals(first.technician())
          && entry.workDate().equals(first.workDate())
          && entry.request().equals(first.request())) {
        taken.add(entry);
      }
    }
    left.removeAll(taken);
    return taken;
  }

  /** Takes all entries of the technician in that calendar week. */
  private static List<TimeEntry> takeWeek(TimeEntry first, List<TimeEntry> left) {
    LocalDate sunday = weekEnd(first);
    List<TimeEntry> taken = new ArrayList<>();
    for (TimeEntry entry : left) {
      if (entry.technician().equals(first.technician())
          && weekEnd(entry).equals(sunday)
          && taken.size() < 4) {
        taken.add(entry);
      }
    }
    left.removeAll(taken);
    return taken;
  }

  private static LocalDate weekEnd(TimeEntry entry) {
    return entry.workDate().with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
  }

  private void billTogether(List<TimeEntry> entries, Kind kind) {
    Map<String, TimeEntry> requests = new LinkedHashMap<>();
    Hours sum = Hours.ZERO;
    LocalDate last = entries.getFirst().workDate();
    for (TimeEntry entry : entries) {
      sum = sum.plus(rounded(entry.hours()));
      last = entry.workDate().isAfter(last) ? entry.workDate() : last;
      requests.put(entry.request().orElse(""), entry);
    }
    // A week may turn out to hold one entry.
    Kind actual = entries.size() == 1 ? Kind.AS_LOGGED : kind;
    add(entries.getFirst(), last, sum, requests.size() == 1 ? actual : Kind.WEEK_SUM);
  }

  private void billInTwo(TimeEntry entry) {
    Hours whole = rounded(entry.hours());
    long quarters = whole.tenThousandths() / QUARTER;
    Hours part = new Hours((1 + random.nextLong(quarters - 1)) * QUARTER);
    add(entry, entry.workDate(), part, Kind.PART);
    add(entry, entry.workDate(), whole.minus(part), Kind.PART);
  }

  private void add(TimeEntry entry, LocalDate day, Hours hours, Kind kind) {
    String request = entry.request().orElse("");
    String summary =
        month.requests.stream()
            .filter(asked -> asked.name().request().equals(request))
            .findFirst()
            .orElseThrow()
            .summary();
    // Few invoices carry the number of the ticket.
    String reference = kind != Kind.WEEK_SUM && random.nextInt(100) < 15 ? request : "";
    month.lines.add(
        new Billed(
            line(month, 9, day, entry.technician(), hours, words.line(summary), reference),
            kind,
            kind == Kind.WEEK_SUM ? "" : request,
            Hours.ZERO));
  }

  /** A line on a month's invoice, at 100 an hour. */
  static LaborLine line(
      BilledMonth month,
      int invoiceMonth,
      LocalDate day,
      String technician,
      Hours hours,
      String description,
      String reference) {
    InvoiceName invoice = new InvoiceName(month.customer, "2026-%02d".formatted(invoiceMonth));
    return new LaborLine(
        new LineName(invoice, "%04d".formatted(month.lines.size())),
        day,
        technician,
        hours,
        null,
        new Money(hours.tenThousandths(), CURRENCY),
        description,
        reference,
        "",
        Map.of());
  }

  private Hours rounded(Hours hours) {
    return roundsUp ? new Hours(Math.ceilDiv(hours.tenThousandths(), QUARTER) * QUARTER) : hours;
  }

  private <T> T anyOf(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
