package dev.redress.persistence;

import dev.redress.identity.CustomerName;
import dev.redress.identity.ProviderName;
import dev.redress.identity.RequestName;
import dev.redress.request.Request;
import dev.redress.request.RequestStore;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.function.Function;

/** Keeps requests in the database. */
public final class MyBatisRequestStore implements RequestStore {
  private final MyBatisTransactions transactions;

  /** Within these transactions. */
  public MyBatisRequestStore(MyBatisTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Optional<Request> find(RequestName name) {
    return call(mapper ->
            mapper.find(name.provider().provider(), name.customer().customer(), name.request()))
        .map(RequestRow::toRequest);
  }

  @Override
  public List<Request> list(CustomerName customer, String afterId, int countMax) {
    return call(
            mapper ->
                mapper.list(customer.provider().provider(), customer.customer(), afterId, countMax))
        .stream()
        .map(RequestRow::toRequest)
        .toList();
  }

  @Override
  public List<Request> all(CustomerName customer) {
    return call(mapper -> mapper.all(customer.provider().provider(), customer.customer())).stream()
        .map(RequestRow::toRequest)
        .toList();
  }

  @Override
  public List<CustomerName> customersOf(ProviderName provider, String requestId) {
    return call(mapper -> mapper.customersOf(provider.provider(), requestId)).stream()
        .map(id -> new CustomerName(provider, id))
        .toList();
  }

  @Override
  public Map<RequestName, String> contentHashes(Collection<RequestName> names) {
    return transactions.run(
        () -> {
          Map<RequestName, String> hashes = new HashMap<>();
          Grouped.by(names, RequestName::customer, RequestName::request)
              .forEach(
                  (customer, ids) ->
                      contentHashes(customer, ids)
                          .forEach((id, hash) -> hashes.put(new RequestName(customer, id), hash)));
          return hashes;
        });
  }

  @Override
  public void insertAll(List<Request> requests) {
    try {
      transactions.batch(RequestMapper.class, requests, RequestRow::of, RequestMapper::insert);
    } catch (DuplicateKeyException e) {
      throw Refusals.exists(Refusals.oneOf(requests, Request::name), e);
    }
  }

  @Override
  public void update(Request request) {
    int count = call(mapper -> mapper.update(RequestRow.of(request)));
    Refusals.requireStored(count, request.name());
  }

  private Map<String, String> contentHashes(CustomerName customer, NavigableSet<String> ids) {
    return transactions.call(
        RequestMapper.class,
        mapper ->
            HashLookup.find(
                ids,
                transactions.keysMax(),
                new CustomerHashes(mapper, customer.provider().provider(), customer.customer())));
  }

  private <T> T call(Function<RequestMapper, T> statement) {
    return transactions.call(RequestMapper.class, statement);
  }
}
