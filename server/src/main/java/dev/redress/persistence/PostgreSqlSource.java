package dev.redress.persistence;

import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** How PostgreSQL is reached. */
final class PostgreSqlSource {

  /** Ends a wait for another transaction; with it a collision answers in less than 3 seconds. */
  private static final int LOCK_WAIT_MILLIS = 2_000;

  /** Ends a statement that nobody can be waiting for any more. */
  private static final int STATEMENT_MILLIS = 60_000;

  /** Ends the wait for a server that went away without a word, after any statement would. */
  private static final int SOCKET_SECONDS = 90;

  private static final int CONNECT_SECONDS = 5;

  /**
   * A connection keeps the plans that it made, those of foreign keys included. One that was made
   * while a table was nearly empty reads all of it, and goes on to do so during an import that
   * fills it: a lookup of 1,000 keys then takes seconds. Every statement here has an index that
   * begins with the provider, so plans must use it from the first row on. What still has to read a
   * whole table would seem so dear that it was compiled first, which takes longer than reading.
   */
  private static final String STEADY_PLANS = " -c enable_seqscan=off -c jit=off";

  /** Migrations change the rows of all providers. */
  private static final String ALL_PROVIDERS = "-c " + RowSecurity.SETTING + "=" + RowSecurity.ALL;

  private PostgreSqlSource() {}

  /** Without limits of time, for migrations. */
  static DataSource of(DatabaseSettings.PostgreSql settings) {
    PGSimpleDataSource source = plain(settings);
    source.setOptions(ALL_PROVIDERS);
    return source;
  }

  private static PGSimpleDataSource plain(DatabaseSettings.PostgreSql settings) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(settings.url());
    source.setUser(settings.user());
    source.setPassword(settings.password());
    source.setConnectTimeout(CONNECT_SECONDS);
    source.setTcpKeepAlive(true);
    source.setApplicationName("redress");
    return source;
  }

  /** For work: waits are bounded, and a batch of inserts is sent as one statement. */
  static DataSource limited(DatabaseSettings.PostgreSql settings) {
    PGSimpleDataSource source = plain(settings);
    source.setReWriteBatchedInserts(true);
    // What a refused row holds, secrets of webhooks too, is nobody's business in a log.
    source.setLogServerErrorDetail(false);
    source.setSocketTimeout(SOCKET_SECONDS);
    source.setOptions(
        "-c lock_timeout="
            + LOCK_WAIT_MILLIS
            + " -c statement_timeout="
            + STATEMENT_MILLIS
            + STEADY_PLANS);
    return source;
  }
}
