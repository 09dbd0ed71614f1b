package dev.redress.cli.verdict;

import dev.redress.cli.connection.Connection;
import dev.redress.cli.output.Numbers;
import dev.redress.cli.session.Lookup;
import dev.redress.cli.session.Session;
import dev.redress.v1.ReconciliationServiceGrpc;
import dev.redress.v1.SplitLineRequest;
import dev.redress.v1.Verdict;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code redress verdict split}.
 *
 * <p>A reason is asked for: a split takes the place of what was confirmed about the line before.
 */
@Command(
    name = "split",
    description = "Records how many hours of a labor line are for which of several requests.",
    headerHeading = "Examples:%n",
    header = {
      "  redress verdict split 26091-03 NG-1045=1.5 NG-1050=0.5 --reason 'two visits in one'",
      ""
    })
public final class VerdictSplitCommand extends DecisionCommand {
  @Parameters(
      index = "1..*",
      arity = "2..*",
      paramLabel = "REQUEST=HOURS",
      converter = PartChoice.Converter.class,
      description =
          "2 to 20 requests by id or resource name, each with its hours; what they leave of the"
              + " line stays unbacked")
  @SuppressWarnings("NullAway.Init") // a required parameter
  private List<PartChoice> parts;

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      description = "why, for those who look later")
  @SuppressWarnings("NullAway.Init") // a required option
  private String reason;

  /** A command of a session. */
  public VerdictSplitCommand(Session session) {
    super(session);
  }

  @Override
  Decided decide(Lookup lookup, String lineName) {
    SplitLineRequest.Builder request =
        SplitLineRequest.newBuilder()
            .setLine(lineName)
            .setReason(reason)
            .setRequestId(Connection.newRequestId());
    for (PartChoice part : parts) {
      request
          .addPartsBuilder()
          .setRequest(lookup.request(lineName, part.request()))
          .setHours(part.hours().doubleValue());
    }
    Verdict verdict = send(ReconciliationServiceGrpc.getSplitLineMethod(), request.build());
    String shares =
        request.getPartsList().stream()
            .map(part -> Numbers.hours(part.getHours()) + " h for " + id(part.getRequest()))
            .collect(Collectors.joining(", "));
    return new Decided(
        verdict,
        "Split: line "
            + id(lineName)
            + " has "
            + shares
            + "; it is now "
            + verdict.getVerdict()
            + ".");
  }
}
