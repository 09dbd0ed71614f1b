package dev.redress.report;

import static dev.redress.persistence.Samples.CUSTOMER;
import static dev.redress.persistence.Samples.NOW;
import static dev.redress.persistence.Samples.PROVIDER;
import static dev.redress.persistence.Samples.USD;

import dev.redress.callback.CallbackState;
import dev.redress.callback.Outcome;
import dev.redress.dispute.DisputeReason;
import dev.redress.dispute.DisputeState;
import dev.redress.finding.FindingCode;
import dev.redress.identity.RequestName;
import dev.redress.matching.Verdict.Answer;
import dev.redress.money.Money;
import dev.redress.report.ClaimedLine.Claim;
import dev.redress.report.OpenDispute.HeldLine;
import dev.redress.report.StakedLine.Stake;
import dev.redress.time.Hours;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

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

  /** A dispute of each customer. */
  public static AgeingReport ageing(AgeingQuery.By by, List<String> customers) {
    AgeingTally tally = new AgeingTally(by, NOW);
    for (String customer : customers) {
      tally.add(
          new OpenDispute(
              customer,
              DisputeState.OPEN,
              USD,
              NOW.minus(Duration.ofDays(100)),
              false,
              null,
              List.of(new HeldLine("1", 10_000, 9_000))));
    }
    return new AgeingReport(HEAD, new AgeingQuery(PROVIDER, null, by, 50), tally.sections(50));
  }

  /** A call of each owner that reached the customer, but an hour late. */
  public static CallsReport calls(List<String> owners) {
    CallsTally tally = new CallsTally(NOW);
    for (String owner : owners) {
      tally.add(
          List.of(
              new PromisedCall(
                  owner,
                  true,
                  CallbackState.COMPLETED,
                  NOW.minus(Duration.ofHours(9)),
                  NOW.minus(Duration.ofHours(3)),
                  Outcome.REACHED,
                  NOW.minus(Duration.ofHours(2)),
                  null,
                  false)));
    }
    return new CallsReport(HEAD, new CallsQuery(PROVIDER, null, null, null, 50), tally.calls(50));
  }

  /** Lines of these technicians that were logged a week late. */
  public static UpstreamReport upstream(List<String> technicians) {
    UpstreamTally tally = new UpstreamTally();
    for (String technician : technicians) {
      tally.addLate(new LateLine(technician, new Money(7_500, USD), OptionalLong.of(7)));
      tally.add(
          Cause.CATCH_ALL,
          new RequestName(CUSTOMER, technician).toString(),
          3,
          new Money(100, USD));
    }
    return new UpstreamReport(
        HEAD, new UpstreamQuery(PROVIDER, null, null, null, 50), tally.sections(50));
  }
}
