package dev.redress.persistence;

import dev.redress.escalation.EscalationStore.EscalationFilter;
import java.util.List;
import java.util.Optional;

/** Statements on {@code escalation}, and the one that holds a callback while a level fires. */
interface EscalationMapper {
  Optional<EscalationRow> find(String providerId, String escalationId);

  /** Liveness is {@code LIVE}, {@code ENDED} or empty; acknowledged YES, NO or empty. */
  List<EscalationRow> list(
      String providerId,
      EscalationFilter filter,
      String liveness,
      String acknowledged,
      String afterId,
      int countMax);

  FiredRow fired(String providerId, String callbackId);

  int holdCallback(String providerId, String callbackId, long version);

  int insert(EscalationRow row);

  int acknowledge(EscalationRow row);

  int acknowledgeOthers(EscalationRow row);
}
