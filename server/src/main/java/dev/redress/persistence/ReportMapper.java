package dev.redress.persistence;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.session.ResultHandler;
import org.jspecify.annotations.Nullable;

/** Statements that add up what reports tell. */
interface ReportMapper {
  List<BilledLinesRow> billed(LeakageScope scope);

  List<BilledLinesRow> accepted(LeakageScope scope);

  void staked(LeakageScope scope, ResultHandler<StakeRow> rows);

  void claimed(LeakageScope scope, ResultHandler<ClaimRow> rows);

  List<CreditedReasonRow> credited(LeakageScope scope);

  void open(String providerId, @Nullable String customerId, ResultHandler<OpenDisputeRow> rows);

  void promised(
      String providerId,
      @Nullable String customerId,
      @Nullable Instant from,
      @Nullable Instant to,
      ResultHandler<PromisedCallRow> rows);
}
