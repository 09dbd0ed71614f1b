package dev.redress.persistence;

import dev.redress.escalation.Duty;
import dev.redress.escalation.DutyKey;
import dev.redress.escalation.DutyKind;
import dev.redress.escalation.DutyStore;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads duties from the tables that keep them. */
public final class MyBatisDutyStore implements DutyStore {
  private final MyBatisTransactions transactions;

  /** Within these transactions. */
  public MyBatisDutyStore(MyBatisTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Optional<Duty> find(DutyKey key) {
    return call(mapper ->
            switch (key.kind()) {
              case CALLBACK -> mapper.findCallback(key);
              case RESPONSE -> mapper.findResponse(key);
              case RESOLUTION -> mapper.findResolution(key);
              case PROMISE -> mapper.findPromise(key);
              case HANDOFF -> mapper.findHandoff(key);
            })
        .map(row -> row.toDuty(key));
  }

  @Override
  public List<DutyKey> unwatched(int countMax) {
    return Arrays.stream(DutyKind.values())
        .flatMap(kind -> unwatched(kind, countMax).stream())
        .map(DutyKeyRow::toKey)
        .toList();
  }

  @Override
  public void hold(Duty duty) {
    DutyKey key = duty.key();
    int count =
        call(
            mapper ->
                switch (key.kind()) {
                  case CALLBACK -> mapper.holdCallback(key, duty.version());
                  case RESPONSE -> mapper.holdResponse(key, duty.version());
                  case RESOLUTION -> mapper.holdResolution(key, duty.version());
                  case PROMISE -> mapper.holdPromise(key, duty.version());
                  case HANDOFF -> mapper.holdHandoff(key, duty.version());
                });
    if (count != 1) {
      throw Refusals.stale(key.resource());
    }
  }

  private List<DutyKeyRow> unwatched(DutyKind kind, int countMax) {
    return call(
        mapper ->
            switch (kind) {
              case CALLBACK -> mapper.unwatchedCallbacks(countMax);
              case RESPONSE -> mapper.unwatchedResponses(countMax);
              case RESOLUTION -> mapper.unwatchedResolutions(countMax);
              case PROMISE -> mapper.unwatchedPromises(countMax);
              case HANDOFF -> mapper.unwatchedHandoffs(countMax);
            });
  }

  private <T> T call(Function<DutyMapper, T> statement) {
    return transactions.call(DutyMapper.class, statement);
  }
}
