package dev.redress.persistence;

import dev.redress.reconciliation.PartResult;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Statements on {@code reconciliation}, its parts and their shares. Those that claim parts look at
 * all providers: they are polls in the background.
 */
interface ReconciliationMapper {
  Optional<ReconciliationRow> find(String providerId, String reconciliationId);

  /** Newest first; {@code beforeId} empty: from the newest on. */
  List<ReconciliationRow> list(String providerId, String beforeId, int countMax);

  ProgressRow progress(String providerId, String reconciliationId);

  List<ShareRow> shares(String providerId, String reconciliationId);

  List<String> inconclusiveCustomers(String providerId, String reconciliationId);

  List<DonePartRow> parts(String providerId, String reconciliationId);

  int insert(ReconciliationRow row);

  int insertPart(String providerId, String reconciliationId, String customerId);

  int insertShare(PartRow part, ShareRow share);

  int end(ReconciliationRow row);

  List<PartRow> claimable(Instant now, int countMax);

  int claim(PartRow part, String worker, Instant now, Instant until);

  int claimOwn(PartRow part, String worker, Instant until);

  int renew(PartRow part, String worker, Instant until);

  int release(String worker);

  int complete(PartRow part, String worker, PartResult result);

  int giveBack(PartRow part, String worker, String state, int tries);

  List<RunKeyRow> completeRuns();
}
