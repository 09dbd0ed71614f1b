package dev.redress.identity;

import java.security.SecureRandom;
import java.time.InstantSource;

/**
 * Ids of 26 lower-case characters that sort by time of creation: 48 bits of milliseconds and 80
 * random bits in Crockford's base 32 (the ULID layout).
 */
public final class TimeOrderedIds implements IdSource {
  private static final char[] DIGITS = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();
  private static final int TIME_DIGITS = 10;
  private static final int RANDOM_DIGITS = 16;
  private static final int BITS_A_DIGIT = 5;

  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();
  private long lastMillis;

  /** By this clock. */
  public TimeOrderedIds(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public String next() {
    StringBuilder id = new StringBuilder(TIME_DIGITS + RANDOM_DIGITS);
    long millis = nextMillis();
    for (int digit = TIME_DIGITS - 1; digit >= 0; digit--) {
      id.append(DIGITS[(int) (millis >>> (digit * BITS_A_DIGIT)) & 31]);
    }
    for (int digit = 0; digit < RANDOM_DIGITS; digit++) {
      id.append(DIGITS[random.nextInt(32)]);
    }
    return id.toString();
  }

  /** The time, one ahead of the id before it, so that ids of one server are in order. */
  private synchronized long nextMillis() {
    lastMillis = Math.max(clock.millis(), lastMillis + 1);
    return lastMillis;
  }
}
