package dev.redress.dispute;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One opening of a dispute, the first or a later one.
 *
 * @param reopenCount how often it was reopened, 0 for the first
 * @param openTime when it was opened or last reopened
 * @param closeTime when it closes for good unless it is reopened; present exactly when it has ended
 *     and is not closed yet
 */
public record Round(int reopenCount, Instant openTime, @Nullable Instant closeTime) {
  /** The first. */
  public static Round first(Instant now) {
    return new Round(0, now, null);
  }

  /** The next. */
  Round next(Instant now) {
    return new Round(reopenCount + 1, now, null);
  }

  /** This one, at its end. */
  Round ended(Instant close) {
    return new Round(reopenCount, openTime, close);
  }

  /** This one, closed. */
  Round closed() {
    return new Round(reopenCount, openTime, null);
  }
}
