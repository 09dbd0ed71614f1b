package dev.redress.finding;

import dev.redress.agreement.Agreement;
import dev.redress.agreement.Agreements;
import dev.redress.agreement.IncludedHours;
import dev.redress.agreement.RateCard;
import dev.redress.agreement.RateRule;
import dev.redress.agreement.Rounding;
import dev.redress.agreement.WorkScope;
import dev.redress.identity.AgreementName;
import dev.redress.identity.CustomerName;
import dev.redress.identity.InvoiceName;
import dev.redress.identity.LineName;
import dev.redress.identity.RequestName;
import dev.redress.identity.TimeEntryName;
import dev.redress.invoice.Invoice;
import dev.redress.invoice.LaborLine;
import dev.redress.matching.Allocation;
import dev.redress.matching.Candidate;
import dev.redress.matching.Verdict;
import dev.redress.matching.Verdict.Answer;
import dev.redress.matching.Verdict.NotAuditableReason;
import dev.redress.money.Money;
import dev.redress.money.Rate;
import dev.redress.request.Request;
import dev.redress.request.TimeEntry;
import dev.redress.time.BusinessCalendar;
import dev.redress.time.BusinessWeek;
import dev.redress.time.BusinessWindow;
import dev.redress.time.Holidays;
import dev.redress.time.Hours;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The books of ATLAS as a test writes them: an invoice of 30 September 2026 over September, a
 * technician D. Reyes who works on Thursday the 3rd for 120.00 USD an hour, and business from 9 to
 * 17 UTC, Monday to Friday.
 */
final class AuditedBooks {
  static final CustomerName ATLAS = CustomerName.parse("providers/north/customers/ATLAS");
  static final CustomerName OTHER = CustomerName.parse("providers/north/customers/BORA");
  static final Currency USD = Currency.getInstance("USD");
  static final LocalDate DAY = LocalDate.of(2026, 9, 3);

  private final Map<String, LaborLine> lines = new LinkedHashMap<>();
  private final Map<LineName, Verdict> verdicts = new HashMap<>();
  private final Map<InvoiceName, Invoice> invoices = new HashMap<>();
  private final List<Request> requests = new ArrayList<>();
  private final List<TimeEntry> entries = new ArrayList<>();
  private final List<Agreement> agreements = new ArrayList<>();
  private FindingRules rules = FindingRules.SHIPPED;
  private Elsewhere elsewhere = Elsewhere.NOTHING;

  AuditedBooks() {
    invoice("2026-09", LocalDate.of(2026, 9, 30), LocalDate.of(2026, 9, 1));
  }

  AuditedBooks invoice(String id, LocalDate date, @Nullable LocalDate periodStart) {
    return invoice(id, date, periodStart, null);
  }

  /** An invoice that says what its labor comes to. */
  AuditedBooks total(String id, String laborTotal) {
    return invoice(
        id,
        LocalDate.of(2026, 9, 30),
        LocalDate.of(2026, 9, 1),
        Money.ofMajor(new BigDecimal(laborTotal), USD));
  }

  private AuditedBooks invoice(
      String id, LocalDate date, @Nullable LocalDate periodStart, @Nullable Money laborTotal) {
    InvoiceName name = new InvoiceName(ATLAS, id);
    invoices.put(
        name,
        new Invoice(name, date, USD, periodStart, periodStart == null ? null : date, laborTotal));
    return this;
  }

  AuditedBooks rules(FindingRules wanted) {
    rules = wanted;
    return this;
  }

  AuditedBooks elsewhere(Elsewhere known) {
    elsewhere = known;
    return this;
  }

  AuditedBooks request(String id, String openedAt, @Nullable String closedAt) {
    requests.add(
        new Request(
            new RequestName(ATLAS, id),
            Instant.parse(openedAt),
            closedAt == null ? null : Instant.parse(closedAt),
            "Printer jam",
            "",
            "",
            "",
            "",
            "",
            "",
            Map.of()));
    return this;
  }

  AuditedBooks entry(String id, String request, String hours) {
    return entry(id, request, hours, null, true, Map.of());
  }

  AuditedBooks entry(
      String id,
      String request,
      String hours,
      @Nullable String startedAt,
      boolean billable,
      Map<String, String> attributes) {
    Instant start = startedAt == null ? null : Instant.parse(startedAt);
    entries.add(
        new TimeEntry(
            new TimeEntryName(ATLAS, request, id),
            "D. Reyes",
            start,
            start == null ? DAY : LocalDate.ofInstant(start, ZoneOffset.UTC),
            Hours.of(hours),
            "",
            "",
            billable,
            attributes));
    return this;
  }

  /** Terms for all of 2026 with these parts. */
  AuditedBooks agreement(
      List<RateRule> rates,
      @Nullable IncludedHours included,
      Rounding rounding,
      List<String> covered) {
    agreements.add(
        new Agreement(
            new AgreementName(ATLAS, "care-2026"),
            LocalDate.of(2026, 1, 1),
            LocalDate.of(2026, 12, 31),
            USD,
            new RateCard(rates),
            included,
            rounding,
            new WorkScope(covered, List.of()),
            Instant.EPOCH,
            Instant.EPOCH,
            1));
    return this;
  }

  /** A line that nobody was asked about yet. */
  AuditedBooks line(String id, String hours, String description) {
    return line(bill(id).hours(hours).description(description));
  }

  AuditedBooks line(Bill bill) {
    lines.put(bill.id, bill.toLine());
    return this;
  }

  /**
   * The line is tied to a request with so many of its hours, by a time entry where one is named.
   */
  AuditedBooks matched(String line, String request, String entry, String hours) {
    List<Allocation> parts = new ArrayList<>();
    Verdict before = verdicts.get(name(line));
    if (before != null) {
      parts.addAll(before.allocations());
    }
    parts.add(new Allocation(request, entry, Hours.of(hours)));
    return verdict(line, Answer.MATCHED, parts, List.of());
  }

  AuditedBooks answered(String line, Answer answer) {
    return verdict(line, answer, List.of(), List.of());
  }

  AuditedBooks ambiguous(String line, List<Candidate> candidates) {
    return verdict(line, Answer.AMBIGUOUS, List.of(), candidates);
  }

  private AuditedBooks verdict(
      String line, Answer answer, List<Allocation> parts, List<Candidate> candidates) {
    LineName name = name(line);
    verdicts.put(
        name,
        new Verdict(
            name,
            answer,
            0.9,
            billed(line).hours(),
            parts,
            answer == Answer.NOT_AUDITABLE
                ? NotAuditableReason.NOTHING_TO_COMPARE
                : NotAuditableReason.NONE,
            candidates,
            ""));
    return this;
  }

  /** What is wrong with a line, such as {@code RATE 20.00, VAGUE 180.00}, or {@code -}. */
  String told(String line) {
    List<Finding> found = findings(line);
    return found.isEmpty()
        ? "-"
        : found.stream()
            .map(finding -> finding.code() + " " + finding.atStake().toMajor())
            .collect(Collectors.joining(", "));
  }

  List<Finding> findings(String line) {
    return Audit.of(books(), lines.values(), verdicts).getOrDefault(name(line), List.of());
  }

  /** The same, by looking at this one line only. */
  List<Finding> findingsAlone(String line) {
    return Audit.of(
        books(),
        billed(line),
        lines.values().stream().filter(other -> !other.equals(billed(line))).toList(),
        verdicts);
  }

  private Books books() {
    return new Books(
        rules,
        new BusinessCalendar(
            BusinessWeek.mondayToFriday(List.of(new BusinessWindow(9 * 60, 17 * 60))),
            ZoneOffset.UTC,
            Holidays.NONE),
        invoices,
        Books.sums(lines.values()),
        requests.stream()
            .collect(Collectors.toMap(request -> request.name().request(), request -> request)),
        entries.stream().collect(Collectors.toMap(entry -> entry.name().entry(), entry -> entry)),
        new Agreements(agreements),
        elsewhere,
        Hours.of("0.25"));
  }

  private LaborLine billed(String line) {
    LaborLine known = lines.get(line);
    if (known == null) {
      throw new IllegalArgumentException("no line " + line);
    }
    return known;
  }

  LineName name(String line) {
    return billed(line).name();
  }

  static Bill bill(String id) {
    return new Bill(id);
  }

  /** A line as the invoice has it; costs 120.00 an hour where nothing else is said. */
  static final class Bill {
    private final String id;
    private String invoice = "2026-09";
    private LocalDate workDate = DAY;
    private String technician = "D. Reyes";
    private Hours hours = Hours.of("1.5");
    private @Nullable Rate rate = Rate.ofMajor(new BigDecimal("120"), USD);
    private @Nullable Money amount;
    private String description = "Outlook profile rebuilt";
    private String reference = "";
    private String workType = "";
    private Map<String, String> attributes = Map.of();

    private Bill(String id) {
      this.id = id;
    }

    Bill on(String invoiceId) {
      invoice = invoiceId;
      return this;
    }

    Bill workDate(LocalDate day) {
      workDate = day;
      return this;
    }

    Bill technician(String name) {
      technician = name;
      return this;
    }

    Bill hours(String number) {
      hours = Hours.of(number);
      return this;
    }

    Bill rate(@Nullable String perHour) {
      rate = perHour == null ? null : Rate.ofMajor(new BigDecimal(perHour), USD);
      return this;
    }

    Bill amount(String total) {
      amount = Money.ofMajor(new BigDecimal(total), USD);
      return this;
    }

    Bill description(String text) {
      description = text;
      return this;
    }

    Bill reference(String request) {
      reference = request;
      return this;
    }

    Bill workType(String kind) {
      workType = kind;
      return this;
    }

    Bill attributes(Map<String, String> columns) {
      attributes = columns;
      return this;
    }

    private LaborLine toLine() {
      Rate price = rate == null ? Rate.ofMajor(new BigDecimal("120"), USD) : rate;
      return new LaborLine(
          new LineName(new InvoiceName(ATLAS, invoice), id),
          workDate,
          technician,
          hours,
          rate,
          amount == null ? price.times(hours) : amount,
          description,
          reference,
          workType,
          attributes);
    }
  }
}
