package dev.redress.cli.audit;

import dev.redress.cli.session.Session;
import dev.redress.v1.AuditServiceGrpc;
import dev.redress.v1.GetJournalAnchorRequest;
import dev.redress.v1.JournalAnchor;
import picocli.CommandLine.Command;

/** {@code redress audit anchor}. */
@Command(
    name = "anchor",
    description = {
      "Prints the last event of the journal with its hash, as a line of JSON.",
      "Keep such lines where nobody who can change the database can change them.",
      "Then 'redress audit verify --anchors FILE' finds what was written anew before them."
    },
    headerHeading = "Examples:%n",
    header = {"  redress audit anchor >> /mnt/elsewhere/redress-anchors.jsonl", ""})
public final class AuditAnchorCommand implements Runnable {
  private final Session session;

  /** A command of a session. */
  public AuditAnchorCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    JournalAnchor anchor =
        session
            .connection()
            .read(
                AuditServiceGrpc.getGetJournalAnchorMethod(),
                GetJournalAnchorRequest.newBuilder().setParent(session.provider()).build());
    session.output().line(JsonLine.of(anchor));
  }
}
