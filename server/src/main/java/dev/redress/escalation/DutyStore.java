package dev.redress.escalation;

import java.util.List;
import java.util.Optional;

/**
 * Reads what can be late where it is kept anyway: nobody who makes or ends a duty has to know that
 * it is watched. A kind of duty is one constant of {@link DutyKind} and one answer to each of
 * these.
 */
public interface DutyStore {

  /** The duty while somebody still has to do it and its clock runs; absent from then on. */
  Optional<Duty> find(DutyKey key);

  /** Live duties of all providers that nobody watches yet, at most so many of each kind. */
  List<DutyKey> unwatched(int countMax);

  /**
   * Makes sure that a duty is still live and as it was read, and keeps it so until the transaction
   * ends.
   *
   * @throws dev.redress.error.RedressException {@code STALE_VERSION} when it has changed
   */
  void hold(Duty duty);
}
