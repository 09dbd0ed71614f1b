package dev.redress.cli.notification;

import dev.redress.cli.failure.CommandFailure;
import dev.redress.cli.failure.ExitCode;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which dead letters of which target. */
final class DeadLetterChoice {
  @Parameters(index = "0", paramLabel = "TARGET", description = "the target's id or resource name")
  @SuppressWarnings("NullAway.Init") // a required parameter
  private String target;

  @Parameters(
      index = "1..*",
      paramLabel = "SEQUENCE",
      description = "the events, by their sequences")
  private List<Long> sequences = new ArrayList<>();

  @Option(names = "--all", description = "all dead letters of the target")
  private boolean all;

  /** As it was typed. */
  String target() {
    return target;
  }

  /**
   * The sequences; empty for all.
   *
   * @throws CommandFailure when neither or both were given
   */
  List<Long> sequences() {
    if (all == !sequences.isEmpty()) {
      throw new CommandFailure(ExitCode.USAGE, "give the sequences of events, or --all");
    }
    return sequences;
  }
}
