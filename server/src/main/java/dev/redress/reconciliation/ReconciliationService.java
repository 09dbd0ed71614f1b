package dev.redress.reconciliation;

import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.finding.Finding;
import dev.redress.finding.FindingMode;
import dev.redress.identity.Actor;
import dev.redress.identity.CustomerName;
import dev.redress.identity.IdSource;
import dev.redress.identity.LineName;
import dev.redress.identity.ProviderName;
import dev.redress.identity.ReconciliationName;
import dev.redress.invoice.LaborLine;
import dev.redress.invoice.LaborLineStore;
import dev.redress.invoice.LaborLineStore.LineScope;
import dev.redress.journal.Journal;
import dev.redress.journal.JournalEntry;
import dev.redress.matching.MatchingModel;
import dev.redress.matching.Verdict.Answer;
import dev.redress.reconciliation.CustomerSolver.Facts;
import dev.redress.reconciliation.CustomerSolver.Solution;
import dev.redress.reconciliation.Reconciliation.State;
import dev.redress.reconciliation.VerdictStore.LinePrice;
import dev.redress.reconciliation.VerdictStore.VerdictFilter;
import dev.redress.transaction.Transactions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Starts runs, and tells how they stand and what they said. */
public final class ReconciliationService {
  /** Most lines that a run which stores nothing gives back. */
  public static final int OPEN_VERDICTS_MAX = 1_000;

  private static final int INCONCLUSIVE_CUSTOMERS_MAX = 1_000;

  private final Transactions transactions;
  private final ScopeCheck scopes;
  private final LaborLineStore lines;
  private final ReconciliationStore runs;
  private final VerdictStore verdicts;
  private final FindingStore findings;
  private final CustomerSolver solver;
  private final Journal journal;
  private final IdSource ids;
  private final InstantSource clock;
  private final Runnable wakeWorkers;

  /**
   * Over the stores that it needs.
   *
   * @param wakeWorkers called when there is work
   */
  public ReconciliationService(
      Transactions transactions,
      ScopeCheck scopes,
      LaborLineStore lines,
      ReconciliationStore runs,
      VerdictStore verdicts,
      FindingStore findings,
      CustomerSolver solver,
      Journal journal,
      IdSource ids,
      InstantSource clock,
      Runnable wakeWorkers) {
    this.transactions = transactions;
    this.scopes = scopes;
    this.lines = lines;
    this.runs = runs;
    this.verdicts = verdicts;
    this.findings = findings;
    this.solver = solver;
    this.journal = journal;
    this.ids = ids;
    this.clock = clock;
    this.wakeWorkers = wakeWorkers;
  }

  /**
   * Starts a run; workers do it. A run over no lines has ended at once, INCONCLUSIVE (I7).
   *
   * @throws RedressException as {@link ScopeCheck#require}
   */
  public RunView start(ProviderName provider, LineScope scope, Actor actor) {
    return transactions.run(
        () -> {
          scopes.require(provider, scope);
          Instant now = clock.instant();
          List<CustomerName> customers = lines.customersWithLines(provider, scope);
          Reconciliation run =
              new Reconciliation(
                  new ReconciliationName(provider, ids.next()),
                  customers.isEmpty() ? State.INCONCLUSIVE : State.RUNNING,
                  scope,
                  solver.modelInUse(provider).version(),
                  actor,
                  now,
                  customers.isEmpty() ? now : null);
          runs.insert(run, customers);
          journal.append(
              new JournalEntry(
                  provider,
                  now,
                  actor,
                  "reconciliation.started",
                  run.name().toString(),
                  "",
                  Map.of(
                      "customers", Integer.toString(customers.size()),
                      "modelVersion", run.modelVersion(),
                      "state", run.state().name())));
          transactions.afterCommit(wakeWorkers);
          return view(run);
        });
  }

  /**
   * Runs over the lines in scope and stores nothing.
   *
   * @throws RedressException as {@link ScopeCheck#require}
   */
  public DryRun check(ProviderName provider, LineScope scope, Actor actor) {
    List<CustomerName> customers =
        transactions.run(
            () -> {
              scopes.require(provider, scope);
              return lines.customersWithLines(provider, scope);
            });
    Map<List<Object>, Share> sums = new TreeMap<>(Comparator.comparing(Object::toString));
    List<CustomerName> inconclusive = new ArrayList<>();
    List<LineVerdict> open = new ArrayList<>();
    MatchingModel model = transactions.run(() -> solver.modelInUse(provider));
    Instant start = clock.instant();
    ReconciliationName nowhere = new ReconciliationName(provider, ids.next());
    for (CustomerName customer : customers) {
      Facts facts = transactions.run(() -> solver.read(customer));
      Solution solution = solver.solve(facts, scope, model);
      for (Share share : solution.shares()) {
        sums.merge(List.of(share.answer(), share.amount().currency()), share, Share::plus);
      }
      if (solution.isInconclusive() && inconclusive.size() < INCONCLUSIVE_CUSTOMERS_MAX) {
        inconclusive.add(customer);
      }
      addOpen(open, facts, solution, nowhere);
    }
    boolean clean = inconclusive.size() < customers.size();
    Reconciliation run =
        new Reconciliation(
            nowhere,
            clean ? State.SUCCEEDED : State.INCONCLUSIVE,
            scope,
            model.version(),
            actor,
            start,
            clock.instant());
    Progress progress =
        new Progress(customers.size(), customers.size(), 0, inconclusive.size(), 0, 0);
    List<Share> shares = sums.values().stream().sorted(Share.ORDER).toList();
    return new DryRun(new RunView(run, progress, shares, inconclusive), open);
  }

  /** Keeps the dearest lines that are not matched, or that a clerk should look at all the same. */
  private static void addOpen(
      List<LineVerdict> open, Facts facts, Solution solution, ReconciliationName nowhere) {
    for (LaborLine line : solution.lines()) {
      List<Finding> found = solution.findings(line.name());
      if (solution.verdict(line).answer() != Answer.MATCHED || isForReview(facts, line, found)) {
        open.add(
            LineVerdict.detailed(
                line,
                solution.verdict(line),
                found,
                nowhere,
                solution.accepted().contains(line.name())));
      }
    }
    open.sort(
        Comparator.<LineVerdict>comparingLong(verdict -> -verdict.line().amount().minorUnits())
            .thenComparing(verdict -> verdict.line().name().toString()));
    if (open.size() > OPEN_VERDICTS_MAX) {
      open.subList(OPEN_VERDICTS_MAX, open.size()).clear();
    }
  }

  private static boolean isForReview(Facts facts, LaborLine line, List<Finding> found) {
    return found.stream()
        .map(Finding::code)
        .anyMatch(
            code ->
                facts.books().rules().mode(code).compareTo(FindingMode.REVIEW) >= 0
                    && !facts.isDismissed(line, code));
  }

  /** How a run stands, or {@code RECONCILIATION_NOT_FOUND}. */
  public RunView get(ReconciliationName name) {
    return transactions.run(
        () ->
            view(
                runs.find(name)
                    .orElseThrow(
                        () ->
                            new RedressException(
                                ErrorReason.RECONCILIATION_NOT_FOUND,
                                "there is no reconciliation " + name))));
  }

  /** Runs, newest first, see {@link ReconciliationStore#list}. */
  public List<RunView> list(ProviderName provider, String beforeId, int countMax) {
    return transactions.run(
        () -> runs.list(provider, beforeId, countMax).stream().map(this::view).toList());
  }

  /** Current verdicts, see {@link VerdictStore#list}. */
  public List<LineVerdict> verdicts(
      ProviderName provider, VerdictFilter filter, @Nullable LineName after, int countMax) {
    return transactions.run(() -> verdicts.list(provider, filter, after, countMax));
  }

  /** The same, the dearest lines first, see {@link VerdictStore#listByAmount}. */
  public List<LineVerdict> verdictsByAmount(
      ProviderName provider, VerdictFilter filter, @Nullable LinePrice after, int countMax) {
    return transactions.run(() -> verdicts.listByAmount(provider, filter, after, countMax));
  }

  /** The current verdict of a line, or {@code LINE_NOT_FOUND}, {@code VERDICT_NOT_FOUND}. */
  public LineVerdict explain(LineName line) {
    return transactions.run(
        () ->
            verdicts
                .find(line)
                .map(
                    verdict ->
                        verdict.with(
                            findings.of(line).stream().map(KnownFinding::finding).toList()))
                .orElseThrow(
                    () -> {
                      lines.require(line);
                      return new RedressException(
                          ErrorReason.VERDICT_NOT_FOUND,
                          line + " has no verdict yet; start a reconciliation");
                    }));
  }

  private RunView view(Reconciliation run) {
    return new RunView(
        run,
        runs.progress(run.name()),
        runs.shares(run.name()),
        runs.inconclusiveCustomers(run.name()));
  }

  /**
   * How a run stands.
   *
   * @param shares the coverage of the customers that are done
   * @param inconclusiveCustomers at most 1,000
   */
  public record RunView(
      Reconciliation run,
      Progress progress,
      List<Share> shares,
      List<CustomerName> inconclusiveCustomers) {}

  /**
   * What a run that stores nothing found.
   *
   * @param openVerdicts of lines that are not matched, or that something is wrong with for a clerk
   *     to look at, dearest first, at most {@value #OPEN_VERDICTS_MAX}
   */
  public record DryRun(RunView view, List<LineVerdict> openVerdicts) {}
}
