package dev.redress.persistence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.function.Function;

/**
 * Finds the content hashes of many ids with one parent.
 *
 * <p>Rows of a file mostly come in the order of their ids, or are all new. On embedded Derby, where
 * a list of keys is slow (see {@link KeyChunks}), one look at the range of the ids then tells all;
 * where the range holds much more than was asked, ids are looked up one by one. PostgreSQL is not
 * asked for ranges: its order of texts need not be Java's.
 */
final class HashLookup {
  private HashLookup() {}

  /**
   * The hashes of those ids that are stored.
   *
   * @param keysMax longest list of ids; 1 on embedded Derby
   */
  static Map<String, String> find(
      NavigableSet<String> ids,
      int keysMax,
      Range range,
      Function<List<String>, List<HashRow>> list) {
    List<HashRow> rows = new ArrayList<>();
    NavigableSet<String> missing = ids;
    if (keysMax == 1 && ids.size() > 1) {
      int countMax = 2 * ids.size() + 10;
      List<HashRow> inRange = range.read(ids.first(), ids.last(), countMax);
      rows.addAll(inRange);
      missing =
          inRange.size() < countMax
              ? Collections.emptyNavigableSet()
              : ids.tailSet(inRange.getLast().id(), false);
    }
    for (List<String> chunk : KeyChunks.of(missing, keysMax)) {
      rows.addAll(list.apply(chunk));
    }
    Map<String, String> hashes = new HashMap<>();
    for (HashRow row : rows) {
      if (ids.contains(row.id())) {
        hashes.put(row.id(), row.contentHash());
      }
    }
    return hashes;
  }

  /** Reads the rows from the first to the last id, in their order, at most so many. */
  @FunctionalInterface
  interface Range {
    /** Both ends count. */
    List<HashRow> read(String firstId, String lastId, int countMax);
  }
}
