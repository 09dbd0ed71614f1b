package dev.redress.persistence;

import dev.redress.escalation.EscalationPolicy;
import dev.redress.identity.EscalationPolicyName;
import dev.redress.identity.ProviderName;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table escalation_policy.
 *
 * @param updateTime never absent in a row
 */
record EscalationPolicyRow(
    String providerId,
    int ownerPercent,
    int leadPercent,
    int accountManagerPercent,
    long repeatGapMinutes,
    String leadPerson,
    String superiorPerson,
    @Nullable Instant updateTime,
    long version) {

  static EscalationPolicyRow of(EscalationPolicy policy) {
    return new EscalationPolicyRow(
        policy.name().provider().provider(),
        policy.ownerPercent(),
        policy.leadPercent(),
        policy.accountManagerPercent(),
        policy.repeatGap().toMinutes(),
        policy.lead(),
        policy.superior(),
        policy.updateTime(),
        policy.version());
  }

  EscalationPolicy toPolicy() {
    return new EscalationPolicy(
        new EscalationPolicyName(new ProviderName(providerId)),
        ownerPercent,
        leadPercent,
        accountManagerPercent,
        Duration.ofMinutes(repeatGapMinutes),
        leadPerson,
        superiorPerson,
        updateTime,
        version);
  }
}
