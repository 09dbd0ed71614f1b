package dev.redress.persistence;

import dev.redress.escalation.Acknowledgement;
import dev.redress.escalation.Escalation;
import dev.redress.escalation.Escalation.Subject;
import dev.redress.escalation.EscalationRole;
import dev.redress.identity.Actor;
import dev.redress.identity.CallbackName;
import dev.redress.identity.CustomerName;
import dev.redress.identity.DisputeName;
import dev.redress.identity.EscalationName;
import dev.redress.identity.ProviderName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table escalation, with what is asked of its callback.
 *
 * @param liveness {@code LIVE} or {@code ENDED}, of the callback
 * @param acknowledgeTime with it the other two
 */
record EscalationRow(
    String providerId,
    String escalationId,
    String callbackId,
    String disputeId,
    String customerId,
    Instant dueTime,
    String liveness,
    int escalationLevel,
    EscalationRole recipientRole,
    String person,
    Instant levelTime,
    Instant fireTime,
    @Nullable Instant acknowledgeTime,
    @Nullable String acknowledgeActor,
    @Nullable String acknowledgeNote,
    long version) {

  static EscalationRow of(Escalation escalation) {
    Subject subject = escalation.subject();
    Acknowledgement word = escalation.acknowledgement();
    return new EscalationRow(
        escalation.name().provider().provider(),
        escalation.name().escalation(),
        subject.callback().callback(),
        subject.dispute().dispute(),
        subject.customer().customer(),
        subject.dueTime(),
        subject.live() ? "LIVE" : "ENDED",
        escalation.level(),
        escalation.role(),
        escalation.person(),
        escalation.levelTime(),
        escalation.fireTime(),
        word == null ? null : word.time(),
        word == null ? null : word.actor().name(),
        word == null ? null : word.note(),
        escalation.version());
  }

  Escalation toEscalation() {
    ProviderName provider = new ProviderName(providerId);
    return new Escalation(
        new EscalationName(provider, escalationId),
        new Subject(
            new CallbackName(provider, callbackId),
            new DisputeName(provider, disputeId),
            new CustomerName(provider, customerId),
            dueTime,
            liveness.equals("LIVE")),
        escalationLevel,
        recipientRole,
        person,
        levelTime,
        fireTime,
        acknowledgement(),
        version);
  }

  private @Nullable Acknowledgement acknowledgement() {
    return acknowledgeTime == null || acknowledgeActor == null || acknowledgeNote == null
        ? null
        : new Acknowledgement(new Actor(acknowledgeActor), acknowledgeTime, acknowledgeNote);
  }
}
