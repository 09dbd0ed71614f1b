package dev.redress.cli.server;

import dev.redress.cli.connection.Connection;
import dev.redress.cli.output.Column;
import dev.redress.cli.session.Session;
import dev.redress.cli.session.ShellWord;
import dev.redress.v1.BackUpRequest;
import dev.redress.v1.Backup;
import dev.redress.v1.ServerServiceGrpc;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code redress backup}.
 *
 * <p>The server writes the backup on its own machine, below the folder that it was started with: no
 * caller can have it write anywhere else.
 */
@Command(
    name = "backup",
    description = "Makes a backup of the whole database while the server serves.",
    headerHeading = "Examples:%n",
    header = {"  redress backup 2026-11-25", "  redress backup before-update --standalone", ""},
    footerHeading = "%n",
    footer = "Needs a server that was started with --backup-dir, on embedded Derby.")
public final class BackupCommand implements Runnable {
  /** As long as the server works on one call. */
  private static final Duration TIME = Duration.ofMinutes(15);

  private static final List<Column<Backup>> COLUMNS =
      List.of(
          new Column.Text<>("backup", Backup::getBackupId),
          new Column.Text<>("folder", Backup::getFolder),
          new Column.Moment<>("created", Backup::getCreateTime),
          new Column.Text<>("version", Backup::getVersion),
          new Column.Text<>("database", Backup::getDatabase),
          new Column.Text<>("schema_version", Backup::getSchemaVersion),
          new Column.Numeric<>("providers", it -> Integer.toString(it.getProviderCount())),
          new Column.Numeric<>("files", it -> Integer.toString(it.getFileCount())),
          new Column.Numeric<>("bytes", it -> Long.toString(it.getSizeBytes())));

  private final Session session;

  @Parameters(
      paramLabel = "NAME",
      description = "the name of the backup's folder: lower-case letters, digits and hyphens")
  private String name = "";

  @Option(
      names = "--standalone",
      description =
          "it cannot be rolled forward, and the server keeps no logs from now on; those that it"
              + " kept are deleted")
  private boolean standalone;

  /** A command of a session. */
  public BackupCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    Backup backup =
        session
            .connection()
            .change(
                ServerServiceGrpc.getBackUpMethod(),
                BackUpRequest.newBuilder()
                    .setBackupId(name)
                    .setStandalone(standalone)
                    .setRequestId(Connection.newRequestId())
                    .build(),
                TIME);
    session.output().one(backup, COLUMNS);
    session.say(
        standalone
            ? "Backed up; it cannot be rolled forward, and no logs are kept."
            : "Backed up; it can be rolled forward by the logs that are kept until the next backup.");
    session.say(
        "To see whether it is whole: redress restore "
            + ShellWord.of(backup.getFolder())
            + " --data NEW_DIR");
  }
}
