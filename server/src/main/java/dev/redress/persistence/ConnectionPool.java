package dev.redress.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;

/** The connections of a server. */
final class ConnectionPool {

  /** How long a call waits for a connection before it is told to come again. */
  private static final long WAIT_MILLIS = 2_000;

  /** How long a start waits for a database that is slow to answer, or is starting itself. */
  private static final long START_WAIT_MILLIS = 10_000;

  /** How long an idle connection may be trusted without a question. */
  private static final long VALIDATION_MILLIS = 1_000;

  private ConnectionPool() {}

  /** A pool that fills as it is used, so that a start does not wait for it. */
  static HikariDataSource open(DataSource source, int connectionsMax) {
    HikariConfig config = new HikariConfig();
    config.setDataSource(source);
    config.setPoolName("redress");
    config.setMaximumPoolSize(connectionsMax);
    config.setConnectionTimeout(WAIT_MILLIS);
    config.setInitializationFailTimeout(START_WAIT_MILLIS);
    config.setValidationTimeout(VALIDATION_MILLIS);
    config.setAutoCommit(false);
    config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    return new HikariDataSource(config);
  }
}
