package dev.redress.cli.escalation;

import dev.redress.cli.connection.Filter;
import dev.redress.cli.connection.ResourceName;
import dev.redress.cli.session.Session;
import dev.redress.v1.Escalation;
import dev.redress.v1.EscalationServiceGrpc;
import dev.redress.v1.ListEscalationsRequest;
import dev.redress.v1.ListEscalationsResponse;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code redress escalation list}.
 *
 * <p>The default is what nobody sees to yet; naming a state asks for that state alone.
 */
@Command(
    name = "list",
    description = "Lists the escalations that nobody sees to yet.",
    headerHeading = "Examples:%n",
    header = {
      "  redress escalation list",
      "  redress escalation list --person lead",
      "  redress escalation list --all --customer VARN -o csv",
      ""
    })
public final class EscalationListCommand implements Runnable {
  private static final int PAGE_SIZE = 1_000;

  private final Session session;

  @Option(names = "--all", description = "those that are acknowledged or closed, too")
  private boolean all;

  @Option(
      names = "--state",
      paramLabel = "STATE",
      converter = StateChoice.class,
      completionCandidates = StateChoice.class,
      description = "only escalations in this state: ${COMPLETION-CANDIDATES}")
  private Escalation.@Nullable State state;

  @Option(names = "--person", paramLabel = "PERSON", description = "only what this person was told")
  private @Nullable String person;

  @Option(names = "--customer", paramLabel = "CUSTOMER", description = "only of this customer")
  private @Nullable String customer;

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      converter = KindChoice.class,
      completionCandidates = KindChoice.class,
      description = "only what is late in this way: ${COMPLETION-CANDIDATES}")
  private Escalation.@Nullable SubjectKind kind;

  @Option(names = "--dispute", paramLabel = "DISPUTE", description = "only of this dispute")
  private @Nullable String dispute;

  @Option(names = "--callback", paramLabel = "CALLBACK", description = "only of this callback")
  private @Nullable String callback;

  /** A command of a session. */
  public EscalationListCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    Filter filter =
        new Filter()
            .equal("state", wantedState())
            .equal("person", person)
            .equal("customer", customer == null ? null : ResourceName.lastId(customer))
            .equal("dispute", dispute == null ? null : ResourceName.lastId(dispute))
            .equal("subject_kind", kind == null ? null : kind.name())
            .equal("callback", callback == null ? null : ResourceName.lastId(callback));
    session
        .output()
        .list(
            session
                .connection()
                .pages(
                    EscalationServiceGrpc.getListEscalationsMethod(),
                    token ->
                        ListEscalationsRequest.newBuilder()
                            .setParent(session.provider())
                            .setPageSize(PAGE_SIZE)
                            .setPageToken(token)
                            .setFilter(filter.toString())
                            .build(),
                    ListEscalationsResponse::getEscalationsList,
                    ListEscalationsResponse::getNextPageToken),
            EscalationColumns.list());
  }

  private @Nullable String wantedState() {
    if (state != null) {
      return state.name();
    }
    return all ? null : Escalation.State.OPEN.name();
  }
}
