package dev.redress.persistence;

import dev.redress.finding.FindingCode;
import dev.redress.reconciliation.FindingStore.FindingFilter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Statements on {@code finding}, {@code finding_dismissal} and {@code finding_rules}. */
interface FindingMapper {
  int deleteAll(String providerId, String customerId);

  int insert(FindingRow row);

  List<FindingRow> of(String providerId, String customerId, String invoiceId, String lineId);

  List<FindingRow> list(
      String providerId, FindingFilter filter, @Nullable FindingPlaceRow after, int countMax);

  List<DismissalRow> dismissals(String providerId, String customerId);

  int insertDismissal(DismissalRow row);

  int updateDismissal(DismissalRow row);

  int deleteDismissal(
      String providerId, String customerId, String invoiceId, String lineId, FindingCode code);

  Optional<FindingRulesRow> rules(String providerId);

  int insertRules(FindingRulesRow row);

  int updateRules(FindingRulesRow row);
}
