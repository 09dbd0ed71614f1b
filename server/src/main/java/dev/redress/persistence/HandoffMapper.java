package dev.redress.persistence;

import dev.redress.handoff.HandoffStore.HandoffFilter;
import java.util.List;
import java.util.Optional;

/** Statements on {@code handoff}. */
interface HandoffMapper {
  Optional<HandoffRow> find(String providerId, String handoffId);

  Optional<String> brief(String providerId, String handoffId);

  Optional<HandoffRow> pending(String providerId, String disputeId);

  List<HandoffRow> all(String providerId, String disputeId);

  List<HandoffRow> list(String providerId, HandoffFilter filter, String afterId, int countMax);

  int insert(HandoffRow row, String brief);

  int update(HandoffRow row);
}
