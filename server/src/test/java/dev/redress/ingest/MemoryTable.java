package dev.redress.ingest;

import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Records by key, with the refusals of a real store. */
final class MemoryTable<K, V> {
  private static final int ASKED_MAX = 1_000;

  /** Whether questions find nothing, as if the records came a moment later. */
  boolean blind;

  /** Is run before records are added. */
  Runnable onInsert = () -> {};

  private final Map<K, V> records = new LinkedHashMap<>();
  private final Function<V, K> key;
  private final Function<V, String> contentHash;

  MemoryTable(Function<V, K> key, Function<V, String> contentHash) {
    this.key = key;
    this.contentHash = contentHash;
  }

  int size() {
    return records.size();
  }

  Optional<V> find(K name) {
    return Optional.ofNullable(records.get(name));
  }

  Map<K, V> findAll(Collection<K> names) {
    if (names.size() > ASKED_MAX) {
      throw new IllegalArgumentException("at most 1,000 are asked");
    }
    Map<K, V> found = new HashMap<>();
    names.forEach(name -> find(name).ifPresent(value -> found.put(name, value)));
    return found;
  }

  Map<K, String> contentHashes(Collection<K> names) {
    Map<K, String> hashes = new HashMap<>();
    findAll(names).forEach((name, value) -> hashes.put(name, contentHash.apply(value)));
    return hashes;
  }

  List<V> where(Predicate<V> condition) {
    return blind ? List.of() : records.values().stream().filter(condition).toList();
  }

  void insertAll(List<V> added) {
    onInsert.run();
    for (V value : added) {
      if (records.putIfAbsent(key.apply(value), value) != null) {
        throw new RedressException(ErrorReason.RESOURCE_EXISTS, key.apply(value) + " exists");
      }
    }
  }

  void update(V value) {
    if (records.put(key.apply(value), value) == null) {
      throw new IllegalStateException(key.apply(value) + " is not stored");
    }
  }
}
