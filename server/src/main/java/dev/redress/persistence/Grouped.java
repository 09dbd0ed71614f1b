package dev.redress.persistence;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Keys by what they have in common, so that one statement can look for many of them. */
final class Grouped {
  private Grouped() {}

  /** The last part of each key, without repetition, by the part before it. */
  static <K, P> Map<P, NavigableSet<String>> by(
      Collection<K> keys, Function<K, P> parent, Function<K, String> id) {
    Map<P, NavigableSet<String>> groups = new LinkedHashMap<>();
    for (K key : keys) {
      groups.computeIfAbsent(parent.apply(key), _ -> new TreeSet<>()).add(id.apply(key));
    }
    return groups;
  }

  /** Whole keys, without repetition, by a part of them. */
  static <K, P> Map<P, Set<K>> whole(Collection<K> keys, Function<K, P> part) {
    Map<P, Set<K>> groups = new LinkedHashMap<>();
    for (K key : keys) {
      groups.computeIfAbsent(part.apply(key), _ -> new LinkedHashSet<>()).add(key);
    }
    return groups;
  }
}
