package dev.redress.persistence;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a failed statement means, told by its SQLSTATE on either database. */
enum SqlFailure {
  /** A unique key is taken. */
  DUPLICATE,
  /** Another transaction is in the way: deadlock, lock timeout, serialisation failure. */
  COLLISION,
  /** No connection became free in time, or a statement took too long. */
  OVERLOAD,
  /** The database does not answer or cannot write. */
  UNAVAILABLE,
  /** A mistake of the program: a constraint broken, a statement wrong. */
  MISTAKE;

  private static final Set<String> COLLISIONS = Set.of("40001", "40P01", "55P03", "40XL1", "40XL2");

  /** Refuse a change of an amount that a dispute or credit began to hold at the same time. */
  private static final List<String> HELD_AMOUNT =
      List.of("disputed_line_line_fk", "credit_line_fk");

  /** SQLSTATE of a statement that PostgreSQL ended because of its time. */
  private static final String CANCELED = "57014";

  /** Classes: connection, resources, operator and system of PostgreSQL; files and log of Derby. */
  private static final List<String> UNAVAILABLES =
      List.of("08", "53", "57", "58", "XSDG", "XSLA", "XSDB", "XSDF", "XJ04", "XJ001");

  /** What a failure means. */
  static SqlFailure of(Throwable failure) {
    if (isPoolExhausted(failure)) {
      return OVERLOAD;
    }
    List<String> states = states(failure);
    if (states.stream().anyMatch(COLLISIONS::contains)) {
      return COLLISION;
    }
    if (states.contains("23503") && HELD_AMOUNT.stream().anyMatch(key -> names(failure, key))) {
      return COLLISION;
    }
    if (states.contains("23505")) {
      return DUPLICATE;
    }
    if (states.contains(CANCELED)) {
      return OVERLOAD;
    }
    boolean unavailable =
        states.stream().anyMatch(state -> UNAVAILABLES.stream().anyMatch(state::startsWith));
    return unavailable ? UNAVAILABLE : MISTAKE;
  }

  /** The SQLSTATEs of a failure, of its causes and of those that follow it. */
  static List<String> states(Throwable failure) {
    List<String> states = new ArrayList<>();
    for (SQLException e : sqlExceptions(failure)) {
      if (e.getSQLState() != null) {
        states.add(e.getSQLState());
      }
    }
    return states;
  }

  /** Whether a failure names a constraint; both databases write its name into the message. */
  static boolean names(Throwable failure, String constraint) {
    return sqlExceptions(failure).stream()
        .map(e -> String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT))
        .anyMatch(message -> message.contains(constraint));
  }

  /** The pool's own wait ended; when the database is the reason, it is the cause. */
  private static boolean isPoolExhausted(Throwable failure) {
    return sqlExceptions(failure).stream()
        .anyMatch(e -> e instanceof SQLTransientConnectionException && e.getCause() == null);
  }

  private static List<SQLException> sqlExceptions(Throwable failure) {
    List<SQLException> found = new ArrayList<>();
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      @Nullable SQLException next = cause instanceof SQLException e ? e : null;
      while (next != null && !found.contains(next)) {
        found.add(next);
        next = next.getNextException();
      }
    }
    return found;
  }
}
