package dev.redress.cli.reconciliation;

import dev.redress.cli.failure.ExitCode;
import dev.redress.cli.option.DateConverter;
import dev.redress.cli.output.Moments;
import dev.redress.cli.output.Output;
import dev.redress.cli.session.Lookup;
import dev.redress.cli.session.Session;
import dev.redress.cli.verdict.Verdicts;
import dev.redress.v1.Reconciliation;
import dev.redress.v1.ReconciliationScope;
import dev.redress.v1.StartReconciliationResponse;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code redress reconcile}.
 *
 * <p>A run that stores is followed to its end, over lost connections too: it goes on in the server
 * in any case. A dry run is over when the answer comes. An inconclusive run is no failure, but it
 * says loudly that nothing was audited (I7).
 */
@Command(
    name = "reconcile",
    description = "Answers for each labor line, and disputes those that nobody asked for.",
    headerHeading = "Examples:%n",
    header = {
      "  redress reconcile",
      "  redress reconcile --customer VARN --from 2026-09-01 --to 2026-09-30",
      "  redress reconcile --invoice INV-26091 --dry-run",
      ""
    })
public final class ReconcileCommand implements Callable<Integer> {
  private final Session session;

  @Option(
      names = "--customer",
      paramLabel = "CUSTOMER",
      description = "only lines of this customer")
  private @Nullable String customer;

  @Option(names = "--invoice", paramLabel = "INVOICE", description = "only lines of this invoice")
  private @Nullable String invoice;

  @Option(
      names = "--from",
      paramLabel = "DATE",
      converter = DateConverter.class,
      description = "only work from this date on")
  private @Nullable LocalDate from;

  @Option(
      names = "--to",
      paramLabel = "DATE",
      converter = DateConverter.class,
      description = "only work up to and with this date")
  private @Nullable LocalDate to;

  @Option(
      names = "--dry-run",
      description = "store nothing, and show the lines that would not stand")
  private boolean dryRun;

  /** A command of a session. */
  public ReconcileCommand(Session session) {
    this.session = session;
  }

  /**
   * Runs.
   *
   * @return 0, or 70 when a customer could not be finished
   */
  @Override
  public Integer call() {
    if (dryRun) {
      StartReconciliationResponse answer = ReconciliationRun.start(session, scope(), true);
      printDryRun(answer);
      return ExitCode.OK.number();
    }
    Reconciliation run = ReconciliationRun.run(session, scope());
    Output output = session.output();
    switch (session.format()) {
      case TABLE -> CoverageTable.print(output, run.getCoverage());
      case JSON -> output.json(run);
      case CSV ->
          output.csv(run.getCoverage().getSharesList(), CoverageTable.columns(run.getCoverage()));
    }
    return end(run);
  }

  private void printDryRun(StartReconciliationResponse answer) {
    Output output = session.output();
    switch (session.format()) {
      case TABLE -> {
        CoverageTable.print(output, answer.getReconciliation().getCoverage());
        if (answer.getOpenVerdictsCount() > 0) {
          output.line("");
          output.table(answer.getOpenVerdictsList(), Verdicts.columns(), "");
        }
      }
      case JSON -> output.json(answer);
      case CSV -> output.csv(answer.getOpenVerdictsList(), Verdicts.columns());
    }
    session.say("Nothing was stored.");
    session.sayNext("reconcile");
  }

  private int end(Reconciliation run) {
    return switch (run.getState()) {
      case INCONCLUSIVE -> {
        session.say("Inconclusive: there were no lines or no requests, so nothing was audited.");
        session.sayNext("import requests FILE");
        yield ExitCode.OK.number();
      }
      case SUCCEEDED -> {
        session.say(
            run.getDisputesOpened()
                + " disputes opened, "
                + run.getLinesDisputed()
                + " lines disputed.");
        session.sayNext("callback list --due today");
        session.sayNext("verdict list --verdict AMBIGUOUS");
        yield ExitCode.OK.number();
      }
      case FAILED -> {
        session.say(
            "The run failed after "
                + run.getCustomersDone()
                + " of "
                + run.getCustomersTotal()
                + " customers; the log of the server says why.");
        yield ExitCode.BUG.number();
      }
      case RUNNING, STATE_UNSPECIFIED, UNRECOGNIZED ->
          throw new IllegalStateException("a run that ended is " + run.getState());
    };
  }

  private ReconciliationScope scope() {
    ReconciliationScope.Builder scope = ReconciliationScope.newBuilder();
    Lookup lookup = new Lookup(session);
    String customerName = customer == null ? null : lookup.customer(customer);
    if (customerName != null) {
      scope.setCustomer(customerName);
    }
    if (invoice != null) {
      scope.setInvoice(lookup.invoice(customerName, invoice));
    }
    if (from != null) {
      scope.setFromDate(Moments.date(from));
    }
    if (to != null) {
      scope.setToDate(Moments.date(to));
    }
    return scope.build();
  }
}
