package dev.redress.persistence;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.session.ResultHandler;
import org.jspecify.annotations.Nullable;

/** Statements that add up what reports tell. */
interface ReportMapper {
  List<BilledLinesRow> billed(ReportScope scope);

  List<BilledLinesRow> accepted(ReportScope scope);

  void staked(ReportScope scope, ResultHandler<StakeRow> rows);

  void claimed(ReportScope scope, ResultHandler<ClaimRow> rows);

  List<CreditedReasonRow> credited(ReportScope scope);

  void open(String providerId, @Nullable String customerId, ResultHandler<OpenDisputeRow> rows);

  void promised(
      String providerId,
      @Nullable String customerId,
      @Nullable Instant from,
      @Nullable Instant to,
      ResultHandler<PromisedCallRow> rows);

  long openDisputes();

  long liveCallbacks();

  long overdueCallbacks(Instant now);

  List<SpoiltRow> neverLogged(ReportScope scope);

  List<SpoiltRow> withoutReference(ReportScope scope);

  List<SpoiltRow> withoutWords(ReportScope scope);

  void late(ReportScope scope, ResultHandler<LateRow> rows);
}
