package dev.redress.persistence;

import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** How the stores refuse: the sentences for what callers can do something about. */
final class Refusals {
  private Refusals() {}

  /** The resource was changed since the caller read it. */
  static RedressException stale(Object name) {
    return new RedressException(
        ErrorReason.STALE_VERSION,
        name + " was changed meanwhile; read it again and repeat the change if it still fits",
        Map.of("resource", name.toString()));
  }

  /** The id of a new resource is taken. */
  static RedressException exists(Object name, Throwable cause) {
    return because(
        cause,
        new RedressException(
            ErrorReason.RESOURCE_EXISTS,
            name + " exists already; choose another id or change the one that exists",
            Map.of("resource", name.toString())));
  }

  /** One or several names, for a batch in which one id is taken. */
  static <T> String oneOf(List<T> things, Function<T, ?> name) {
    String first = String.valueOf(name.apply(things.getFirst()));
    return things.size() == 1 ? first : "one of " + things.size() + " from " + first + " on";
  }

  /** The same things were changed at the same time. */
  static RedressException collision(Throwable cause) {
    return because(
        cause,
        new RedressException(
            ErrorReason.CONCURRENT_CHANGE,
            "another call changed the same things at the same time; try again"));
  }

  /** There is no connection left. */
  static RedressException overload(Throwable cause) {
    return because(
        cause,
        new RedressException(
            ErrorReason.OVERLOADED, "the database has more to do than it can; try again later"));
  }

  /** The database does not answer. */
  static RedressException unavailable(Throwable cause) {
    return because(
        cause,
        new RedressException(
            ErrorReason.SERVER_UNAVAILABLE, "the database does not answer; try again later"));
  }

  /**
   * A change of something that must be stored found nothing to change.
   *
   * @param count rows that a statement changed
   */
  static void requireStored(int count, Object name) {
    if (count != 1) {
      throw new IllegalStateException(name + " is not stored, so it cannot be changed");
    }
  }

  private static RedressException because(Throwable cause, RedressException refusal) {
    refusal.initCause(cause);
    return refusal;
  }
}
