package dev.redress.persistence;

import dev.redress.callback.CallbackStore.CallbackFilter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Statements on {@code callback}. */
interface CallbackMapper {
  Optional<CallbackRow> find(String providerId, String callbackId);

  List<CallbackRow> list(String providerId, CallbackFilter filter, String afterId, int countMax);

  List<CallbackRow> listDue(
      String providerId,
      Instant until,
      Set<String> owners,
      Instant after,
      String afterId,
      int countMax);

  /** Live ones of these customers, by due time. */
  List<CustomerCallbackRow> live(String providerId, List<String> customerIds);

  int insert(CallbackRow row);

  int update(CallbackRow row);
}
