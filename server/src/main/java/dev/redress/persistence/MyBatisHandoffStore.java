package dev.redress.persistence;

import dev.redress.handoff.Handoff;
import dev.redress.handoff.HandoffStore;
import dev.redress.identity.DisputeName;
import dev.redress.identity.HandoffName;
import dev.redress.identity.ProviderName;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Keeps handoffs in the database. */
public final class MyBatisHandoffStore implements HandoffStore {
  private final MyBatisTransactions transactions;

  /** Within these transactions. */
  public MyBatisHandoffStore(MyBatisTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Optional<Handoff> find(HandoffName name) {
    return call(mapper -> mapper.find(name.provider().provider(), name.handoff()))
        .map(HandoffRow::toHandoff);
  }

  @Override
  public String brief(HandoffName name) {
    return call(mapper -> mapper.brief(name.provider().provider(), name.handoff())).orElseThrow();
  }

  @Override
  public Optional<Handoff> pending(DisputeName dispute) {
    return call(mapper -> mapper.pending(dispute.provider().provider(), dispute.dispute()))
        .map(HandoffRow::toHandoff);
  }

  @Override
  public List<Handoff> all(DisputeName dispute) {
    return handoffs(mapper -> mapper.all(dispute.provider().provider(), dispute.dispute()));
  }

  @Override
  public List<Handoff> list(
      ProviderName provider, HandoffFilter filter, String afterId, int countMax) {
    return handoffs(mapper -> mapper.list(provider.provider(), filter, afterId, countMax));
  }

  @Override
  public void insert(Handoff handoff, String brief) {
    try {
      call(mapper -> mapper.insert(HandoffRow.of(handoff), brief));
    } catch (DuplicateKeyException e) {
      // The dispute got another pending handoff, or another with this ordinal, meanwhile.
      throw Refusals.collision(e);
    }
  }

  @Override
  public void update(Handoff handoff) {
    if (call(mapper -> mapper.update(HandoffRow.of(handoff))) != 1) {
      throw Refusals.stale(handoff.name());
    }
  }

  private List<Handoff> handoffs(Function<HandoffMapper, List<HandoffRow>> statement) {
    return call(statement).stream().map(HandoffRow::toHandoff).toList();
  }

  private <T> T call(Function<HandoffMapper, T> statement) {
    return transactions.call(HandoffMapper.class, statement);
  }
}
