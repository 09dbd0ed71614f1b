package dev.redress.persistence;

import dev.redress.callback.Callback;
import dev.redress.callback.CallbackStore;
import dev.redress.identity.CallbackName;
import dev.redress.identity.CustomerName;
import dev.redress.identity.ProviderName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Keeps callbacks in the database. */
public final class MyBatisCallbackStore implements CallbackStore {
  private final MyBatisTransactions transactions;

  /** Within these transactions. */
  public MyBatisCallbackStore(MyBatisTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Optional<Callback> find(CallbackName name) {
    return call(mapper -> mapper.find(name.provider().provider(), name.callback()))
        .map(CallbackRow::toCallback);
  }

  @Override
  public List<Callback> list(
      ProviderName provider, CallbackFilter filter, String afterId, int countMax) {
    return call(mapper -> mapper.list(provider.provider(), filter, afterId, countMax)).stream()
        .map(CallbackRow::toCallback)
        .toList();
  }

  @Override
  public List<Callback> listDue(
      ProviderName provider,
      Instant until,
      Set<String> owners,
      Instant after,
      String afterId,
      int countMax) {
    // No callback is that old, and a column cannot hold Instant.MIN.
    Instant from = after.isBefore(Instant.EPOCH) ? Instant.EPOCH : after;
    return call(
            mapper -> mapper.listDue(provider.provider(), until, owners, from, afterId, countMax))
        .stream()
        .map(CallbackRow::toCallback)
        .toList();
  }

  @Override
  public Map<CustomerName, List<CallbackName>> live(Collection<CustomerName> customers) {
    Map<CustomerName, List<CallbackName>> live = new HashMap<>();
    if (customers.isEmpty()) {
      return live;
    }
    ProviderName provider = customers.iterator().next().provider();
    Set<String> ids = new HashSet<>(customers.stream().map(CustomerName::customer).toList());
    for (List<String> some : KeyChunks.of(ids, transactions.keysMax())) {
      for (CustomerCallbackRow row : call(mapper -> mapper.live(provider.provider(), some))) {
        live.computeIfAbsent(new CustomerName(provider, row.customerId()), _ -> new ArrayList<>())
            .add(new CallbackName(provider, row.callbackId()));
      }
    }
    return live;
  }

  @Override
  public void insert(Callback callback) {
    try {
      call(mapper -> mapper.insert(CallbackRow.of(callback)));
    } catch (DuplicateKeyException e) {
      // The dispute got another live callback, or the predecessor another successor, meanwhile.
      throw Refusals.collision(e);
    }
  }

  @Override
  public void update(Callback callback) {
    if (call(mapper -> mapper.update(CallbackRow.of(callback))) != 1) {
      throw Refusals.stale(callback.name());
    }
  }

  private <T> T call(Function<CallbackMapper, T> statement) {
    return transactions.call(CallbackMapper.class, statement);
  }
}
