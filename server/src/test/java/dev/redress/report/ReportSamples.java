package dev.redress.report;

import static dev.redress.persistence.Samples.NOW;
import static dev.redress.persistence.Samples.PROVIDER;
import static dev.redress.persistence.Samples.USD;

import dev.redress.dispute.DisputeReason;
import dev.redress.finding.FindingCode;
import dev.redress.matching.Verdict.Answer;
import dev.redress.money.Money;
import dev.redress.report.ClaimedLine.Claim;
import dev.redress.report.StakedLine.Stake;
import dev.redress.time.Hours;
import java.util.List;

/** Reports to look at. */
public final class ReportSamples {
  private static final ReportHead HEAD = new ReportHead("Northgate IT", NOW);

  private ReportSamples() {}

  /** What leaks by technicians of these names, of which only some are told one by one. */
  public static LeakageReport leakage(int rowsMax, List<String> technicians) {
    LeakageTally tally = new LeakageTally(Dimension.TECHNICIAN);
    Hours hour = Hours.of("1");
    Money price = new Money(10_000, USD);
    for (String technician : technicians) {
      tally.add(new BilledLines(technician, Answer.UNMATCHED, false, 1, hour, price));
      tally.add(new BilledLines(technician, Answer.MATCHED, false, 2, hour, price));
      tally.add(
          new StakedLine(
              technician,
              false,
              hour,
              price,
              List.of(
                  new Stake(FindingCode.RATE, 2_000), new Stake(FindingCode.UNDERCHARGE, -50))));
      tally.add(
          new ClaimedLine(
              technician,
              price,
              List.of(new Claim(DisputeReason.RATE, LeakageColumn.DISPUTED, 2_000))));
      tally.addCredits(technician, DisputeReason.RATE, new Money(1_000, USD));
    }
    return new LeakageReport(
        HEAD,
        new LeakageQuery(PROVIDER, null, null, null, Dimension.TECHNICIAN, rowsMax),
        tally.sections(rowsMax));
  }
}
