package dev.redress.finding;

import dev.redress.agreement.Agreement;
import dev.redress.agreement.Agreements;
import dev.redress.agreement.IncludedHours;
import dev.redress.agreement.IncludedHours.Period;
import dev.redress.agreement.RateCard;
import dev.redress.agreement.RateRule;
import dev.redress.agreement.Rounding;
import dev.redress.agreement.Rounding.Per;
import dev.redress.agreement.TimeOfWork;
import dev.redress.agreement.WorkScope;
import dev.redress.finding.Elsewhere.Meant;
import dev.redress.identity.AgreementName;
import dev.redress.identity.InvoiceName;
import dev.redress.identity.LineName;
import dev.redress.identity.RequestName;
import dev.redress.identity.TimeEntryName;
import dev.redress.invoice.Invoice;
import dev.redress.invoice.LaborLine;
import dev.redress.matching.BillingStep;
import dev.redress.matching.Matcher;
import dev.redress.matching.MatchingInput;
import dev.redress.matching.Verdict;
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
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * September 2026 of a customer: hundreds of pieces of work that four technicians did, logged and
 * billed as they should, and some of each kind that somebody did wrong, with what is at stake. The
 * engine gets to know no more of it than it would of a real month.
 */
final class FaultyMonth {
  private static final List<String> TECHNICIANS =
      List.of("Ana Ruiz", "Ben Ode", "Cora Lind", "Dan Wu");
  private static final List<String> THINGS =
      List.of(
          "printer",
          "scanner",
          "firewall",
          "mailbox",
          "laptop",
          "monitor",
          "router",
          "backup",
          "tablet",
          "server",
          "database",
          "keyboard",
          "projector",
          "modem",
          "certificate",
          "spreadsheet");
  private static final List<String> SYMPTOMS =
      List.of(
          "jams",
          "freezes",
          "reboots",
          "flickers",
          "overheats",
          "disconnects",
          "beeps",
          "loops",
          "stutters",
          "crashes",
          "hangs",
          "smokes",
          "leaks",
          "echoes",
          "blinks",
          "rattles");
  private static final List<String> PLACES =
      List.of(
          "warehouse",
          "reception",
          "laboratory",
          "cafeteria",
          "workshop",
          "boardroom",
          "garage",
          "pharmacy",
          "kitchen",
          "library",
          "attic",
          "basement",
          "hallway",
          "terrace");

  private static final String PRICE = "120";

  /** A thing that is wrong on purpose, or follows from one that is. */
  record Fault(LineName line, FindingCode code) {}

  private final List<Request> requests = new ArrayList<>();
  private final List<TimeEntry> entries = new ArrayList<>();
  private final List<LaborLine> lines = new ArrayList<>();
  private final List<Meant> meant = new ArrayList<>();
  private final Map<InvoiceName, Invoice> invoices = new HashMap<>();

  /** What must be found, with the money. */
  final Map<Fault, Money> faults = new HashMap<>();

  /** Lines whose hours another one that is wrong may have taken. */
  final Set<LineName> unbacked = new HashSet<>();

  private int number = 1_000;

  FaultyMonth(int faultsOfAKind) {
    invoice("2026-09", LocalDate.of(2026, 9, 30), LocalDate.of(2026, 9, 1));
    invoice("2026-10", LocalDate.of(2026, 10, 2), null);
    honest();
    for (int i = 0; i < faultsOfAKind; i++) {
      wrong(i);
    }
  }

  /** What is found about the month, by matching it first. */
  Map<LineName, List<Finding>> findings() {
    List<Verdict> verdicts =
        Matcher.match(new MatchingInput(ZoneOffset.UTC, lines, requests, entries, List.of(), null));
    Books books =
        new Books(
            FindingRules.SHIPPED,
            new BusinessCalendar(
                BusinessWeek.mondayToFriday(List.of(new BusinessWindow(8 * 60, 20 * 60))),
                ZoneOffset.UTC,
                Holidays.NONE),
            invoices,
            Books.sums(lines),
            requests.stream().collect(Collectors.toMap(it -> it.name().request(), it -> it)),
            entries.stream().collect(Collectors.toMap(it -> it.name().entry(), it -> it)),
            new Agreements(List.of(agreement())),
            new Elsewhere(List.of(), List.of(), meant),
            BillingStep.of(lines));
    return Audit.of(
        books,
        lines,
        verdicts.stream().collect(Collectors.toMap(Verdict::line, verdict -> verdict)));
  }

  private static Agreement agreement() {
    return new Agreement(
        new AgreementName(AuditedBooks.ATLAS, "care"),
        LocalDate.of(2026, 1, 1),
        null,
        AuditedBooks.USD,
        new RateCard(
            List.of(
                new RateRule(
                    "",
                    "",
                    "",
                    TimeOfWork.ANY,
                    Rate.ofMajor(new BigDecimal(PRICE), AuditedBooks.USD)))),
        new IncludedHours(Hours.of("100"), Period.MONTH, Hours.ZERO, null),
        new Rounding(15, 0, Per.ENTRY),
        new WorkScope(List.of("Maintenance"), List.of()),
        Instant.EPOCH,
        Instant.EPOCH,
        1);
  }

  /** Four technicians, three pieces each working day, all as it should be. */
  private void honest() {
    for (int day = 1; day <= 30; day++) {
      LocalDate date = LocalDate.of(2026, 9, day);
      if (date.getDayOfWeek().getValue() <= 5) {
        for (String technician : TECHNICIANS) {
          for (int hour = 9; hour < 15; hour += 2) {
            Piece piece = new Piece(technician, date, hour);
            piece.hours = List.of("0.5", "0.75", "1", "1.25", "1.5").get((day + hour) % 5);
            piece.bill();
          }
        }
      }
    }
  }

  /** One fault of each kind; what else is true of the line is right. */
  private void wrong(int i) {
    LocalDate date = LocalDate.of(2026, 9, 1 + i % 4).plusDays(7L * (i / 4 % 4));
    String technician = person("Eve", i);
    Piece piece = new Piece(person("Ida", i), date, 9);
    piece.isAsked = false;
    piece.description = "Quarterly compliance audit, chapter " + (i + 1);
    blame(piece.bill(), FindingCode.UNCORRELATED, "120.00");

    piece = new Piece(technician, date, 10);
    LineName first = piece.bill();
    piece.invoice = "2026-10";
    LineName again = piece.billAgain();
    blame(again, FindingCode.DUPLICATE, "120.00");
    unbacked.add(again);
    unbacked.add(first);

    piece = new Piece(technician, date, 11);
    piece.billed = "3.75";
    blame(piece.bill(), FindingCode.HOURS_EXCESS, "330.00");

    piece = new Piece(technician, date, 12);
    piece.hours = "0.75";
    piece.billed = "1";
    blame(piece.bill(), FindingCode.ROUNDING, "30.00");

    piece = new Piece(technician, date, 13);
    piece.rate = "155.5";
    blame(piece.bill(), FindingCode.RATE, "35.50");

    piece = new Piece(technician, date, 14);
    piece.rate = "99.99";
    blame(piece.bill(), FindingCode.UNDERCHARGE, "-20.01");

    piece = new Piece(technician, date, 15);
    piece.amount = "137.35";
    blame(piece.bill(), FindingCode.ARITHMETIC, "17.35");

    piece = new Piece(technician, date, 16);
    piece.description = "";
    blame(piece.bill(), FindingCode.NO_NOTES, "120.00");

    piece = new Piece(technician, date, 17);
    piece.description = "Remote support as discussed";
    blame(piece.bill(), FindingCode.VAGUE, "120.00");

    piece = new Piece(technician, date, 18);
    piece.workType = "Maintenance";
    blame(piece.bill(), FindingCode.IN_AGREEMENT, "120.00");

    String other = person("Fay", i);
    piece = new Piece(other, date, 9);
    piece.isBillable = false;
    blame(piece.bill(), FindingCode.NON_BILLABLE, "120.00");

    piece = new Piece(other, date, 10);
    piece.recordedAt = date.plusDays(20).toString();
    blame(piece.bill(), FindingCode.LATE_LOGGED, "0.00");

    piece = new Piece(other, date, 11);
    piece.openedDaysLater = 3;
    blame(piece.bill(), FindingCode.BEFORE_REQUEST, "120.00");

    piece = new Piece(other, date, 12);
    piece.openedDaysLater = -9;
    piece.closedDaysLater = -3;
    blame(piece.bill(), FindingCode.AFTER_CLOSE, "120.00");

    piece = new Piece(other, date, 13);
    piece.hours = "2";
    LineName early = piece.bill();
    unbacked.add(early);
    piece = new Piece(other, date, 14);
    blame(piece.bill(), FindingCode.OVERLAP, "120.00");

    piece = new Piece(other, date, 15);
    piece.description = "Drive time, " + piece.words();
    blame(piece.bill(), FindingCode.ADMIN_TRAVEL, "120.00");

    String third = person("Gus", i);
    piece = new Piece(third, date, 9);
    piece.hours = "4";
    piece.description = piece.words() + "; cables sorted; labels printed";
    blame(piece.bill(), FindingCode.BLOCK_BILLED, "480.00");

    piece = new Piece(third, LocalDate.of(2026, 6, 1).plusDays(i), 9);
    piece.invoice = "2026-10";
    blame(piece.bill(), FindingCode.STALE, "120.00");

    piece = new Piece(third, LocalDate.of(2026, 8, 10).plusDays(i), 9);
    blame(piece.bill(), FindingCode.OUT_OF_PERIOD, "120.00");

    piece = new Piece(person("Jon", i), date, 14);
    piece.isAsked = false;
    piece.description = "Cash register drawer sticks, till " + (i + 1);
    LineName elsewhere = piece.bill();
    meant.add(
        new Meant(
            elsewhere,
            new RequestName(AuditedBooks.OTHER, "B-" + i),
            false,
            "Cash register: drawer sticks at till " + (i + 1)));
    blame(elsewhere, FindingCode.WRONG_CUSTOMER, "120.00");
    blame(elsewhere, FindingCode.UNCORRELATED, "120.00");

    String tireless = person("Hal", i);
    piece = new Piece(tireless, date, null);
    piece.hours = "9";
    unbacked.add(piece.bill());
    piece = new Piece(tireless, date, null);
    piece.hours = "9";
    blame(piece.bill(), FindingCode.IMPOSSIBLE_DAY, "240.00");
  }

  /** Nobody else has this name, nor one that begins or ends like it. */
  private static String person(String firstName, int i) {
    return firstName + " " + firstName + "berg" + (char) ('a' + i);
  }

  private void blame(LineName line, FindingCode code, String money) {
    faults.put(new Fault(line, code), Money.ofMajor(new BigDecimal(money), AuditedBooks.USD));
  }

  private void invoice(String id, LocalDate date, @Nullable LocalDate periodStart) {
    InvoiceName name = new InvoiceName(AuditedBooks.ATLAS, id);
    invoices.put(
        name,
        new Invoice(
            name, date, AuditedBooks.USD, periodStart, periodStart == null ? null : date, null));
  }

  /** One piece of work, right unless something is set otherwise. */
  private final class Piece {
    private final int id = number++;
    private final String technician;
    private final LocalDate date;
    private final @Nullable Integer hour;
    private String hours = "1";
    private @Nullable String billed;
    private String rate = PRICE;
    private @Nullable String amount;
    private @Nullable String description;
    private String workType = "Remote";
    private String invoice = "2026-09";
    private boolean isAsked = true;
    private boolean isBillable = true;
    private String recordedAt = "";
    private int openedDaysLater;
    private int closedDaysLater = 5;

    Piece(String technician, LocalDate date, @Nullable Integer hour) {
      this.technician = technician;
      this.date = date;
      this.hour = hour;
    }

    String words() {
      return THINGS.get(id % THINGS.size())
          + " "
          + SYMPTOMS.get(id / 3 % SYMPTOMS.size())
          + " "
          + PLACES.get(id / 7 % PLACES.size())
          + " unit"
          + id;
    }

    LineName bill() {
      if (isAsked) {
        log();
      }
      return billAgain();
    }

    private void log() {
      requests.add(
          new Request(
              new RequestName(AuditedBooks.ATLAS, "NG-" + id),
              date.plusDays(openedDaysLater).atTime(8, 0).toInstant(ZoneOffset.UTC),
              date.plusDays(closedDaysLater).atTime(18, 0).toInstant(ZoneOffset.UTC),
              words(),
              "",
              "",
              technician,
              "",
              "",
              "",
              Map.of()));
      entries.add(
          new TimeEntry(
              new TimeEntryName(AuditedBooks.ATLAS, "NG-" + id, "T-" + id),
              technician,
              hour == null ? null : date.atTime(LocalTime.of(hour, 0)).toInstant(ZoneOffset.UTC),
              date,
              Hours.of(hours),
              words(),
              workType,
              isBillable,
              recordedAt.isEmpty() ? Map.of() : Map.of("recorded_at", recordedAt)));
    }

    LineName billAgain() {
      Hours billedHours = Hours.of(billed == null ? hours : billed);
      Rate price = Rate.ofMajor(new BigDecimal(rate), AuditedBooks.USD);
      LineName name =
          new LineName(new InvoiceName(AuditedBooks.ATLAS, invoice), "L" + id + "-" + lines.size());
      lines.add(
          new LaborLine(
              name,
              date,
              technician,
              billedHours,
              price,
              amount == null
                  ? price.times(billedHours)
                  : Money.ofMajor(new BigDecimal(amount), AuditedBooks.USD),
              description == null ? words() : description,
              isAsked ? "NG-" + id : "",
              workType,
              Map.of()));
      return name;
    }
  }

  /** The kinds of which there are faults. */
  Set<FindingCode> kinds() {
    return faults.keySet().stream()
        .map(Fault::code)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(FindingCode.class)));
  }
}
