package dev.redress.persistence;

import dev.redress.invoice.LaborLineStore.LineScope;
import java.util.List;
import java.util.Optional;

/** Statements on {@code labor_line}. */
interface LaborLineMapper {
  Optional<LaborLineRow> find(
      String providerId, String customerId, String invoiceId, String lineId);

  List<LaborLineRow> list(
      String providerId, String customerId, String invoiceId, String afterId, int countMax);

  List<LaborLineRow> all(String providerId, String customerId);

  List<String> customersWithLines(String providerId, LineScope scope);

  Optional<String> contentHash(
      String providerId, String customerId, String invoiceId, String lineId);

  List<LineHashRow> contentHashes(String providerId, String customerId, List<LineKeyRow> lines);

  List<HashRow> contentHashesBetween(
      String providerId,
      String customerId,
      String invoiceId,
      String firstId,
      String lastId,
      int countMax);

  /** Lines whose amount a dispute or a credit holds. */
  List<String> held(String providerId, String customerId, String invoiceId);

  int insert(LaborLineRow row);

  int update(LaborLineRow row);
}
