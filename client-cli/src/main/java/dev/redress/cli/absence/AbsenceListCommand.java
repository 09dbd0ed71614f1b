package dev.redress.cli.absence;

import dev.redress.cli.connection.Filter;
import dev.redress.cli.session.Session;
import dev.redress.v1.AbsenceServiceGrpc;
import dev.redress.v1.ListAbsencesRequest;
import dev.redress.v1.ListAbsencesResponse;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code redress absence list}. */
@Command(
    name = "list",
    description = "Lists who is or will be away, and who stands in.",
    headerHeading = "Examples:%n",
    header = {"  redress absence list", "  redress absence list --all --person mia -o csv", ""})
public final class AbsenceListCommand implements Runnable {
  private static final int PAGE_SIZE = 1_000;

  private final Session session;

  @Option(names = "--all", description = "absences that have ended, too")
  private boolean all;

  @Option(names = "--person", paramLabel = "PERSON", description = "only of this person")
  private @Nullable String person;

  /** A command of a session. */
  public AbsenceListCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    Filter filter = new Filter().equal("ended", all ? null : "false").equal("person", person);
    session
        .output()
        .list(
            session
                .connection()
                .pages(
                    AbsenceServiceGrpc.getListAbsencesMethod(),
                    token ->
                        ListAbsencesRequest.newBuilder()
                            .setParent(session.provider())
                            .setPageSize(PAGE_SIZE)
                            .setPageToken(token)
                            .setFilter(filter.toString())
                            .build(),
                    ListAbsencesResponse::getAbsencesList,
                    ListAbsencesResponse::getNextPageToken),
            AbsenceColumns.all());
  }
}
