package dev.redress.cli.handoff;

import dev.redress.cli.session.Lookup;
import dev.redress.cli.session.Session;
import dev.redress.v1.DisputeServiceGrpc;
import dev.redress.v1.GetHandoffRequest;
import dev.redress.v1.Handoff;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code redress handoff show}.
 *
 * <p>The table is followed by the brief that the receiver was given, which is kept as it was.
 */
@Command(
    name = "show",
    description = "Shows a handoff with the brief that was given.",
    headerHeading = "Examples:%n",
    header = {"  redress handoff show 01m81j8cgca2902rtrh42mvrsf", ""})
public final class HandoffShowCommand implements Runnable {
  private final Session session;

  @Parameters(paramLabel = "HANDOFF", description = "the handoff's id or resource name")
  @SuppressWarnings("NullAway.Init") // a required parameter
  private String handoff;

  /** A command of a session. */
  public HandoffShowCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    Handoff found =
        session
            .connection()
            .read(
                DisputeServiceGrpc.getGetHandoffMethod(),
                GetHandoffRequest.newBuilder()
                    .setName(new Lookup(session).handoff(handoff))
                    .build());
    session.output().one(found, HandoffColumns.all());
    switch (session.format()) {
      case TABLE -> print(found);
      case JSON, CSV -> {}
    }
  }

  private void print(Handoff found) {
    session.output().line("");
    if (!found.getNote().isEmpty()) {
      session.output().line("Note: " + found.getNote());
      session.output().line("");
    }
    found.getBrief().lines().forEach(session.output()::line);
    session.terminal().flush();
  }
}
