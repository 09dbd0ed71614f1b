package dev.redress.cli.reconciliation;

import dev.redress.cli.connection.Connection;
import dev.redress.cli.failure.CommandFailure;
import dev.redress.cli.failure.ExitCode;
import dev.redress.cli.output.Progress;
import dev.redress.cli.session.Session;
import dev.redress.v1.Reconciliation;
import dev.redress.v1.ReconciliationScope;
import dev.redress.v1.ReconciliationServiceGrpc;
import dev.redress.v1.StartReconciliationRequest;
import dev.redress.v1.StartReconciliationResponse;
import dev.redress.v1.WatchReconciliationRequest;
import dev.redress.v1.WatchReconciliationResponse;
import java.util.Iterator;

/** Starts a run and follows it to its end. */
public final class ReconciliationRun {
  private ReconciliationRun() {}

  /** Starts a run that stores its verdicts, shows how far it is, and returns how it ended. */
  public static Reconciliation run(Session session, ReconciliationScope scope) {
    Reconciliation started = start(session, scope, false).getReconciliation();
    try (Progress progress =
        Progress.start(
            session.terminal(), "Reconciling", started.getCustomersTotal(), " customers", 1)) {
      return session.connection().retrying(() -> follow(session, started, progress));
    }
  }

  /** Starts a run; one that stores nothing has ended when this returns. */
  static StartReconciliationResponse start(
      Session session, ReconciliationScope scope, boolean validateOnly) {
    return session
        .connection()
        .change(
            ReconciliationServiceGrpc.getStartReconciliationMethod(),
            StartReconciliationRequest.newBuilder()
                .setParent(session.provider())
                .setScope(scope)
                .setValidateOnly(validateOnly)
                .setRequestId(Connection.newRequestId())
                .build(),
            Connection.MATCHING_TIME);
  }

  private static Reconciliation follow(Session session, Reconciliation started, Progress progress) {
    Iterator<WatchReconciliationResponse> messages =
        session.connection().stream(
            ReconciliationServiceGrpc.getWatchReconciliationMethod(),
            WatchReconciliationRequest.newBuilder().setName(started.getName()).build());
    Reconciliation last = started;
    while (messages.hasNext()) {
      last = messages.next().getReconciliation();
      progress.reached(last.getCustomersDone(), last.getCustomersTotal());
    }
    if (last.getState() == Reconciliation.State.RUNNING) {
      throw new CommandFailure(
          ExitCode.UNREACHABLE, "the server stopped telling how far the run is");
    }
    return last;
  }
}
