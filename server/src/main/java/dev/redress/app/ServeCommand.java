package dev.redress.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code redress serve}: the options of the server. */
@Command(
    name = "redress serve",
    sortOptions = false,
    mixinStandardHelpOptions = true,
    versionProvider = ServerVersion.class,
    customSynopsis = {
      "redress serve",
      "       redress serve --data /var/lib/redress --port 7443",
      "       redress serve --db jdbc:postgresql://db/redress --db-user redress"
    },
    description = {
      "",
      "Starts a server and stays in the foreground; SIGTERM or Ctrl-C ends it.",
      "When it is ready it says so on stderr in one line, with its address.",
      ""
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:ended as asked",
      "1:--check found something that does not let a server start",
      "2:an option is wrong",
      "70:could not start or go on; the sentence on stderr says why"
    })
final class ServeCommand implements Callable<Integer> {
  private static final int DEFAULT_PORT = 7443;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "The folder of the embedded database. Default: $XDG_DATA_HOME/redress, else"
              + " ~/.local/share/redress.")
  private @Nullable Path data;

  @Option(
      names = "--db",
      paramLabel = "URL",
      description = "A PostgreSQL database, jdbc:postgresql://HOST/NAME. Default: embedded.")
  private @Nullable String database;

  @Option(names = "--db-user", paramLabel = "USER", description = "Its user. Default: redress.")
  private String databaseUser = "redress";

  @Option(
      names = "--db-password-file",
      paramLabel = "FILE",
      description = "A file with the user's password. Default: no password.")
  private @Nullable Path databasePasswordFile;

  @Option(
      names = "--backup-dir",
      paramLabel = "DIR",
      description =
          "The folder below which 'redress backup' may make backups. Default: none are made.")
  private @Nullable Path backups;

  @Option(
      names = "--bind",
      paramLabel = "ADDRESS",
      description = "The address to listen on; others than loopback need TLS. Default: 127.0.0.1.")
  private String bind = "127.0.0.1";

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "The port to listen on; 0 takes a free one. Default: " + DEFAULT_PORT + ".")
  private int port = DEFAULT_PORT;

  @Option(
      names = "--metrics-port",
      paramLabel = "PORT",
      description = "Serves Prometheus metrics at /metrics; 0 takes a free port. Default: off.")
  private int metricsPort = -1;

  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "Threads that reconcile, 1 to 64. Default: one for each processor.")
  private int workers = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 64);

  @Option(
      names = "--connections-max",
      paramLabel = "N",
      description = "Connections to the database, 2 to 200. Default: 16.")
  private int connectionsMax = 16;

  @Option(
      names = "--calls-max",
      paramLabel = "N",
      description = "Calls in flight; more are refused with a time to wait. Default: 256.")
  private int callsMax = 256;

  @Option(
      names = "--upload-mebibytes-max",
      paramLabel = "N",
      description = "The largest file to import. Default: 4096.")
  private int uploadMebibytesMax = 4_096;

  @Option(
      names = "--drain-seconds",
      paramLabel = "N",
      description = "How long calls may go on after SIGTERM, 0 to 600. Default: 10.")
  private int drainSeconds = 10;

  @Option(
      names = "--no-reflection",
      negatable = false,
      description = "Does not describe the API to clients that ask.")
  private boolean noReflection;

  @Option(
      names = "--check",
      description =
          "Looks whether a server could start, says so in a line for each thing that it needs, and"
              + " starts none.")
  private boolean check;

  @Mixin private final NotifyOptions notify = new NotifyOptions();

  @Mixin private final AccessOptions access = new AccessOptions();

  @Spec private @Nullable CommandSpec spec;

  /** Its options stand in front of these already, see {@link ConfigFile}. */
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "A file with a line 'option=value' for each option above, without the hyphens in front;"
              + " an option on the command line wins, an unknown one stops the start.")
  void config(Path file) {
    existing("--config", file);
  }

  @Override
  public Integer call() {
    ServerConfig chosen;
    try {
      chosen = toConfig();
    } catch (IllegalArgumentException | IOException e) {
      String sentence = e.getMessage() == null ? e.toString() : e.getMessage();
      throw new ParameterException(command().commandLine(), sentence, e);
    }
    return check ? Examination.run(chosen) : ServerProcess.run(chosen);
  }

  private ServerConfig toConfig() throws IOException {
    return new ServerConfig(
        data == null ? home() : data,
        database,
        databaseUser,
        databasePasswordFile == null
            ? ""
            : Files.readString(existing("--db-password-file", databasePasswordFile)).strip(),
        address(),
        port,
        metricsPort,
        workers,
        connectionsMax,
        callsMax,
        uploadMebibytesMax,
        drainSeconds,
        !noReflection,
        notify.smtp(),
        notify.privateHosts(),
        access.settings(home().resolve("tokens")),
        backups);
  }

  private InetAddress address() {
    try {
      return InetAddress.getByName(bind);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("--bind " + bind + " is not an address", e);
    }
  }

  static Path existing(String option, Path file) {
    if (!Files.isReadable(file)) {
      throw new IllegalArgumentException(option + " " + file + " cannot be read");
    }
    return file;
  }

  /** Where Redress keeps what is this user's. */
  private static Path home() {
    String home = System.getenv("XDG_DATA_HOME");
    return home == null || home.isBlank()
        ? Path.of(System.getProperty("user.home"), ".local", "share", "redress")
        : Path.of(home, "redress");
  }

  private CommandSpec command() {
    if (spec == null) {
      throw new IllegalStateException("picocli sets the specification before the call");
    }
    return spec;
  }
}
