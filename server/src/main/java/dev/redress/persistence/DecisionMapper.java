package dev.redress.persistence;

import java.util.List;

/** Statements on {@code match_decision}. */
interface DecisionMapper {
  List<DecisionRow> all(String providerId, String customerId);

  int insert(DecisionRow row);

  int update(DecisionRow row);

  int delete(
      String providerId, String customerId, String invoiceId, String lineId, String requestId);

  int deleteConfirmed(String providerId, String customerId, String invoiceId, String lineId);

  int deleteParts(String providerId, String customerId, String invoiceId, String lineId);

  List<AcceptedLineRow> accepted(String providerId, String customerId);

  int insertAccepted(AcceptedLineRow row);

  int updateAccepted(AcceptedLineRow row);

  int deleteAccepted(String providerId, String customerId, String invoiceId, String lineId);
}
