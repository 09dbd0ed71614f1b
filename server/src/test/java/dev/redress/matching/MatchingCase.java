package dev.redress.matching;

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
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Builds the lines, requests and time entries of one customer, in September 2026. */
final class MatchingCase {
  private static final CustomerName CUSTOMER =
      new CustomerName(new ProviderName("northgate"), "ACME");
  private static final InvoiceName INVOICE = new InvoiceName(CUSTOMER, "INV-1");
  private static final ZoneId ZONE = ZoneId.of("America/Chicago");

  private final List<LaborLine> lines = new ArrayList<>();
  private final List<Request> requests = new ArrayList<>();
  private final List<TimeEntry> timeEntries = new ArrayList<>();
  private final List<MatchDecision> decisions = new ArrayList<>();
  private @Nullable LocalDate requestLogCompleteFrom;

  /** The name of a line by its id. */
  static LineName lineName(String id) {
    return new LineName(INVOICE, id);
  }

  /** A day of September 2026; 0 and less are days of August. */
  static LocalDate day(int day) {
    return LocalDate.of(2026, 9, 1).plusDays(day - 1);
  }

  MatchingCase line(String id, int day, String technician, String hours, String description) {
    return line(id, day, technician, hours, description, "");
  }

  MatchingCase line(
      String id, int day, String technician, String hours, String description, String reference) {
    lines.add(
        new LaborLine(
            lineName(id),
            day(day),
            technician,
            Hours.of(hours),
            null,
            new Money(10_000, Currency.getInstance("USD")),
            description,
            reference,
            "",
            Map.of()));
    return this;
  }

  /** A request that was opened on a day and closed two days later. */
  MatchingCase request(String id, int openedDay, String summary) {
    return request(id, openedDay, openedDay + 2, summary, "");
  }

  MatchingCase request(String id, int openedDay, int closedDay, String summary, String assignee) {
    return request(id, openedDay, closedDay, summary, assignee, "");
  }

  /** A request about some components, of which nothing else is told. */
  MatchingCase requestAbout(String id, String components) {
    return request(id, 1, 3, "-", "", components);
  }

  private MatchingCase request(
      String id, int openedDay, int closedDay, String summary, String assignee, String component) {
    requests.add(
        new Request(
            new RequestName(CUSTOMER, id),
            day(openedDay).atTime(9, 0).atZone(ZONE).toInstant(),
            day(closedDay).atTime(17, 0).atZone(ZONE).toInstant(),
            summary,
            "",
            "",
            assignee,
            "Incident",
            "Closed",
            component,
            Map.of()));
    return this;
  }

  MatchingCase entry(String id, String request, int day, String technician, String hours) {
    return entry(id, request, day, technician, hours, "");
  }

  MatchingCase entry(
      String id, String request, int day, String technician, String hours, String notes) {
    timeEntries.add(
        new TimeEntry(
            new TimeEntryName(CUSTOMER, request, id),
            technician,
            day(day).atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC),
            day(day),
            Hours.of(hours),
            notes,
            "",
            true,
            Map.of()));
    return this;
  }

  MatchingCase decide(String line, String request, MatchDecision.Kind kind) {
    decisions.add(new MatchDecision(lineName(line), request, kind));
    return this;
  }

  /** A part of a line that a clerk split. */
  MatchingCase split(String line, String request, String hours) {
    Hours part = Hours.of(hours);
    decisions.add(new MatchDecision(lineName(line), request, MatchDecision.Kind.CONFIRMED, part));
    return this;
  }

  MatchingCase requestLogComplete() {
    requestLogCompleteFrom = LocalDate.MIN;
    return this;
  }

  /**
   * Eight requests of other work, each with time by other people, so that matching has a choice.
   */
  MatchingCase otherWork() {
    String[] summaries = {
      "Backup of the file server failed", "New laptop for accounting", "VPN drops every hour",
      "Scanner sends empty mails", "Calendar of the board is missing", "Replace the UPS battery",
      "Excel add-in crashes", "Guest wireless needs a new key"
    };
    for (int i = 0; i < summaries.length; i++) {
      request("NG-10" + i, 1 + 3 * i, summaries[i]);
      entry("TE-10" + i, "NG-10" + i, 2 + 3 * i, i % 2 == 0 ? "P. Raman" : "M. Bell", "0.75");
    }
    return this;
  }

  MatchingInput input() {
    return new MatchingInput(ZONE, lines, requests, timeEntries, decisions, requestLogCompleteFrom);
  }

  /** The same with all lists shuffled. */
  MatchingInput shuffled(Random random) {
    Collections.shuffle(lines, random);
    Collections.shuffle(requests, random);
    Collections.shuffle(timeEntries, random);
    Collections.shuffle(decisions, random);
    return input();
  }

  /** The verdict on one line. */
  Verdict verdict(String line) {
    return Matcher.match(input()).stream()
        .filter(verdict -> verdict.line().line().equals(line))
        .findFirst()
        .orElseThrow();
  }

  /** Splits every third line over two or three requests at random, not always in full. */
  MatchingCase splitAtRandom(Random random) {
    for (int i = 0; i < lines.size(); i += 3) {
      List<Request> over = new ArrayList<>(requests);
      Collections.shuffle(over, random);
      int parts = 2 + random.nextInt(2);
      long most = lines.get(i).hours().tenThousandths() / parts;
      for (Request request : over.subList(0, parts)) {
        Hours hours = new Hours(1 + random.nextLong(most));
        split(lines.get(i).name().line(), request.name().request(), hours.toString());
      }
    }
    return this;
  }

  /** A customer's month at random: lines with and without text, references and time entries. */
  static MatchingCase random(Random random) {
    String[] technicians = {"T. Okafor", "P. Raman", "M. Bell"};
    String[] words = {
      "outlook", "printer", "vpn", "backup", "laptop", "server", "password", "scan"
    };
    MatchingCase month = new MatchingCase();
    int requests = 3 + random.nextInt(12);
    for (int i = 0; i < requests; i++) {
      String summary = words[random.nextInt(8)] + " " + words[random.nextInt(8)] + " broken";
      String technician = technicians[random.nextInt(3)];
      int day = 1 + random.nextInt(25);
      month.request("NG-" + i, day, day + random.nextInt(6), summary, technician);
      for (int entry = random.nextInt(3); entry > 0; entry--) {
        String hours = String.valueOf(0.25 * (1 + random.nextInt(8)));
        month.entry("TE-" + i + "-" + entry, "NG-" + i, day + entry - 1, technician, hours);
      }
    }
    for (int i = random.nextInt(20); i >= 0; i--) {
      String text = random.nextInt(4) == 0 ? "" : "fixed " + words[random.nextInt(8)];
      String reference = random.nextInt(5) == 0 ? "NG-" + random.nextInt(requests) : "";
      String hours = String.valueOf(0.25 * (1 + random.nextInt(8)));
      String technician = random.nextInt(8) == 0 ? "" : technicians[random.nextInt(3)];
      month.line("L" + i, 1 + random.nextInt(28), technician, hours, text, reference);
    }
    return month;
  }
}
