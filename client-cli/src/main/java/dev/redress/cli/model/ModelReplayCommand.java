package dev.redress.cli.model;

import dev.redress.cli.connection.Connection;
import dev.redress.cli.connection.ResourceName;
import dev.redress.cli.failure.ExitCode;
import dev.redress.cli.output.Column;
import dev.redress.cli.output.Output;
import dev.redress.cli.session.Session;
import dev.redress.v1.ModelServiceGrpc;
import dev.redress.v1.VerifyReplayRequest;
import dev.redress.v1.VerifyReplayResponse;
import dev.redress.v1.VerifyReplayResponse.CustomerReplay;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code redress model replay}. */
@Command(
    name = "replay",
    description = "Does a past run again by the model that it names, and compares the verdicts.",
    headerHeading = "Examples:%n",
    header = {"  redress model replay 01k6c3v5r8e9x2q4t7m1n0p3sa", ""},
    footerHeading = "%n",
    footer = "Nothing is stored. Exit code 1 when verdicts differ although no fact has changed.")
public final class ModelReplayCommand implements Callable<Integer> {
  private static final List<Column<CustomerReplay>> COLUMNS =
      List.of(
          new Column.Name<>("customer", CustomerReplay::getCustomer),
          new Column.State<>("outcome", CustomerReplay::getOutcome),
          new Column.Text<>(
              "differing_lines",
              it ->
                  String.join(
                      ", ",
                      it.getDifferingLinesList().stream().map(ResourceName::lastId).toList())));

  private final Session session;

  @Parameters(paramLabel = "RUN", description = "the run's id or resource name")
  @SuppressWarnings("NullAway.Init") // a required parameter
  private String run;

  /** A command of a session. */
  public ModelReplayCommand(Session session) {
    this.session = session;
  }

  /**
   * Asks the server.
   *
   * @return 0, or 1 when verdicts differ
   */
  @Override
  public Integer call() {
    String name =
        ResourceName.isFull(run)
            ? run
            : ResourceName.of(session.provider(), "reconciliations", run);
    VerifyReplayResponse answer =
        session
            .connection()
            .read(
                ModelServiceGrpc.getVerifyReplayMethod(),
                VerifyReplayRequest.newBuilder().setReconciliation(name).build(),
                Connection.MATCHING_TIME);
    Output output = session.output();
    switch (session.format()) {
      case TABLE -> {
        if (answer.getCustomersCount() > 0) {
          output.table(answer.getCustomersList(), COLUMNS, "");
        }
        session.terminal().flush();
      }
      case JSON -> output.json(answer);
      case CSV -> output.csv(answer.getCustomersList(), COLUMNS);
    }
    session.say(
        "By "
            + ResourceName.lastId(answer.getModel())
            + ": "
            + answer.getSame()
            + " customers the same to the byte, "
            + answer.getDifferent()
            + " different, "
            + answer.getFactsChanged()
            + " with other facts by now, "
            + answer.getUnknown()
            + " unknown.");
    return answer.getDifferent() == 0 ? ExitCode.OK.number() : ExitCode.INVARIANT_BROKEN.number();
  }
}
