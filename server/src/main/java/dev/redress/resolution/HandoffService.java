package dev.redress.resolution;

import dev.redress.absence.AbsenceStore;
import dev.redress.absence.Routing;
import dev.redress.brief.BriefText;
import dev.redress.callback.Callback;
import dev.redress.callback.CallbackLifecycle;
import dev.redress.callback.CallbackStore;
import dev.redress.dispute.Dispute;
import dev.redress.dispute.DisputeStore;
import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.handoff.Handoff;
import dev.redress.handoff.Handoff.Answer;
import dev.redress.handoff.HandoffAction;
import dev.redress.handoff.HandoffLifecycle;
import dev.redress.handoff.HandoffLifecycle.Transition;
import dev.redress.handoff.HandoffState;
import dev.redress.handoff.HandoffStore;
import dev.redress.handoff.HandoffStore.HandoffFilter;
import dev.redress.identity.Actor;
import dev.redress.identity.DisputeName;
import dev.redress.identity.HandoffName;
import dev.redress.identity.IdSource;
import dev.redress.identity.ProviderName;
import dev.redress.resolution.DisputeMoves.Setting;
import dev.redress.transaction.Transactions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The use cases by which disputes change hands (I6). Whatever becomes of a handoff, the due times
 * of the call and of the dispute stay as they are.
 */
public final class HandoffService {
  private final Transactions transactions;
  private final DisputeMoves moves;
  private final BriefService briefs;
  private final DisputeStore disputes;
  private final CallbackStore callbacks;
  private final AbsenceStore absences;
  private final HandoffStore handoffs;
  private final IdSource ids;

  /** Over the stores that it needs. */
  public HandoffService(
      Transactions transactions,
      DisputeMoves moves,
      BriefService briefs,
      DisputeStore disputes,
      CallbackStore callbacks,
      AbsenceStore absences,
      HandoffStore handoffs,
      IdSource ids) {
    this.transactions = transactions;
    this.moves = moves;
    this.briefs = briefs;
    this.disputes = disputes;
    this.callbacks = callbacks;
    this.absences = absences;
    this.handoffs = handoffs;
    this.ids = ids;
  }

  /** The handoff with its brief, or {@code HANDOFF_NOT_FOUND}. */
  public Briefed get(HandoffName name) {
    return transactions.run(() -> new Briefed(require(name), handoffs.brief(name)));
  }

  /** Handoffs by id, see {@link HandoffStore#list}. */
  public List<Handoff> list(
      ProviderName provider, HandoffFilter filter, String afterId, int countMax) {
    return transactions.run(() -> handoffs.list(provider, filter, afterId, countMax));
  }

  /**
   * Asks somebody to take a dispute over, with the brief as it is now. The owner stays responsible.
   *
   * @param expectedVersion of the dispute; absent: whatever it is
   * @param receiver 1 to 200 characters
   * @param reason 1 to 2,000 characters
   * @param note at most 2,000 characters
   * @throws RedressException {@code FIELD_INVALID}, {@code DISPUTE_NOT_FOUND}, {@code
   *     STALE_VERSION}, {@code DISPUTE_STATE_FORBIDS_ACTION}, {@code HANDOFF_PENDING}, {@code
   *     TOO_LARGE} when the dispute had as many as it may have
   */
  public Handoff ask(
      DisputeName name,
      @Nullable Long expectedVersion,
      String receiver,
      String reason,
      String note,
      Actor actor) {
    return transactions.run(
        () -> {
          Dispute before = moves.require(name, expectedVersion);
          List<Handoff> earlier = handoffs.all(name);
          check(before, receiver, earlier);
          Setting setting = moves.setting(before);
          requireReachable(name.provider(), receiver, setting.now());
          // The version moves on, so that whoever ends the dispute at the same time gives way; and
          // first of all, so that the two wait for each other and do not collide.
          Dispute dispute = before.ownedBy(before.owner(), setting.now());
          disputes.updateHead(dispute);
          Handoff handoff =
              new Handoff(
                  new HandoffName(name.provider(), ids.next()),
                  name,
                  earlier.size() + 1,
                  HandoffState.PENDING,
                  dispute.owner(),
                  receiver,
                  reason,
                  note,
                  actor,
                  setting.now(),
                  setting
                      .calendar()
                      .plus(setting.now(), HandoffLifecycle.ANSWER_TIME)
                      .truncatedTo(ChronoUnit.MICROS),
                  null,
                  1);
          String brief = BriefText.of(briefs.of(dispute, receiver), HandoffStore.BRIEF_LENGTH_MAX);
          handoffs.insert(handoff, brief);
          record(dispute, "handoff.asked", handoff, reason, Map.of(), actor);
          return handoff;
        });
  }

  /**
   * Takes the answer to a handoff. Who accepts owns the dispute and its live callback from now on.
   *
   * @param expectedVersion absent: whatever it is
   * @param note why, at most 2,000 characters
   * @throws RedressException {@code HANDOFF_NOT_FOUND}, {@code STALE_VERSION}, {@code
   *     NOT_THE_RECEIVER}, {@code NOT_THE_OWNER}, {@code HANDOFF_NOT_PENDING}
   */
  public Handoff answer(
      HandoffName name,
      @Nullable Long expectedVersion,
      HandoffAction action,
      String note,
      Actor actor) {
    return transactions.run(
        () -> {
          Handoff before = require(name);
          if (expectedVersion != null && before.version() != expectedVersion) {
            throw Refusals.stale(name.toString());
          }
          Dispute dispute = moves.require(before.dispute());
          Instant now = moves.setting(dispute).now();
          return switch (HandoffLifecycle.answer(before, action, new Answer(actor, now, note))) {
            case Transition.Answered(Handoff after) -> save(dispute, after, now, actor);
            case Transition.Refused(ErrorReason reason) -> throw Refusals.handoff(reason, before);
          };
        });
  }

  private Handoff save(Dispute before, Handoff handoff, Instant now, Actor actor) {
    handoffs.update(handoff);
    Map<String, String> changed = new TreeMap<>();
    String owner = before.owner();
    if (handoff.state() == HandoffState.ACCEPTED) {
      owner = handoff.receiver();
      Callback live = callbacks.find(Objects.requireNonNull(before.callback())).orElseThrow();
      callbacks.update(CallbackLifecycle.handOver(live, owner));
      changed.put("callback", live.name().toString());
      changed.put("callbackOwnerBefore", live.owner());
      changed.put("ownerBefore", before.owner());
      changed.put("ownerAfter", owner);
    }
    Dispute after = before.ownedBy(owner, now);
    disputes.updateHead(after);
    record(
        after,
        "handoff." + handoff.state().name().toLowerCase(Locale.ROOT),
        handoff,
        Objects.requireNonNull(handoff.answer()).note(),
        changed,
        actor);
    return handoff;
  }

  private static void check(Dispute dispute, String receiver, List<Handoff> earlier) {
    if (!dispute.state().isOpen()) {
      throw Refusals.dispute(ErrorReason.DISPUTE_STATE_FORBIDS_ACTION, dispute, "HAND_OFF");
    }
    if (receiver.equals(dispute.owner())) {
      throw RedressException.ofField(
          "receiver", receiver + " owns the dispute already; name somebody else");
    }
    for (Handoff each : earlier) {
      if (each.state() == HandoffState.PENDING) {
        throw Refusals.handoff(ErrorReason.HANDOFF_PENDING, each);
      }
    }
    if (earlier.size() >= Handoff.ORDINAL_MAX) {
      throw new RedressException(
          ErrorReason.TOO_LARGE,
          "dispute "
              + dispute.name().dispute()
              + " was handed off "
              + Handoff.ORDINAL_MAX
              + " times; settle it");
    }
  }

  /** Who is away cannot answer, and a deputy stands in for a while but owns nothing for good. */
  private void requireReachable(ProviderName provider, String receiver, Instant now) {
    Routing routing = new Routing(absences.covering(provider, now, now));
    Optional<String> reachable = routing.reachable(receiver, now);
    if (reachable.equals(Optional.of(receiver))) {
      return;
    }
    throw RedressException.ofField(
        "receiver",
        receiver
            + " is away"
            + reachable
                .map(
                    deputy -> " and " + deputy + " stands in; name " + deputy + " or somebody else")
                .orElse(" and nobody stands in; name somebody else"));
  }

  private void record(
      Dispute dispute,
      String action,
      Handoff handoff,
      String said,
      Map<String, String> more,
      Actor actor) {
    Map<String, String> details = new TreeMap<>(more);
    details.put("dispute", dispute.name().toString());
    details.put("sender", handoff.sender());
    details.put("receiver", handoff.receiver());
    details.put("dueTime", handoff.dueTime().toString());
    moves.record(dispute, action, handoff.name().toString(), said, details, actor);
  }

  private Handoff require(HandoffName name) {
    return handoffs
        .find(name)
        .orElseThrow(
            () ->
                new RedressException(ErrorReason.HANDOFF_NOT_FOUND, "there is no handoff " + name));
  }

  /** A handoff, and the page that the receiver was given. */
  public record Briefed(Handoff handoff, String brief) {}
}
