package dev.redress.privacy;

import dev.redress.identity.Actor;
import dev.redress.identity.CustomerName;
import java.time.Instant;

/**
 * That what was known of a customer's people was erased. It happens once; nothing is written about
 * the customer afterwards.
 *
 * @param actor who had it done
 * @param reason why, 1 to {@value #REASON_MAX} characters; it stays
 * @param rows rows of the database that were changed or deleted, events not counted
 * @param events of the journal that lost text
 */
public record Erasure(
    CustomerName customer, Actor actor, String reason, Instant time, long rows, long events) {

  /** Most characters of a reason. */
  public static final int REASON_MAX = 2_000;

  public Erasure {
    if (reason.isBlank() || reason.length() > REASON_MAX) {
      throw new IllegalArgumentException("a reason has 1 to " + REASON_MAX + " characters");
    }
    if (rows < 0 || events < 0) {
      throw new IllegalArgumentException("rows and events must be 0 or more");
    }
  }
}
