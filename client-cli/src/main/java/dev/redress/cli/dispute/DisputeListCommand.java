package dev.redress.cli.dispute;

import dev.redress.cli.connection.Filter;
import dev.redress.cli.session.Session;
import dev.redress.v1.Dispute;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code redress dispute list}.
 *
 * <p>The default is what is open: a dispute that has ended needs nobody. Naming a state asks for
 * that state alone, open or not.
 */
@Command(
    name = "list",
    description = "Lists the open disputes, with the call that is due for each.",
    headerHeading = "Examples:%n",
    header = {
      "  redress dispute list",
      "  redress dispute list --owner 'Sarah Whitlock'",
      "  redress dispute list --all --state RESOLVED",
      "  redress dispute list -o csv > on-hold.csv",
      ""
    },
    footerHeading = "%n",
    footer =
        "CSV also has what is on hold and until when, the priority, who raised the dispute and when it"
            + " is to be resolved.")
public final class DisputeListCommand implements Runnable {
  private final Session session;

  @Option(names = "--all", description = "disputes that have ended, too")
  private boolean all;

  @Option(names = "--owner", paramLabel = "OWNER", description = "only disputes of this owner")
  private @Nullable String owner;

  @Option(
      names = "--state",
      paramLabel = "STATE",
      converter = StateChoice.class,
      completionCandidates = StateChoice.class,
      description = "only disputes in this state, open or not: ${COMPLETION-CANDIDATES}")
  private Dispute.@Nullable State state;

  /** A command of a session. */
  public DisputeListCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    Filter filter =
        new Filter()
            .isTrue("open", !all && state == null)
            .equal("state", state == null ? null : state.name())
            .equal("owner", owner);
    session.output().list(Disputes.list(session, filter), Disputes.columns(session.format()));
  }
}
