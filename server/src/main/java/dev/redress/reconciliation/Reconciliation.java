package dev.redress.reconciliation;

import dev.redress.identity.Actor;
import dev.redress.identity.ReconciliationName;
import dev.redress.invoice.LaborLineStore.LineScope;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One run over lines and requests.
 *
 * @param modelVersion of the rules and weights that it uses
 * @param actor who started it
 * @param endTime absent while it runs
 */
public record Reconciliation(
    ReconciliationName name,
    State state,
    LineScope scope,
    String modelVersion,
    Actor actor,
    Instant createTime,
    @Nullable Instant endTime) {

  /** How far a run is, and how it ended. */
  public enum State {
    /** Under way. */
    RUNNING,
    /** Every line in scope has a verdict. */
    SUCCEEDED,
    /** There were no lines, or no requests: nothing was audited (I7). */
    INCONCLUSIVE,
    /** A customer could not be finished. */
    FAILED
  }

  /** This run, ended. */
  public Reconciliation ended(State how, Instant time) {
    return new Reconciliation(name, how, scope, modelVersion, actor, createTime, time);
  }
}
