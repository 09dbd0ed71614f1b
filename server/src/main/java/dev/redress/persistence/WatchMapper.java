package dev.redress.persistence;

import dev.redress.escalation.EscalationLifecycle.Look;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Statements on {@code escalation_watch}. */
interface WatchMapper {
  Optional<WatchRow> find(String providerId, String callbackId);

  List<CallbackKeyRow> unwatched(int countMax);

  List<WatchRow> due(Instant now, int countMax);

  Optional<Instant> earliest();

  int insert(String providerId, String callbackId, Look look);

  int move(String providerId, String callbackId, long version, Look look);

  int recheck(String providerId, Instant time);

  int delete(String providerId, String callbackId, long version);
}
