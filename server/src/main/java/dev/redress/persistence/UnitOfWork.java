package dev.redress.persistence;

import dev.redress.error.RedressException;
import dev.redress.transaction.ProviderScope;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.ibatis.exceptions.PersistenceException;
import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One try at a transaction: a connection, with a session for single statements and one for batches
 * of inserts. A batch is sent before the call that made it returns, so the two never disagree.
 *
 * <p>Before its first statement the database is told for which provider it is. It is not told
 * before: what is found in caches alone costs no statement.
 */
final class UnitOfWork implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(UnitOfWork.class);

  private final Connection connection;
  private final SqlSessionFactory sessions;
  private final ProviderScope scope;
  private final SqlSession statements;
  private final List<Runnable> afterCommit = new ArrayList<>();
  private boolean told;
  private final Set<String> noted = new HashSet<>();
  private @Nullable SqlSession batches;
  private @Nullable RuntimeException failure;

  /**
   * Nothing is done yet.
   *
   * @param embedded whether the database is Derby, which has to be told nothing
   */
  UnitOfWork(
      Connection connection, SqlSessionFactory sessions, ProviderScope scope, boolean embedded) {
    this.connection = connection;
    this.sessions = sessions;
    this.scope = scope;
    this.told = embedded;
    this.statements = sessions.openSession(ExecutorType.REUSE, connection);
  }

  /** For whom it was begun. */
  ProviderScope scope() {
    return scope;
  }

  SqlSession statements() {
    tell();
    return statements;
  }

  SqlSession batches() {
    tell();
    if (batches == null) {
      batches = sessions.openSession(ExecutorType.BATCH, connection);
    }
    return batches;
  }

  private void tell() {
    if (!told) {
      try {
        RowSecurity.say(connection, scope);
        told = true;
      } catch (SQLException e) {
        throw new PersistenceException("the provider could not be said: " + e.getMessage(), e);
      }
    }
  }

  /** For what no mapper can say. */
  Connection connection() {
    tell();
    return connection;
  }

  /** Whether nobody has noted this within this try before. */
  boolean note(String key) {
    return noted.add(key);
  }

  void afterCommit(Runnable action) {
    afterCommit.add(action);
  }

  /** What to do now that the transaction is committed. */
  List<Runnable> committedActions() {
    return List.copyOf(afterCommit);
  }

  /**
   * Notes that a statement failed, which dooms the transaction (PostgreSQL takes no further
   * statement, and a batch may have been stored by half), and gives what to throw.
   */
  RuntimeException failed(PersistenceException cause) {
    RuntimeException meaning =
        switch (SqlFailure.of(cause)) {
          case DUPLICATE -> new DuplicateKeyException(cause);
          case COLLISION -> Refusals.collision(cause);
          case OVERLOAD -> Refusals.overload(cause);
          case UNAVAILABLE -> Refusals.unavailable(cause);
          case MISTAKE -> cause;
        };
    // The first failure tells why; what PostgreSQL says to later statements does not.
    failure = failure == null ? meaning : failure;
    return meaning;
  }

  /** Whether a statement failed. */
  boolean isDoomed() {
    return failure != null;
  }

  /**
   * Commits.
   *
   * @throws RedressException when the database refuses, or when a statement had failed before even
   *     though somebody caught the failure
   */
  void commit() {
    if (failure != null) {
      throw failure;
    }
    try {
      connection.commit();
    } catch (SQLException e) {
      throw failed(new PersistenceException("the commit failed: " + e.getMessage(), e));
    }
  }

  /** Takes everything back; a connection that cannot even do that is given up by the pool. */
  void rollback(Throwable reason) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      reason.addSuppressed(e);
    }
  }

  /** Closes the statements and gives the connection back. */
  @Override
  public void close() {
    statements.close();
    if (batches != null) {
      batches.close();
    }
    try {
      connection.close();
    } catch (SQLException e) {
      // The transaction has ended, one way or the other, and the pool replaces the connection.
      LOG.atDebug().setCause(e).log("a connection did not close in good order");
    }
  }
}
