package dev.redress.persistence;

import java.util.List;
import org.apache.ibatis.session.ResultHandler;

/** Statements that add up what reports tell. */
interface ReportMapper {
  List<BilledLinesRow> billed(LeakageScope scope);

  void staked(LeakageScope scope, ResultHandler<StakeRow> rows);

  void claimed(LeakageScope scope, ResultHandler<ClaimRow> rows);

  List<CreditedReasonRow> credited(LeakageScope scope);
}
