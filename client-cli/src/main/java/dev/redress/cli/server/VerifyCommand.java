package dev.redress.cli.server;

import dev.redress.cli.connection.Connection;
import dev.redress.cli.failure.ExitCode;
import dev.redress.cli.output.Column;
import dev.redress.cli.session.Session;
import dev.redress.v1.ReconciliationServiceGrpc;
import dev.redress.v1.VerifyInvariantsRequest;
import dev.redress.v1.VerifyInvariantsResponse.Check;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/**
 * {@code redress verify}.
 *
 * <p>The invariants hold by the schema and by transactions; this looks at the data itself, for the
 * day when one of these was wrong.
 */
@Command(
    name = "verify",
    description = "Checks on live data that what must always be true is true.",
    headerHeading = "Examples:%n",
    header = {"  redress verify", "  redress verify -o json", ""},
    footerHeading = "%n",
    footer = "Exit code 1 when an invariant is broken.")
public final class VerifyCommand implements Callable<Integer> {
  private static final List<Column<Check>> COLUMNS =
      List.of(
          new Column.Text<>("invariant", Check::getInvariant),
          new Column.State<>("holds", VerifyCommand::holds),
          new Column.Numeric<>("checked", check -> Long.toString(check.getChecked())),
          new Column.Text<>("statement", Check::getStatement),
          new Column.Text<>("violations", check -> String.join("; ", check.getViolationsList())));

  private final Session session;

  /** A command of a session. */
  public VerifyCommand(Session session) {
    this.session = session;
  }

  /**
   * Asks the server.
   *
   * @return 0, or 1 when an invariant is broken
   */
  @Override
  public Integer call() {
    List<Check> checks =
        session
            .connection()
            .read(
                ReconciliationServiceGrpc.getVerifyInvariantsMethod(),
                VerifyInvariantsRequest.newBuilder().setParent(session.provider()).build(),
                Connection.MATCHING_TIME)
            .getChecksList();
    session.output().list(checks.iterator(), COLUMNS);
    List<String> violations =
        checks.stream().flatMap(check -> check.getViolationsList().stream()).toList();
    if (violations.isEmpty()) {
      session.say("All " + checks.size() + " invariants hold.");
      return ExitCode.OK.number();
    }
    violations.forEach(session::say);
    session.say("Broken: this must not happen; please report it with the log of the server.");
    return ExitCode.INVARIANT_BROKEN.number();
  }

  private static Answer holds(Check check) {
    return check.getViolationsCount() == 0 ? Answer.YES : Answer.NO;
  }

  /** Whether an invariant holds. */
  private enum Answer {
    YES,
    NO
  }
}
