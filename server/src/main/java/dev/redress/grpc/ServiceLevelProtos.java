package dev.redress.grpc;

import com.google.protobuf.FieldMask;
import dev.redress.error.RedressException;
import dev.redress.identity.CustomerName;
import dev.redress.identity.ProviderName;
import dev.redress.servicelevel.DisputePriority;
import dev.redress.servicelevel.ServiceLevel;
import dev.redress.servicelevel.ServiceScope;
import dev.redress.servicelevel.ServiceValues;
import dev.redress.servicelevel.ServiceValues.Percents;
import dev.redress.v1.Dispute;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Conversion of service levels. */
final class ServiceLevelProtos {
  private static final Field FIELD = new Field("service_level");
  private static final Set<String> FIXED =
      Set.of("name", "customer", "tier", "priority", "update_time", "etag");

  private ServiceLevelProtos() {}

  /** For the wire. */
  static dev.redress.v1.ServiceLevel toProto(ServiceLevel level) {
    ServiceScope scope = level.scope();
    dev.redress.v1.ServiceLevel.Builder proto =
        toProto(level.values()).toBuilder()
            .setName(level.name().toString())
            .setTier(scope.tier())
            .setUpdateTime(TimeProtos.toProto(level.updateTime()))
            .setEtag(Etags.of(level.version()));
    if (!scope.customerId().isEmpty()) {
      proto.setCustomer(new CustomerName(level.name().provider(), scope.customerId()).toString());
    }
    if (scope.priority() != null) {
      proto.setPriority(Constants.toProto(scope.priority(), Dispute.Priority.class));
    }
    return proto.build();
  }

  /**
   * For whom a service level is meant to be.
   *
   * @throws RedressException {@code FIELD_INVALID}, {@code NAME_INVALID}
   */
  static ServiceScope scope(ProviderName provider, dev.redress.v1.ServiceLevel given) {
    String customerId = "";
    if (!given.getCustomer().isEmpty()) {
      CustomerName customer =
          FIELD.child("customer").name(CustomerName::parse, given.getCustomer());
      if (!customer.provider().equals(provider)) {
        throw FIELD.child("customer").invalid("is not a customer of " + provider);
      }
      customerId = customer.customer();
    }
    String id = customerId;
    String tier = FIELD.child("tier").text(given.getTier(), Field.SHORT_MAX);
    @Nullable DisputePriority priority =
        Constants.isSaid(given.getPriority())
            ? Constants.fromProto(
                FIELD.child("priority"), given.getPriority(), DisputePriority.class)
            : null;
    return FIELD.checked(() -> new ServiceScope(id, tier, priority));
  }

  /** The values that a call changes. */
  static FieldMask mask(FieldMask mask, dev.redress.v1.ServiceLevel given) {
    return FieldMasks.of(mask, given, FIXED);
  }

  /**
   * The stored values with the masked ones of the given service level.
   *
   * @throws RedressException {@code FIELD_INVALID}
   */
  static ServiceValues merge(
      FieldMask mask, dev.redress.v1.ServiceLevel given, ServiceValues stored) {
    dev.redress.v1.ServiceLevel merged = FieldMasks.merge(mask, given, toProto(stored));
    return FIELD.checked(
        () ->
            new ServiceValues(
                merged.hasFirstCallbackDays() ? merged.getFirstCallbackDays() : null,
                merged.hasAttemptsMax() ? merged.getAttemptsMax() : null,
                merged.hasAttemptGap() ? duration("attempt_gap", merged.getAttemptGap()) : null,
                merged.hasHangUpCoolDown()
                    ? duration("hang_up_cool_down", merged.getHangUpCoolDown())
                    : null,
                percents(merged),
                merged.hasRepeatGap() ? duration("repeat_gap", merged.getRepeatGap()) : null,
                merged.hasResolutionTarget()
                    ? duration("resolution_target", merged.getResolutionTarget())
                    : null));
  }

  private static @Nullable Percents percents(dev.redress.v1.ServiceLevel merged) {
    return merged.hasOwnerPercent() || merged.hasLeadPercent() || merged.hasAccountManagerPercent()
        ? new Percents(
            merged.getOwnerPercent(), merged.getLeadPercent(), merged.getAccountManagerPercent())
        : null;
  }

  private static Duration duration(String field, com.google.protobuf.Duration given) {
    return TimeProtos.fromProto(FIELD.child(field), given);
  }

  private static dev.redress.v1.ServiceLevel toProto(ServiceValues values) {
    dev.redress.v1.ServiceLevel.Builder proto = dev.redress.v1.ServiceLevel.newBuilder();
    if (values.firstCallbackDays() != null) {
      proto.setFirstCallbackDays(values.firstCallbackDays());
    }
    if (values.attemptsMax() != null) {
      proto.setAttemptsMax(values.attemptsMax());
    }
    if (values.attemptGap() != null) {
      proto.setAttemptGap(TimeProtos.toProto(values.attemptGap()));
    }
    if (values.hangUpCoolDown() != null) {
      proto.setHangUpCoolDown(TimeProtos.toProto(values.hangUpCoolDown()));
    }
    Percents percents = values.percents();
    if (percents != null) {
      proto
          .setOwnerPercent(percents.owner())
          .setLeadPercent(percents.lead())
          .setAccountManagerPercent(percents.accountManager());
    }
    if (values.repeatGap() != null) {
      proto.setRepeatGap(TimeProtos.toProto(values.repeatGap()));
    }
    if (values.resolutionTarget() != null) {
      proto.setResolutionTarget(TimeProtos.toProto(values.resolutionTarget()));
    }
    return proto.build();
  }
}
