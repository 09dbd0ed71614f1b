package dev.redress.finding;

import dev.redress.agreement.Agreement;
import dev.redress.finding.AuditedLine.Backing;
import dev.redress.identity.LineName;
import dev.redress.invoice.LaborLine;
import dev.redress.matching.Allocation;
import dev.redress.matching.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Lines of a customer and the books that they are held against, for the rules to look at. */
public final class Audit {
  /** The oldest invoice first: what was billed first stands, and what repeats it does not. */
  static final Comparator<AuditedLine> ORDER =
      Comparator.<AuditedLine, LocalDate>comparing(
              line -> line.invoice() == null ? LocalDate.MAX : line.invoice().invoiceDate())
          .thenComparing(line -> line.name().toString());

  /** In this order, since some rely on what others have found. */
  private static final List<Rule> RULES =
      List.of(
          new UncorrelatedRule(),
          new RequestTimeRule(),
          new DuplicateRule(),
          new OverlapRule(),
          new ImpossibleDayRule(),
          new HoursRule(),
          new IncludedHoursRule(),
          new PriceRule(),
          new NonBillableRule(),
          new NotesRule(),
          new PeriodRule(),
          new LateLoggedRule(),
          new ArithmeticRule(),
          new WrongCustomerRule(),
          new WatchListRule());

  private final Books books;
  private final Map<LineName, Verdict> verdicts;
  private final boolean whole;
  private final List<AuditedLine> lines = new ArrayList<>();
  private final Map<String, Set<LineName>> linesOfEntry = new HashMap<>();
  private final Map<String, Set<LineName>> linesOfRequest = new HashMap<>();

  private Audit(
      Books books, Collection<LaborLine> billed, Map<LineName, Verdict> verdicts, boolean whole) {
    this.books = books;
    this.verdicts = verdicts;
    this.whole = whole;
    for (LaborLine line : billed) {
      lines.add(audited(line));
    }
    lines.sort(ORDER);
    for (AuditedLine line : lines) {
      for (Backing backing : line.backings()) {
        Allocation part = backing.allocation();
        linesOfRequest.computeIfAbsent(part.request(), _ -> new HashSet<>()).add(line.name());
        linesOfEntry.computeIfAbsent(part.timeEntry(), _ -> new HashSet<>()).add(line.name());
      }
    }
  }

  /**
   * What is wrong with each line that something is wrong with, in the order of the codes.
   *
   * @param billed all lines of the customer as far as they are still billed
   * @param verdicts on them; none for a line that is accepted without a request
   */
  public static Map<LineName, List<Finding>> of(
      Books books, Collection<LaborLine> billed, Map<LineName, Verdict> verdicts) {
    Audit audit = new Audit(books, billed, verdicts, true);
    return audit.look(audit.lines);
  }

  /**
   * What is wrong with one line; not whether its invoice comes to what it says.
   *
   * @param draft the line, stored or not
   * @param others all other lines of the customer as far as they are still billed
   * @param verdicts on all of them
   */
  public static List<Finding> of(
      Books books, LaborLine draft, Collection<LaborLine> others, Map<LineName, Verdict> verdicts) {
    Optional<Agreement> agreement =
        books.agreements().inForce(draft.workDate()).filter(terms -> terms.included() != null);
    List<LaborLine> near = new ArrayList<>(List.of(draft));
    for (LaborLine other : others) {
      // Work of another day cannot be the same work, but can have used up the same hours.
      if (other.workDate().equals(draft.workDate())
          || agreement.filter(terms -> terms.isInForce(other.workDate())).isPresent()) {
        near.add(other);
      }
    }
    Audit audit = new Audit(books, near, verdicts, false);
    return audit
        .look(audit.lines.stream().filter(line -> line.name().equals(draft.name())).toList())
        .getOrDefault(draft.name(), List.of());
  }

  Books books() {
    return books;
  }

  Thresholds thresholds() {
    return books.rules().thresholds();
  }

  /** Whether it has all lines of the customer. */
  boolean isWhole() {
    return whole;
  }

  /** All lines, those of the oldest invoice first. */
  List<AuditedLine> lines() {
    return lines;
  }

  /** The hours logged that back no line. */
  HoursLeft hoursLeft() {
    return new HoursLeft(books.step(), books.timeEntries().values(), verdicts.values());
  }

  /** Whether no other line is backed by any of its time entries. */
  boolean hasEntriesAlone(AuditedLine line) {
    return line.backings().stream()
        .allMatch(
            backing ->
                backing.entry() != null
                    && linesOfEntry.getOrDefault(backing.allocation().timeEntry(), Set.of()).size()
                        == 1);
  }

  /** Whether no other line is backed by any of its requests. */
  boolean hasRequestsAlone(AuditedLine line) {
    return line.backings().stream()
        .allMatch(
            backing ->
                linesOfRequest.getOrDefault(backing.allocation().request(), Set.of()).size() == 1);
  }

  /** Whether a time entry backs some line. */
  boolean isBilled(String timeEntry) {
    return linesOfEntry.containsKey(timeEntry);
  }

  private Map<LineName, List<Finding>> look(List<AuditedLine> wanted) {
    Found found = new Found(books.rules());
    for (Rule rule : RULES) {
      if (rule.codes().stream().anyMatch(books.rules()::isOn)) {
        rule.look(this, wanted, found);
      }
    }
    return found.all();
  }

  private AuditedLine audited(LaborLine line) {
    Verdict verdict = verdicts.get(line.name());
    List<Backing> backings =
        verdict == null
            ? List.of()
            : verdict.allocations().stream()
                .map(
                    part ->
                        new Backing(
                            part,
                            books.requests().get(part.request()),
                            books.timeEntries().get(part.timeEntry())))
                .toList();
    return new AuditedLine(
        line,
        books.invoices().get(line.name().invoice()),
        verdict,
        books.agreements().inForce(line.workDate()).orElse(null),
        backings);
  }
}
