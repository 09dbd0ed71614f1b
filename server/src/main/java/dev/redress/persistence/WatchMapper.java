package dev.redress.persistence;

import dev.redress.escalation.DutyKey;
import dev.redress.escalation.EscalationLifecycle.Look;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;

/** Statements on {@code escalation_watch}. */
interface WatchMapper {
  Optional<WatchRow> find(@Param("key") DutyKey key);

  List<WatchRow> due(Instant now, int countMax);

  Optional<Instant> earliest();

  int insert(DutyKey key, Look look);

  int move(DutyKey key, long version, Look look);

  int recheck(String providerId, Instant time);

  int delete(DutyKey key, long version);
}
