package dev.redress.reconciliation;

import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.identity.Actor;
import dev.redress.identity.CustomerName;
import dev.redress.identity.IdSource;
import dev.redress.identity.LineName;
import dev.redress.identity.ProviderName;
import dev.redress.identity.ReconciliationName;
import dev.redress.invoice.Drafts;
import dev.redress.invoice.LaborLineStore;
import dev.redress.invoice.LaborLineStore.LineScope;
import dev.redress.journal.Journal;
import dev.redress.journal.JournalEntry;
import dev.redress.matching.MatchingModel;
import dev.redress.reconciliation.CustomerSolver.Facts;
import dev.redress.reconciliation.Reconciliation.State;
import dev.redress.reconciliation.VerdictStore.LinePrice;
import dev.redress.reconciliation.VerdictStore.VerdictFilter;
import dev.redress.transaction.Transactions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Starts runs, and tells how they stand and what they said. */
public final class ReconciliationService {
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
    MatchingModel model = transactions.run(() -> solver.modelInUse(provider));
    DryRun.Sum sum =
        new DryRun.Sum(
            new ReconciliationName(provider, ids.next()), scope, model, actor, clock.instant());
    for (CustomerName customer : customers) {
      Facts facts = transactions.run(() -> solver.read(customer));
      sum.add(customer, facts, solver.solve(facts, scope::contains, model));
    }
    return sum.ended(clock.instant());
  }

  /**
   * Answers for lines that are to be billed as if they were stored, and stores nothing.
   *
   * @throws RedressException as {@link ScopeCheck#require}
   */
  public DryRun check(ProviderName provider, Drafts drafts, Actor actor) {
    MatchingModel model =
        transactions.run(
            () -> {
              scopes.require(provider, LineScope.ALL);
              return solver.modelInUse(provider);
            });
    DryRun.Sum sum =
        new DryRun.Sum(
            new ReconciliationName(provider, ids.next()),
            LineScope.ALL,
            model,
            actor,
            clock.instant());
    for (CustomerName customer : drafts.customers()) {
      Facts facts = transactions.run(() -> solver.read(customer, drafts));
      sum.add(
          customer,
          facts,
          solver.solve(facts, line -> drafts.lines().containsKey(line.name()), model));
    }
    return sum.ended(clock.instant());
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
}
