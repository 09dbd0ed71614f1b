package dev.redress.persistence;

import dev.redress.dispute.DisputeReason;
import dev.redress.dispute.DisputeStore.DisputeFilter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Statements on {@code dispute} and {@code disputed_line}. */
interface DisputeMapper {
  Optional<DisputeRow> find(String providerId, String disputeId);

  long version(String providerId, String disputeId);

  Optional<DisputeRow> findOpen(String providerId, String customerId, String invoiceId);

  List<DisputeRow> list(String providerId, DisputeFilter filter, String afterId, int countMax);

  List<DisputeKeyRow> closing(Instant until, int countMax);

  List<DisputedLineRow> lines(
      String providerId, String customerId, String invoiceId, String disputeId);

  List<DisputedKeyRow> disputed(
      String providerId, String customerId, String invoiceId, DisputeReason reason);

  int insert(DisputeRow row);

  int update(DisputeRow row);

  int insertLine(DisputedLineRow row);

  int updateLine(DisputedLineRow row);
}
