package dev.redress.transaction;

import dev.redress.identity.ProviderName;
import java.util.function.Supplier;

/**
 * Whose rows the work of a thread may see and write. Every transaction is begun within a scope and
 * keeps it to its end; PostgreSQL holds it to that, row by row. What a thread starts is in no scope
 * until somebody says so: {@link #carried}.
 */
public sealed interface ProviderScope {

  /** The rows of one provider. */
  record One(ProviderName provider) implements ProviderScope {}

  /** The rows of every provider. */
  record All() implements ProviderScope {}

  /** Work for one provider: the rule. */
  static ProviderScope of(ProviderName provider) {
    return new One(provider);
  }

  /**
   * Work that cannot be for one provider: to look for what is due, whoever's it is, and the calls
   * that only the operator may make. Whoever finds something goes on within the scope of its
   * provider.
   */
  static ProviderScope allProviders() {
    return new All();
  }

  /**
   * The scope of this thread.
   *
   * @throws IllegalStateException when nobody has said one, which is a mistake of the program
   */
  static ProviderScope current() {
    if (!BoundScope.CURRENT.isBound()) {
      throw new IllegalStateException(
          "nobody said for which provider this work is; see ProviderScope");
    }
    return BoundScope.CURRENT.get();
  }

  /** Whether somebody has said one. */
  static boolean isSaid() {
    return BoundScope.CURRENT.isBound();
  }

  /** The same work for another thread, within the scope of this one, if it is in any. */
  static Runnable carried(Runnable work) {
    if (!isSaid()) {
      return work;
    }
    ProviderScope scope = current();
    return () -> scope.run(work);
  }

  /** Does work within this scope. */
  default <T> T call(Supplier<T> work) {
    return ScopedValue.where(BoundScope.CURRENT, this).call(work::get);
  }

  /** Does work within this scope that gives nothing back. */
  default void run(Runnable work) {
    ScopedValue.where(BoundScope.CURRENT, this).run(work);
  }
}
