package dev.redress.persistence;

import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.transaction.ProviderScope;
import dev.redress.transaction.Transactions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.ibatis.exceptions.PersistenceException;
import org.apache.ibatis.session.SqlSessionFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Transactions on one database. The work runs on the calling thread; a thread that it starts is not
 * part of the transaction.
 *
 * <p>Each is begun for the provider, or all of them, of the thread's {@link ProviderScope}; without
 * one it is not begun. Work that joins it must be for the same.
 *
 * <p>A try that collided is repeated twice at most, and not at all once the first {@value
 * #RETRY_MILLIS} ms have passed: with lock waits of 2 seconds a collision answers in less than 3.
 */
public final class MyBatisTransactions implements Transactions {
  private static final Logger LOG = LoggerFactory.getLogger(MyBatisTransactions.class);
  private static final int TRIES_MAX = 3;
  private static final int RETRY_MILLIS = 1_500;
  private static final int PAUSE_MILLIS_MAX = 40;

  /** Rows that are sent at once. */
  private static final int BATCH_ROWS = 1_000;

  /** Not static: transactions of two databases do not join. */
  private final ScopedValue<UnitOfWork> current = ScopedValue.newInstance();

  private final Database database;
  private final SqlSessionFactory sessions;
  private final Supplier<ProviderScope> scope;

  /** On an open database. */
  public MyBatisTransactions(Database database) {
    this(database, ProviderScope::current);
  }

  /**
   * The same for tests of stores.
   *
   * @param scope asked for each transaction
   */
  MyBatisTransactions(Database database, Supplier<ProviderScope> scope) {
    this.database = database;
    this.sessions = Mapping.sessions(database);
    this.scope = scope;
  }

  @Override
  public <T> T run(Supplier<T> work) {
    ProviderScope wanted = scope.get();
    if (current.isBound()) {
      requireSame(current.get().scope(), wanted);
      return work.get();
    }
    long begin = System.nanoTime();
    for (int tries = 1; ; tries++) {
      UnitOfWork unit = begin(wanted);
      try {
        return attempt(unit, work);
      } catch (RedressException e) {
        boolean late = Duration.ofNanos(System.nanoTime() - begin).toMillis() > RETRY_MILLIS;
        // A version that was lost between reading and writing is a collision like any other; one
        // that the caller's etag missed is refused again, for the same reason.
        boolean collided =
            e.reason() == ErrorReason.STALE_VERSION
                || (unit.isDoomed() && e.reason() == ErrorReason.CONCURRENT_CHANGE);
        if (!collided || late || tries == TRIES_MAX || !pause()) {
          throw e;
        }
      }
    }
  }

  @Override
  public void afterCommit(Runnable action) {
    if (current.isBound()) {
      current.get().afterCommit(action);
    } else {
      action.run();
    }
  }

  /** Gives a mapper to a statement, within the current transaction or one of its own. */
  <M, T> T call(Class<M> mapper, Function<M, T> statement) {
    return run(
        () -> {
          UnitOfWork unit = current.get();
          try {
            return statement.apply(unit.statements().getMapper(mapper));
          } catch (PersistenceException e) {
            throw unit.failed(e);
          }
        });
  }

  /** Gives the connection to statements that are made from a list of the code. */
  <T> T connected(Connected<T> work) {
    return run(
        () -> {
          UnitOfWork unit = current.get();
          try {
            return work.on(unit.connection());
          } catch (SQLException e) {
            throw unit.failed(new PersistenceException(String.valueOf(e.getMessage()), e));
          }
        });
  }

  /** What is done over a connection. */
  @FunctionalInterface
  interface Connected<T> {
    T on(Connection connection) throws SQLException;
  }

  /** Whether nobody has noted this within the current transaction, which there must be, before. */
  boolean note(String key) {
    return current.get().note(key);
  }

  /** Runs a statement for each row, sent together; all of them are stored when it returns. */
  <M, R> void batch(Class<M> mapper, Collection<R> rows, BiConsumer<M, R> statement) {
    if (rows.size() <= 1) {
      rows.forEach(row -> one(mapper, row, statement));
      return;
    }
    run(
        () -> {
          UnitOfWork unit = current.get();
          try {
            M target = unit.batches().getMapper(mapper);
            int pending = 0;
            for (R row : rows) {
              statement.accept(target, row);
              if (++pending % BATCH_ROWS == 0) {
                unit.batches().flushStatements();
              }
            }
            unit.batches().flushStatements();
          } catch (PersistenceException e) {
            throw unit.failed(e);
          }
        });
  }

  private <M, R> void one(Class<M> mapper, R row, BiConsumer<M, R> statement) {
    call(
        mapper,
        target -> {
          statement.accept(target, row);
          return true;
        });
  }

  /**
   * The same for rows that take work to make: they are made on all processors, while the statements
   * have to wait for each other.
   */
  <M, V, R> void batch(
      Class<M> mapper, List<V> values, Function<V, R> row, BiConsumer<M, R> statement) {
    batch(mapper, values.parallelStream().map(row).toList(), statement);
  }

  /** Whether a statement costs no round trip: on Derby. */
  boolean isEmbedded() {
    return database.isEmbedded();
  }

  /** How many keys to look for in one statement; see {@link KeyChunks}. */
  int keysMax() {
    return database.isEmbedded() ? 1 : KeyChunks.SIZE_MAX;
  }

  /** A transaction shows the rows of its beginning; work for somebody else needs one of its own. */
  private static void requireSame(ProviderScope begun, ProviderScope wanted) {
    if (!begun.equals(wanted)) {
      throw new IllegalStateException("work for " + wanted + " in a transaction for " + begun);
    }
  }

  private UnitOfWork begin(ProviderScope wanted) {
    try {
      return new UnitOfWork(
          database.dataSource().getConnection(), sessions, wanted, database.isEmbedded());
    } catch (SQLException e) {
      throw SqlFailure.of(e) == SqlFailure.OVERLOAD
          ? Refusals.overload(e)
          : Refusals.unavailable(e);
    }
  }

  private <T> T attempt(UnitOfWork unit, Supplier<T> work) {
    T result;
    try (unit) {
      try {
        result = ScopedValue.where(current, unit).call(work::get);
        unit.commit();
      } catch (RuntimeException | Error e) {
        unit.rollback(e);
        throw e;
      }
    }
    unit.committedActions().forEach(MyBatisTransactions::runQuietly);
    return result;
  }

  /** What is committed stays so, whatever happens afterwards. */
  private static void runQuietly(Runnable action) {
    try {
      action.run();
    } catch (RuntimeException e) {
      LOG.atWarn().setCause(e).log("something to be done after a commit failed");
    }
  }

  /** Waits a moment, a different one for each, so that two do not collide again. */
  private static boolean pause() {
    try {
      Thread.sleep(ThreadLocalRandom.current().nextInt(1, PAUSE_MILLIS_MAX));
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
