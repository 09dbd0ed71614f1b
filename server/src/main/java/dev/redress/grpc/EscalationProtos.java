package dev.redress.grpc;

import com.google.protobuf.FieldMask;
import dev.redress.error.RedressException;
import dev.redress.escalation.Acknowledgement;
import dev.redress.escalation.DutyKind;
import dev.redress.escalation.Escalation;
import dev.redress.escalation.Escalation.Subject;
import dev.redress.escalation.EscalationPolicy;
import java.time.Instant;
import java.util.Set;

/** Conversion of escalations and of the policy by which they fire. */
final class EscalationProtos {
  private static final Set<String> FIXED = Set.of("name", "update_time", "etag");

  private EscalationProtos() {}

  /** For the wire. */
  static dev.redress.v1.Escalation toProto(Escalation escalation) {
    Subject subject = escalation.subject();
    dev.redress.v1.Escalation.Builder proto =
        dev.redress.v1.Escalation.newBuilder()
            .setName(escalation.name().toString())
            .setState(Constants.toProto(escalation.state(), dev.redress.v1.Escalation.State.class))
            .setSubject(subject.key().resource())
            .setSubjectKind(
                Constants.toProto(
                    subject.key().kind(), dev.redress.v1.Escalation.SubjectKind.class))
            .setCallback(subject.key().kind() == DutyKind.CALLBACK ? subject.key().resource() : "")
            .setDispute(subject.dispute() == null ? "" : subject.dispute().toString())
            .setCustomer(subject.customer().toString())
            .setLevel(escalation.level())
            .setRole(Constants.toProto(escalation.role(), dev.redress.v1.Escalation.Role.class))
            .setMeantPerson(escalation.meant())
            .setPerson(escalation.person())
            .setDueTime(TimeProtos.toProto(subject.dueTime()))
            .setLevelTime(TimeProtos.toProto(escalation.levelTime()))
            .setCreateTime(TimeProtos.toProto(escalation.fireTime()))
            .setEtag(Etags.of(escalation.version()));
    Acknowledgement word = escalation.acknowledgement();
    if (word != null) {
      proto
          .getAcknowledgementBuilder()
          .setActor(word.actor().name())
          .setCreateTime(TimeProtos.toProto(word.time()))
          .setNote(word.note());
    }
    return proto.build();
  }

  /** For the wire. */
  static dev.redress.v1.EscalationPolicy toProto(EscalationPolicy policy) {
    dev.redress.v1.EscalationPolicy.Builder proto =
        dev.redress.v1.EscalationPolicy.newBuilder()
            .setName(policy.name().toString())
            .setOwnerPercent(policy.ownerPercent())
            .setLeadPercent(policy.leadPercent())
            .setAccountManagerPercent(policy.accountManagerPercent())
            .setRepeatGap(TimeProtos.toProto(policy.repeatGap()))
            .setLead(policy.lead())
            .setSuperior(policy.superior())
            .setEtag(Etags.of(policy.version()));
    Instant updateTime = policy.updateTime();
    if (updateTime != null) {
      proto.setUpdateTime(TimeProtos.toProto(updateTime));
    }
    return proto.build();
  }

  /** The fields that an update changes. */
  static FieldMask mask(FieldMask mask, dev.redress.v1.EscalationPolicy given) {
    return FieldMasks.of(mask, given, FIXED);
  }

  /**
   * The stored policy with the masked fields of the given one; those that are empty take their
   * defaults.
   *
   * @throws RedressException {@code FIELD_INVALID}
   */
  static EscalationPolicy merge(
      FieldMask mask, dev.redress.v1.EscalationPolicy given, EscalationPolicy stored) {
    Field field = new Field("escalation_policy");
    dev.redress.v1.EscalationPolicy merged = FieldMasks.merge(mask, given, toProto(stored));
    EscalationPolicy standard = EscalationPolicy.standard(stored.name().provider());
    return field.checked(
        () ->
            new EscalationPolicy(
                stored.name(),
                number(merged.getOwnerPercent(), standard.ownerPercent()),
                number(merged.getLeadPercent(), standard.leadPercent()),
                number(merged.getAccountManagerPercent(), standard.accountManagerPercent()),
                merged.hasRepeatGap()
                    ? TimeProtos.fromProto(field.child("repeat_gap"), merged.getRepeatGap())
                    : standard.repeatGap(),
                person(field.child("lead"), merged.getLead(), standard.lead()),
                person(field.child("superior"), merged.getSuperior(), standard.superior()),
                stored.updateTime(),
                stored.version()));
  }

  private static int number(int given, int standard) {
    return given == 0 ? standard : given;
  }

  private static String person(Field field, String given, String standard) {
    return given.isEmpty() ? standard : field.requiredText(given, Field.SHORT_MAX);
  }
}
