package dev.redress.persistence;

import java.util.Optional;

/** Statements on {@code escalation_policy}. */
interface EscalationPolicyMapper {
  Optional<EscalationPolicyRow> find(String providerId);

  int insert(EscalationPolicyRow row);

  int update(EscalationPolicyRow row);
}
