package dev.redress.report;

import dev.redress.customer.CustomerStore;
import dev.redress.customer.ProviderStore;
import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.identity.CustomerName;
import dev.redress.identity.ProviderName;
import dev.redress.transaction.Transactions;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes reports, each of what is known at one moment. */
public final class ReportService {
  private final Transactions transactions;
  private final ProviderStore providers;
  private final CustomerStore customers;
  private final ReportStore reports;
  private final InstantSource clock;

  /** Over the stores that it needs. */
  public ReportService(
      Transactions transactions,
      ProviderStore providers,
      CustomerStore customers,
      ReportStore reports,
      InstantSource clock) {
    this.transactions = transactions;
    this.providers = providers;
    this.customers = customers;
    this.reports = reports;
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
