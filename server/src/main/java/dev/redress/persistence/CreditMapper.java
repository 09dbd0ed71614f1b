package dev.redress.persistence;

import java.util.List;
import java.util.Optional;

/** Statements on {@code credit}; there is none that changes or deletes one. */
interface CreditMapper {
  Optional<CreditRow> find(String providerId, String creditId);

  Optional<CreditRow> last(String providerId, String customerId, String invoiceId, String lineId);

  Optional<CreditRow> reversalOf(String providerId, String creditId);

  List<LineSumRow> credited(String providerId, String customerId);

  List<CreditRow> list(
      String providerId, String disputeId, String customerId, String afterId, int countMax);

  int insert(CreditRow row);
}
