package dev.redress.persistence;

import dev.redress.escalation.DutyKey;
import dev.redress.escalation.Escalation;
import dev.redress.escalation.EscalationLifecycle.Fired;
import dev.redress.escalation.EscalationState;
import dev.redress.escalation.EscalationStore;
import dev.redress.identity.EscalationName;
import dev.redress.identity.ProviderName;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Keeps escalations in the database. */
public final class MyBatisEscalationStore implements EscalationStore {
  private final MyBatisTransactions transactions;

  /** Within these transactions. */
  public MyBatisEscalationStore(MyBatisTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Optional<Escalation> find(EscalationName name) {
    return call(mapper -> mapper.find(name.provider().provider(), name.escalation()))
        .map(EscalationRow::toEscalation);
  }

  @Override
  public List<Escalation> list(
      ProviderName provider, EscalationFilter filter, String afterId, int countMax) {
    String liveness = liveness(filter.state());
    String acknowledged = acknowledged(filter.state());
    return call(
            mapper ->
                mapper.list(provider.provider(), filter, liveness, acknowledged, afterId, countMax))
        .stream()
        .map(EscalationRow::toEscalation)
        .toList();
  }

  @Override
  public Fired fired(DutyKey duty) {
    return call(mapper -> mapper.fired(duty)).toFired();
  }

  @Override
  public void insert(Escalation escalation) {
    try {
      call(mapper -> mapper.insert(EscalationRow.of(escalation)));
    } catch (DuplicateKeyException e) {
      // Somebody else fired the level meanwhile.
      throw Refusals.collision(e);
    }
  }

  @Override
  public void acknowledge(Escalation escalation) {
    DutyKey duty = escalation.subject().key();
    EscalationRow row = EscalationRow.of(escalation);
    transactions.run(
        () -> {
          if (call(mapper -> mapper.acknowledge(duty, row)) != 1) {
            throw Refusals.stale(escalation.name());
          }
          call(mapper -> mapper.acknowledgeOthers(duty, row));
        });
  }

  private static String liveness(@Nullable EscalationState state) {
    if (state == null) {
      return "";
    }
    return switch (state) {
      case OPEN, ACKNOWLEDGED -> "LIVE";
      case CLOSED -> "ENDED";
    };
  }

  private static String acknowledged(@Nullable EscalationState state) {
    if (state == null) {
      return "";
    }
    return switch (state) {
      case OPEN -> "NO";
      case ACKNOWLEDGED -> "YES";
      case CLOSED -> "";
    };
  }

  private <T> T call(Function<EscalationMapper, T> statement) {
    return transactions.call(EscalationMapper.class, statement);
  }
}
