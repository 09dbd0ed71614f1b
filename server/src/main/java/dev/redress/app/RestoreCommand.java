package dev.redress.app;

import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code redress restore}: its options, and what it says. */
@Command(
    name = "redress restore",
    sortOptions = false,
    mixinStandardHelpOptions = true,
    versionProvider = ServerVersion.class,
    customSynopsis = {
      "redress restore /backup/2026-11-25 --data /var/lib/redress-new",
      "       redress restore /backup/2026-11-25 --data /var/lib/redress-new"
          + " --roll-forward-from /var/lib/redress"
    },
    description = {
      "",
      "Makes a data folder of a backup and looks at all of it before a server may use it: the",
      "checksums of the files, the tables, the journals and the invariants. No server runs.",
      ""
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:restored, and everything holds",
      "1:what was restored does not hold; it was removed again",
      "2:an option is wrong",
      "3:the backup is damaged or none, or a folder cannot be read or written",
      "6:the data folder is not empty, or one is in use",
      "70:a bug"
    })
final class RestoreCommand implements Callable<Integer> {
  @Parameters(paramLabel = "BACKUP", description = "The folder of the backup.")
  @SuppressWarnings("NullAway.Init") // picocli sets it before the call
  private Path backup;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      required = true,
      description = "The data folder to make; it must be empty or not exist.")
  @SuppressWarnings("NullAway.Init") // picocli sets it before the call
  private Path data;

  @Option(
      names = "--roll-forward-from",
      paramLabel = "OLD_DATA",
      description =
          "The data folder that the backup is of: what happened since is done again by the logs"
              + " in it. It is only read.")
  private @Nullable Path oldData;

  @Override
  public Integer call() {
    try {
      Restoration.Restored restored =
          new Restoration(backup, data, Optional.ofNullable(oldData)).run();
      System.err.println(
          "redress: restored the backup of "
              + restored.backupTime().truncatedTo(ChronoUnit.SECONDS)
              + (oldData == null ? "" : ", rolled forward,")
              + " into "
              + data
              + ": schema "
              + restored.schema()
              + ", "
              + restored.providerCount()
              + (restored.providerCount() == 1 ? " provider" : " providers")
              + ", "
              + restored.eventCount()
              + (restored.eventCount() == 1 ? " event" : " events"));
      System.err.println(
          "redress: checksums, tables, journals and invariants hold; next: redress serve --data "
              + data);
      return 0;
    } catch (RestoreFailedException e) {
      System.err.println("redress: " + e.getMessage());
      return e.exitCode();
    }
  }
}
