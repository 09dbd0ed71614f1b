package dev.redress.persistence;

import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogCreator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes Flyway's messages to the debug log. What goes wrong is thrown as well; and what it warns
 * of, that Derby 10.17 is later than the Derby it knows, is tested here.
 */
public final class FlywayLog implements LogCreator {

  /** Made by Flyway, by name. */
  public FlywayLog() {}

  @Override
  public Log createLogger(Class<?> about) {
    return new Quiet(LoggerFactory.getLogger(about));
  }

  private record Quiet(Logger log) implements Log {
    @Override
    public void debug(String message) {
      log.trace("{}", message);
    }

    @Override
    public void info(String message) {
      log.debug("{}", message);
    }

    @Override
    public void warn(String message) {
      log.debug("{}", message);
    }

    @Override
    public void error(String message) {
      log.debug("{}", message);
    }

    @Override
    public void error(String message, Exception cause) {
      log.atDebug().setCause(cause).log("{}", message);
    }

    @Override
    public void notice(String message) {
      log.debug("{}", message);
    }
  }
}
