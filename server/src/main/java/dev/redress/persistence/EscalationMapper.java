package dev.redress.persistence;

import dev.redress.escalation.DutyKey;
import dev.redress.escalation.EscalationStore.EscalationFilter;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Statements on {@code escalation}. */
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

  FiredRow fired(@Param("key") DutyKey key);

  int insert(EscalationRow row);

  int acknowledge(DutyKey key, EscalationRow row);

  int acknowledgeOthers(DutyKey key, EscalationRow row);
}
