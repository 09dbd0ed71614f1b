package dev.redress.persistence;

import dev.redress.agreement.Agreement;
import dev.redress.agreement.AgreementStore;
import dev.redress.agreement.Agreements;
import dev.redress.identity.AgreementName;
import dev.redress.identity.CustomerName;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Keeps agreements in the database. */
public final class MyBatisAgreementStore implements AgreementStore {
  /** After every day that an agreement can name. */
  private static final LocalDate FOR_EVER = LocalDate.of(9999, 12, 31);

  private final MyBatisTransactions transactions;

  /** Within these transactions. */
  public MyBatisAgreementStore(MyBatisTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Optional<Agreement> find(AgreementName name) {
    return agreements(
            mapper ->
                mapper
                    .find(name.provider().provider(), name.customer().customer(), name.agreement())
                    .stream()
                    .toList())
        .stream()
        .findFirst();
  }

  @Override
  public List<Agreement> list(CustomerName customer, String afterId, int countMax) {
    return agreements(
        mapper ->
            mapper.list(customer.provider().provider(), customer.customer(), afterId, countMax));
  }

  @Override
  public Agreements all(CustomerName customer) {
    return new Agreements(
        agreements(mapper -> mapper.all(customer.provider().provider(), customer.customer())));
  }

  @Override
  public int count(CustomerName customer) {
    return call(mapper -> mapper.count(customer.provider().provider(), customer.customer()));
  }

  @Override
  public Optional<Agreement> overlapping(Agreement agreement) {
    LocalDate last = agreement.validUntil();
    return agreements(
            mapper ->
                mapper.overlapping(
                    agreement.name().provider().provider(),
                    agreement.customer().customer(),
                    agreement.name().agreement(),
                    agreement.validFrom(),
                    last == null ? FOR_EVER : last))
        .stream()
        .findFirst();
  }

  @Override
  public void insert(Agreement agreement) {
    try {
      call(mapper -> mapper.insert(AgreementRow.of(agreement)));
    } catch (DuplicateKeyException e) {
      throw Refusals.exists(agreement.name(), e);
    }
    insertRates(agreement);
  }

  @Override
  public void update(Agreement agreement) {
    if (call(mapper -> mapper.update(AgreementRow.of(agreement))) != 1) {
      throw Refusals.stale(agreement.name());
    }
    call(
        mapper ->
            mapper.deleteRates(
                agreement.name().provider().provider(),
                agreement.customer().customer(),
                agreement.name().agreement()));
    insertRates(agreement);
  }

  private void insertRates(Agreement agreement) {
    transactions.batch(
        AgreementMapper.class, AgreementRateRow.of(agreement), AgreementMapper::insertRate);
  }

  /** Agreements of one customer, ordered by id unless there is at most one, with their rates. */
  private List<Agreement> agreements(Function<AgreementMapper, List<AgreementRow>> statement) {
    return transactions.run(
        () -> {
          List<AgreementRow> rows = call(statement);
          if (rows.isEmpty()) {
            return List.of();
          }
          AgreementRow first = rows.getFirst();
          Map<String, List<AgreementRateRow>> rates =
              call(
                      mapper ->
                          mapper.rates(
                              first.providerId(),
                              first.customerId(),
                              first.agreementId(),
                              rows.getLast().agreementId()))
                  .stream()
                  .collect(Collectors.groupingBy(AgreementRateRow::agreementId));
          return rows.stream()
              .map(row -> row.toAgreement(rates.getOrDefault(row.agreementId(), List.of())))
              .toList();
        });
  }

  private <T> T call(Function<AgreementMapper, T> statement) {
    return transactions.call(AgreementMapper.class, statement);
  }
}
