package dev.redress.escalation;

import dev.redress.escalation.EscalationLifecycle.Fired;
import dev.redress.identity.EscalationName;
import dev.redress.identity.ProviderName;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps the levels that duties reached. */
public interface EscalationStore {

  /** The escalation, if there is one of this name. */
  Optional<Escalation> find(EscalationName name);

  /** Escalations whose id sorts after {@code afterId}, by id, at most so many. */
  List<Escalation> list(
      ProviderName provider, EscalationFilter filter, String afterId, int countMax);

  /** What has happened to a duty so far. */
  Fired fired(DutyKey duty);

  /**
   * Stores a new escalation.
   *
   * @throws dev.redress.error.RedressException {@code CONCURRENT_CHANGE} when its level has fired
   *     for this duty
   */
  void insert(Escalation escalation);

  /**
   * Stores somebody's word on an escalation, and the same word on all others of its duty that have
   * none: {@code escalation.version()} is one more than the stored one.
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
   * @param disputeId empty: any
   * @param kind absent: any
   * @param callbackId only duties of kind {@code CALLBACK} that hang on it; empty: any
   */
  record EscalationFilter(
      @Nullable EscalationState state,
      String person,
      String customerId,
      String disputeId,
      @Nullable DutyKind kind,
      String callbackId) {

    /** All escalations. */
    public static final EscalationFilter ANY = new EscalationFilter(null, "", "", "", null, "");
  }
}
