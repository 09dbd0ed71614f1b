package dev.redress.cache;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What a transaction has changed. Beyond a bound it is taken to have changed everything. */
final class ChangedKeys {
  private static final int KEYS_MAX = 10_000;

  private final Set<Object> keys = new HashSet<>();
  private boolean everything;

  void add(Object key) {
    if (keys.size() == KEYS_MAX) {
      everything = true;
      keys.clear();
    }
    if (!everything) {
      keys.add(key);
    }
  }

  boolean contains(Object key) {
    return everything || keys.contains(key);
  }

  /** Takes the values of these keys out of a cache. */
  void removeFrom(Map<?, ?> values) {
    if (everything) {
      values.clear();
    } else {
      keys.forEach(values::remove);
    }
  }

  boolean isEmpty() {
    return !everything && keys.isEmpty();
  }
}
