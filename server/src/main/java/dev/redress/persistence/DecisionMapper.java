package dev.redress.persistence;

import java.util.List;

/** Statements on {@code match_decision}. */
interface DecisionMapper {
  List<DecisionRow> all(String providerId, String customerId);

  int insert(DecisionRow row);

  int update(DecisionRow row);
}
