package dev.redress.persistence;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;

/**
 * Finds the content hashes of many ids with one parent, in the way that suits the database.
 *
 * <p>Over a network: many ids in one statement. On embedded Derby, where such a list is slow (see
 * {@link KeyChunks}): rows of a file mostly come in the order of their ids, or are all new, so that
 * one look at the range of the ids tells all; where the range holds much more than was asked, ids
 * are looked up one by one. PostgreSQL is not asked for ranges: its order of texts need not be
 * Java's.
 */
final class HashLookup {
  private HashLookup() {}

  /**
   * The hashes of those ids that are stored.
   *
   * @param keysMax most ids of a statement; 1 on embedded Derby
   */
  static Map<String, String> find(NavigableSet<String> ids, int keysMax, Reads reads) {
    Map<String, String> hashes = new HashMap<>();
    if (keysMax > 1) {
      KeyChunks.of(ids, keysMax).forEach(chunk -> keep(reads.all(chunk), ids, hashes));
      return hashes;
    }
    for (String id : ids.size() == 1 ? ids : beyondRange(ids, reads, hashes)) {
      reads.one(id).ifPresent(hash -> hashes.put(id, hash));
    }
    return hashes;
  }

  /** Reads the range, up to a bound, and gives the ids that come after what was read. */
  private static NavigableSet<String> beyondRange(
      NavigableSet<String> ids, Reads reads, Map<String, String> hashes) {
    if (ids.isEmpty()) {
      return ids;
    }
    int countMax = 2 * ids.size() + 10;
    List<HashRow> range = reads.between(ids.first(), ids.last(), countMax);
    keep(range, ids, hashes);
    return range.size() < countMax
        ? Collections.emptyNavigableSet()
        : ids.tailSet(range.getLast().id(), false);
  }

  private static void keep(List<HashRow> rows, Collection<String> ids, Map<String, String> hashes) {
    for (HashRow row : rows) {
      if (row.contentHash() != null && ids.contains(row.id())) {
        hashes.put(row.id(), row.contentHash());
      }
    }
  }

  /** The statements of one table. */
  interface Reads {
    /** Looks one id up. */
    Optional<String> one(String id);

    /** Looks many ids up. */
    List<HashRow> all(List<String> ids);

    /** Reads from the first to the last id, both included, in their order, at most so many. */
    List<HashRow> between(String firstId, String lastId, int countMax);
  }
}
