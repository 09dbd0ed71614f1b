package dev.redress.cli.server;

import dev.redress.cli.failure.ExitCode;
import dev.redress.cli.output.Column;
import dev.redress.cli.output.Numbers;
import dev.redress.cli.session.Session;
import dev.redress.v1.CacheStatus;
import dev.redress.v1.GetServerStatusRequest;
import dev.redress.v1.ServerServiceGrpc;
import dev.redress.v1.ServerStatus;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/**
 * {@code redress status}.
 *
 * <p>Made for scripts that wait for a server: the exit code alone says whether it serves.
 */
@Command(
    name = "status",
    description = "Says whether the server serves, and what it is.",
    headerHeading = "Examples:%n",
    header = {"  redress status", "  redress status --server redress.example:7443", ""})
public final class StatusCommand implements Callable<Integer> {
  private static final List<Column<ServerStatus>> COLUMNS =
      List.of(
          new Column.Text<>("serving", status -> status.getServing() ? "yes" : "no"),
          new Column.Text<>("version", ServerStatus::getVersion),
          new Column.Text<>("database", ServerStatus::getDatabase),
          new Column.Text<>("schema_version", ServerStatus::getSchemaVersion));

  private static final List<Column<CacheStatus>> CACHE_COLUMNS =
      List.of(
          new Column.Text<>("cache", CacheStatus::getCache),
          new Column.Numeric<>("entries", it -> Long.toString(it.getEntries())),
          new Column.Numeric<>("hits", it -> Long.toString(it.getHits())),
          new Column.Numeric<>("misses", it -> Long.toString(it.getMisses())),
          new Column.Numeric<>(
              "hit_%", it -> Numbers.percent(it.getHits(), it.getHits() + it.getMisses())));

  private final Session session;

  /** A command of a session. */
  public StatusCommand(Session session) {
    this.session = session;
  }

  /**
   * Asks the server.
   *
   * @return 0 only if it serves, otherwise 7
   */
  @Override
  public Integer call() {
    ServerStatus status =
        session
            .connection()
            .read(
                ServerServiceGrpc.getGetServerStatusMethod(),
                GetServerStatusRequest.getDefaultInstance());
    session.output().one(status, COLUMNS);
    switch (session.format()) {
      case TABLE -> {
        session.output().line("");
        session.output().table(status.getCachesList(), CACHE_COLUMNS, "");
        session.terminal().flush();
      }
      case JSON, CSV -> {}
    }
    if (!status.getServing()) {
      session.say("The server answers, but its database does not; its log says why.");
      return ExitCode.UNREACHABLE.number();
    }
    return ExitCode.OK.number();
  }
}
