package dev.redress.persistence;

import dev.redress.invoice.LaborLineStore.LineScope;
import dev.redress.reconciliation.VerdictStore.VerdictFilter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Statements on {@code verdict}. */
interface VerdictMapper {
  int insert(VerdictRow row);

  int makeCurrent(String providerId, String customerId, LineScope scope, String reconciliationId);

  Optional<LineVerdictRow> find(
      String providerId, String customerId, String invoiceId, String lineId);

  /** The verdicts that a run stored for a customer. */
  List<VerdictRow> ofRun(String providerId, String customerId, String reconciliationId);

  List<LineNameRow> listByAmount(
      String providerId, VerdictFilter filter, @Nullable LineAmountRow after, int countMax);

  List<LineNameRow> list(String providerId, VerdictFilter filter, VerdictRange range, int countMax);
}
