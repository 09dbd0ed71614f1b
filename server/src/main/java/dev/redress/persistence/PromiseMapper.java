package dev.redress.persistence;

import dev.redress.promise.PromiseStore.PromiseFilter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Statements on {@code promise}. */
interface PromiseMapper {
  Optional<PromiseRow> find(String providerId, String promiseId);

  List<PromiseRow> list(
      String providerId,
      PromiseFilter filter,
      Instant now,
      Instant after,
      String afterId,
      int countMax);

  int insert(PromiseRow row);

  int end(PromiseRow row);
}
