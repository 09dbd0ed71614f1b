package dev.redress.escalation;

import dev.redress.callback.Callback;
import dev.redress.escalation.EscalationLifecycle.Fired;
import dev.redress.identity.CallbackName;
import dev.redress.identity.EscalationName;
import dev.redress.identity.ProviderName;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps the levels that callbacks reached. */
public interface EscalationStore {

  /** The escalation, if there is one of this name. */
  Optional<Escalation> find(EscalationName name);

  /** Escalations whose id sorts after {@code afterId}, by id, at most so many. */
  List<Escalation> list(
      ProviderName provider, EscalationFilter filter, String afterId, int countMax);

  /** What has happened to a callback so far. */
  Fired fired(CallbackName callback);

  /**
   * Makes sure that a callback is still live and as it was read, and keeps it so until the
   * transaction ends.
   *
   * @throws dev.redress.error.RedressException {@code STALE_VERSION} when it has changed
   */
  void hold(Callback callback);

  /**
   * Stores a new escalation.
   *
   * @throws dev.redress.error.RedressException {@code CONCURRENT_CHANGE} when its level has fired
   *     for this callback
   */
  void insert(Escalation escalation);

  /**
   * Stores somebody's word on an escalation, and the same word on all others of its callback that
   * have none: {@code escalation.version()} is one more than the stored one.
   *
   * @param escalation acknowledged
   * @throws dev.redress.error.RedressException {@code STALE_VERSION} when it is not
   */
  void acknowledge(Escalation escalation);

  /**
   * Which escalations of a provider: all, narrowed by each part that is given.
   *
   * @param state absent: any
   * @param person empty: any
   * @param customerId empty: any
   * @param callbackId empty: any
   */
  record EscalationFilter(
      @Nullable EscalationState state, String person, String customerId, String callbackId) {}
}
