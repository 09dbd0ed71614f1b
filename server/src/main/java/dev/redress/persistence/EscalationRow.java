package dev.redress.persistence;

import dev.redress.escalation.Acknowledgement;
import dev.redress.escalation.DutyKey;
import dev.redress.escalation.DutyKind;
import dev.redress.escalation.Escalation;
import dev.redress.escalation.Escalation.Subject;
import dev.redress.escalation.EscalationRole;
import dev.redress.identity.Actor;
import dev.redress.identity.CustomerName;
import dev.redress.identity.DisputeName;
import dev.redress.identity.EscalationName;
import dev.redress.identity.ProviderName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table escalation, with what is asked of its duty.
 *
 * @param liveness {@code LIVE} or {@code ENDED}, of the duty
 * @param acknowledgeTime with it the other two
 */
record EscalationRow(
    String providerId,
    String escalationId,
    DutyKind subjectKind,
    String subjectId,
    Instant sinceTime,
    String customerId,
    @Nullable String disputeId,
    Instant dueTime,
    String liveness,
    int escalationLevel,
    EscalationRole recipientRole,
    String meantPerson,
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
        subject.key().kind(),
        subject.key().id(),
        subject.key().since(),
        subject.customer().customer(),
        subject.dispute() == null ? null : subject.dispute().dispute(),
        subject.dueTime(),
        subject.live() ? "LIVE" : "ENDED",
        escalation.level(),
        escalation.role(),
        escalation.meant(),
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
            new DutyKey(provider, subjectKind, subjectId, sinceTime),
            new CustomerName(provider, customerId),
            disputeId == null ? null : new DisputeName(provider, disputeId),
            dueTime,
            liveness.equals("LIVE")),
        escalationLevel,
        recipientRole,
        meantPerson,
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
