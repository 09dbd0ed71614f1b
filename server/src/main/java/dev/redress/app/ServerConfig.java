package dev.redress.app;

import dev.redress.delivery.SmtpSettings;
import java.net.InetAddress;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How a server runs. Every value has a default, see {@link ServeCommand}.
 *
 * @param data the folder of the embedded database and of uploads under way
 * @param database a PostgreSQL JDBC URL; absent: Derby, embedded, in {@code data}
 * @param databaseUser of the PostgreSQL server
 * @param databasePassword of the PostgreSQL server
 * @param bind the address to listen on; without TLS a loopback one, unless plaintext is asked for
 * @param port from 0 to 65535; 0 takes a free one
 * @param metricsPort the same for metrics; -1: none are served
 * @param workers threads that reconcile, from 1 to 64
 * @param connectionsMax connections to the database, from 2 to 200
 * @param callsMax calls in flight above which new ones are shed, from 1 to 10,000
 * @param uploadMebibytesMax the largest file that can be imported, from 1 to 65,536
 * @param drainSeconds how long calls may go on once the server is told to stop, from 0 to 600
 * @param reflection whether clients may ask for the API's description
 * @param smtp the mail server; absent: no mail is sent
 * @param notifyPrivateHosts whether webhooks may lead to hosts outside of the public internet
 * @param access who may reach it, and how
 * @param backups the folder below which backups are made; absent: none are
 */
public record ServerConfig(
    Path data,
    @Nullable String database,
    String databaseUser,
    String databasePassword,
    InetAddress bind,
    int port,
    int metricsPort,
    int workers,
    int connectionsMax,
    int callsMax,
    int uploadMebibytesMax,
    int drainSeconds,
    boolean reflection,
    @Nullable SmtpSettings smtp,
    boolean notifyPrivateHosts,
    AccessSettings access,
    @Nullable Path backups) {

  public ServerConfig {
    within("--port", port, 0, 65_535);
    within("--metrics-port", metricsPort, -1, 65_535);
    within("--workers", workers, 1, 64);
    within("--connections-max", connectionsMax, 2, 200);
    within("--calls-max", callsMax, 1, 10_000);
    within("--upload-mebibytes-max", uploadMebibytesMax, 1, 65_536);
    within("--drain-seconds", drainSeconds, 0, 600);
    if (database != null && !database.startsWith("jdbc:postgresql:")) {
      throw new IllegalArgumentException(
          "--db must be a URL that begins with jdbc:postgresql: (leave it out for the embedded"
              + " database)");
    }
    if (backups != null && database != null) {
      throw new IllegalArgumentException(
          "--backup-dir is for the embedded database; PostgreSQL is backed up by its own tools");
    }
    if (backups != null && isWithin(backups, data)) {
      throw new IllegalArgumentException(
          "--backup-dir " + backups + " must not lie in the data folder " + data);
    }
    if (!bind.isLoopbackAddress() && access.tls() == null && !access.plaintextAnywhere()) {
      throw new IllegalArgumentException(
          "--bind "
              + bind.getHostAddress()
              + " is not a loopback address and needs --tls-cert and --tls-key; without them"
              + " everybody on the way reads what is sent, unless --insecure-plaintext allows it");
    }
  }

  private static boolean isWithin(Path folder, Path other) {
    return folder.toAbsolutePath().normalize().startsWith(other.toAbsolutePath().normalize());
  }

  private static void within(String option, int value, int min, int max) {
    if (value < min || value > max) {
      throw new IllegalArgumentException(
          option + " must be from " + min + " to " + max + ", not " + value);
    }
  }
}
