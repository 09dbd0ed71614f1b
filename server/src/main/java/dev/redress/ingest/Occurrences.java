package dev.redress.ingest;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Counts, in one pass over a file, how often each key came, and keeps what came first. It takes no
 * room unless it is asked, and then disk and no memory, see {@link SeenIds}.
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
    SeenIds counts = made();
    long count = counts.find(key).map(SeenIds.Seen::content).orElse(0L) + 1;
    counts.put(key, count, line);
    return count;
  }

  /** What was first said under the key, which is this unless something was said before. */
  long first(String key, long value, long line) {
    SeenIds values = made();
    // A key of its own, since rows may be counted beside.
    String own = "first " + key;
    Optional<SeenIds.Seen> before = values.find(own);
    if (before.isEmpty()) {
      values.put(own, value, line);
    }
    return before.map(SeenIds.Seen::content).orElse(value);
  }

  private SeenIds made() {
    SeenIds known = seen;
    if (known == null) {
      known = room.get();
      seen = known;
    }
    return known;
  }

  @Override
  public void close() {
    if (seen != null) {
      seen.close();
    }
  }
}
