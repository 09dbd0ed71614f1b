package dev.redress.persistence;

import java.util.List;
import java.util.Optional;

/** Statements on {@code customer_erasure}, and on events of a customer. */
interface PrivacyMapper {
  Optional<ErasureRow> find(String providerId, String customerId);

  List<String> erased(String providerId);

  int insert(ErasureRow row);

  int hold(String providerId, String customerId);

  int holdAlone(String providerId, String customerId);

  int countErased(String providerId, String customerId);

  Optional<String> customerOf(String providerId, String disputeId);

  OpenWorkRow openWork(String providerId, String customerId);

  List<String> people(String providerId, String customerId);

  List<String> disputes(String providerId, String customerId);

  List<WholeEventRow> wholeEvents(EventScope scope, long afterSequence, int countMax);

  int takeWords(JournalRow row);

  int eraseProblems(String providerId, String erased);
}
