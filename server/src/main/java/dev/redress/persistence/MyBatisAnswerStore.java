package dev.redress.persistence;

import dev.redress.idempotency.AnswerStore;
import dev.redress.identity.ProviderName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps answers in the database. */
public final class MyBatisAnswerStore implements AnswerStore {
  private final MyBatisTransactions transactions;

  /** Within these transactions. */
  public MyBatisAnswerStore(MyBatisTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Optional<Answer> find(ProviderName provider, String requestId) {
    List<AnswerRow> parts =
        transactions.call(
            AnswerMapper.class, mapper -> mapper.parts(provider.provider(), requestId));
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    byte[] bytes = PackedText.unpack(parts.stream().map(AnswerRow::answer).toList());
    return Optional.of(new Answer(parts.getFirst().fingerprint(), bytes));
  }

  @Override
  public void insert(ProviderName provider, String requestId, Answer answer, Instant time) {
    List<AnswerRow> parts = new ArrayList<>();
    for (String piece : PackedText.pack(answer.bytes())) {
      parts.add(
          new AnswerRow(
              provider.provider(), requestId, parts.size(), answer.fingerprint(), time, piece));
    }
    try {
      transactions.batch(AnswerMapper.class, parts, AnswerMapper::insert);
    } catch (DuplicateKeyException e) {
      throw Refusals.collision(e);
    }
  }
}
