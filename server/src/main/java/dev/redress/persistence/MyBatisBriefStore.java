package dev.redress.persistence;

import dev.redress.brief.BriefStore;
import dev.redress.brief.Earlier;
import dev.redress.callback.Attempt;
import dev.redress.identity.CustomerName;
import dev.redress.identity.DisputeName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds in the database what briefs need. */
public final class MyBatisBriefStore implements BriefStore {
  private final MyBatisTransactions transactions;

  /** Within these transactions. */
  public MyBatisBriefStore(MyBatisTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public List<Attempt> lastAttempts(DisputeName dispute, int countMax) {
    return call(
            mapper ->
                mapper.lastAttempts(dispute.provider().provider(), dispute.dispute(), countMax))
        .reversed()
        .stream()
        .map(AttemptRow::toAttempt)
        .toList();
  }

  @Override
  public long attemptCount(DisputeName dispute) {
    return call(mapper -> mapper.attemptCount(dispute.provider().provider(), dispute.dispute()));
  }

  @Override
  public List<Earlier> earlier(CustomerName customer, DisputeName except, Instant since) {
    String provider = customer.provider().provider();
    Map<String, EarlierRow> disputes =
        byCurrency(
            call(
                mapper -> mapper.disputes(provider, customer.customer(), except.dispute(), since)));
    Map<String, EarlierRow> credits =
        byCurrency(call(mapper -> mapper.credits(provider, customer.customer(), since)));
    TreeSet<String> currencies = new TreeSet<>(disputes.keySet());
    currencies.addAll(credits.keySet());
    return currencies.stream()
        .map(
            currency -> {
              EarlierRow nothing = new EarlierRow(currency, 0, 0);
              return EarlierRow.joined(
                  disputes.getOrDefault(currency, nothing),
                  credits.getOrDefault(currency, nothing));
            })
        .toList();
  }

  private static Map<String, EarlierRow> byCurrency(List<EarlierRow> rows) {
    return rows.stream().collect(Collectors.toMap(EarlierRow::currency, Function.identity()));
  }

  private <T> T call(Function<BriefMapper, T> statement) {
    return transactions.call(BriefMapper.class, statement);
  }
}
