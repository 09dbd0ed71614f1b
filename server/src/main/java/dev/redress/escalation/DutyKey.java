package dev.redress.escalation;

import dev.redress.identity.CallbackName;
import dev.redress.identity.DisputeName;
import dev.redress.identity.HandoffName;
import dev.redress.identity.PromiseName;
import dev.redress.identity.ProviderName;
import java.time.Instant;

/**
 * Which duty.
 *
 * @param id of the thing that the duty hangs on
 * @param since when its time began to run, to the microsecond: what happens to the same thing again
 *     is another duty, which escalates from the first level on
 */
public record DutyKey(ProviderName provider, DutyKind kind, String id, Instant since) {

  /** The resource name of the thing that the duty hangs on. */
  public String resource() {
    return switch (kind) {
      case CALLBACK -> new CallbackName(provider, id).toString();
      case RESPONSE, RESOLUTION -> new DisputeName(provider, id).toString();
      case PROMISE -> new PromiseName(provider, id).toString();
      case HANDOFF -> new HandoffName(provider, id).toString();
    };
  }

  /** For logs: the kind and the resource. */
  @Override
  public String toString() {
    return kind + " of " + resource();
  }
}
