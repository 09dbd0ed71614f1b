package dev.redress.report;

import dev.redress.customer.CustomerStore;
import dev.redress.customer.ProviderStore;
import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.identity.CustomerName;
import dev.redress.identity.ProviderName;
import dev.redress.money.Money;
import dev.redress.reconciliation.CatchAll;
import dev.redress.reconciliation.CatchAllStore;
import dev.redress.report.ReportStore.SpoiltLines;
import dev.redress.transaction.Transactions;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes reports, each of what is known at one moment. */
public final class ReportService {
  /** Most catch-all requests that are looked at. */
  private static final int CATCH_ALLS_MAX = 100_000;

  private final Transactions transactions;
  private final ProviderStore providers;
  private final CustomerStore customers;
  private final ReportStore reports;
  private final CatchAllStore catchAlls;
  private final InstantSource clock;

  /** Over the stores that it needs. */
  public ReportService(
      Transactions transactions,
      ProviderStore providers,
      CustomerStore customers,
      ReportStore reports,
      CatchAllStore catchAlls,
      InstantSource clock) {
    this.transactions = transactions;
    this.providers = providers;
    this.customers = customers;
    this.reports = reports;
    this.catchAlls = catchAlls;
    this.clock = clock;
  }

  /**
   * What leaks of what was billed.
   *
   * @throws RedressException {@code PROVIDER_NOT_FOUND}, {@code CUSTOMER_NOT_FOUND}
   */
  public LeakageReport leakage(LeakageQuery query) {
    return transactions.run(
        () -> {
          ReportHead head = head(query.provider(), query.customer());
          LeakageTally tally = new LeakageTally(query.by());
          reports.billed(query).forEach(tally::add);
          reports.staked(query, tally::add);
          reports.claimed(query, tally::add);
          reports
              .credited(query)
              .forEach(each -> tally.addCredits(each.key(), each.reason(), each.amount()));
          return new LeakageReport(head, query, tally.sections(query.rowsMax()));
        });
  }

  /**
   * How old open disputes are.
   *
   * @throws RedressException {@code PROVIDER_NOT_FOUND}, {@code CUSTOMER_NOT_FOUND}
   */
  public AgeingReport ageing(AgeingQuery query) {
    return transactions.run(
        () -> {
          ReportHead head = head(query.provider(), query.customer());
          AgeingTally tally = new AgeingTally(query.by(), head.createTime());
          reports.open(query, tally::add);
          return new AgeingReport(head, query, tally.sections(query.rowsMax()));
        });
  }

  /**
   * How calls were made that customers were promised.
   *
   * @throws RedressException {@code PROVIDER_NOT_FOUND}, {@code CUSTOMER_NOT_FOUND}
   */
  public CallsReport calls(CallsQuery query) {
    return transactions.run(
        () -> {
          ReportHead head = head(query.provider(), query.customer());
          CallsTally tally = new CallsTally(head.createTime());
          reports.promised(query, tally::add);
          return new CallsReport(head, query, tally.calls(query.rowsMax()));
        });
  }

  /**
   * What to fix before anything is billed.
   *
   * @throws RedressException {@code PROVIDER_NOT_FOUND}, {@code CUSTOMER_NOT_FOUND}
   */
  public UpstreamReport upstream(UpstreamQuery query) {
    return transactions.run(
        () -> {
          ReportHead head = head(query.provider(), query.customer());
          UpstreamTally tally = new UpstreamTally();
          for (CatchAll request : catchAlls.list(scope(query), null, CATCH_ALLS_MAX)) {
            for (Money amount : request.amounts()) {
              tally.add(Cause.CATCH_ALL, request.request().toString(), request.lines(), amount);
            }
          }
          for (SpoiltLines lines : reports.spoilt(query)) {
            tally.add(lines.cause(), lines.subject(), lines.lines(), lines.amount());
          }
          reports.late(query, tally::addLate);
          return new UpstreamReport(head, query, tally.sections(query.rowsMax()));
        });
  }

  private static CatchAllStore.Scope scope(UpstreamQuery query) {
    return new CatchAllStore.Scope(query.provider(), query.customer(), query.from(), query.to());
  }

  /** Of whom a report is, once it is known that there are such. */
  private ReportHead head(ProviderName provider, @Nullable CustomerName customer) {
    String name =
        providers
            .find(provider)
            .orElseThrow(
                () ->
                    new RedressException(
                        ErrorReason.PROVIDER_NOT_FOUND,
                        "there is no provider " + provider,
                        Map.of("provider", provider.toString())))
            .displayName();
    if (customer != null) {
      customers.require(customer);
    }
    return new ReportHead(name, clock.instant());
  }
}
