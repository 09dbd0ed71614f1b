package dev.redress.persistence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Cuts many keys into lists for statements that ask for several.
 *
 * <p>Over a network one statement with 1,000 keys beats 1,000 statements. Embedded Derby is the
 * opposite: it probes the index for each key from the front of the list of columns, so that a list
 * of 1,000 takes seconds, while a lookup of its own takes microseconds; there each list has one
 * key.
 */
final class KeyChunks {

  /** Most keys of a list. */
  static final int SIZE_MAX = 1_000;

  private KeyChunks() {}

  /**
   * The keys in lists of 1, 10, 100 or 1,000, filled up by repeating a key, so that a statement has
   * four forms and not a thousand.
   *
   * @param sizeMax the longest list, one of the four
   */
  static <K> List<List<K>> of(Collection<K> keys, int sizeMax) {
    List<K> all = List.copyOf(keys);
    List<List<K>> chunks = new ArrayList<>();
    for (int from = 0; from < all.size(); from += sizeMax) {
      chunks.add(filled(all.subList(from, Math.min(from + sizeMax, all.size()))));
    }
    return chunks;
  }

  private static <K> List<K> filled(List<K> keys) {
    int size = 1;
    while (size < keys.size()) {
      size *= 10;
    }
    List<K> chunk = new ArrayList<>(keys);
    while (chunk.size() < size) {
      chunk.add(keys.getLast());
    }
    return chunk;
  }
}
