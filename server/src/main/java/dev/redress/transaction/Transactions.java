package dev.redress.transaction;

import java.util.function.Supplier;

/** Runs use cases, each in one transaction. */
public interface Transactions {

  /**
   * Runs the work in a transaction: all of it is stored, or nothing when it throws.
   *
   * <p>Called within a transaction it joins it. The outermost call may run the work again after a
   * deadlock or a serialisation failure, so the work must have no effect outside of the database.
   *
   * @throws dev.redress.error.RedressException {@code CONCURRENT_CHANGE} when the work still
   *     collides after a few tries, {@code SERVER_UNAVAILABLE} when the database does not answer
   */
  <T> T run(Supplier<T> work);

  /** Runs work that gives nothing back. */
  default void run(Runnable work) {
    run(
        () -> {
          work.run();
          return true;
        });
  }

  /**
   * Has something done once the surrounding transaction is committed; it is forgotten when the
   * transaction is rolled back. Outside of a transaction it is done at once.
   */
  void afterCommit(Runnable action);
}
