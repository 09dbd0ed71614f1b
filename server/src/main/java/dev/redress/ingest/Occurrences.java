package dev.redress.ingest;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Counts, in one pass over a file, how often each key came. It takes no room unless it is asked,
 * and then disk and no memory, see {@link SeenIds}.
 */
final class Occurrences implements AutoCloseable {
  private final Supplier<SeenIds> room;
  private @Nullable SeenIds seen;

  /** With this room, which is made when it is needed. */
  Occurrences(Supplier<SeenIds> room) {
    this.room = room;
  }

  /** How often the key has come, this time included: 1 the first time. */
  long count(String key, long line) {
    SeenIds counts = seen;
    if (counts == null) {
      counts = room.get();
      seen = counts;
    }
    long count = counts.find(key).map(SeenIds.Seen::content).orElse(0L) + 1;
    counts.put(key, count, line);
    return count;
  }

  @Override
  public void close() {
    if (seen != null) {
      seen.close();
    }
  }
}
