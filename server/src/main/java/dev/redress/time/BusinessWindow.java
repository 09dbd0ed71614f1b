package dev.redress.time;

import java.util.Locale;

/**
 * A part of each working day in which customers may be called.
 *
 * @param startMinutes after midnight, from 0 to 1439
 * @param endMinutes after midnight, more than {@code startMinutes}, at most 1440
 */
public record BusinessWindow(int startMinutes, int endMinutes) {
  private static final int DAY_MINUTES = 24 * 60;

  public BusinessWindow {
    if (startMinutes < 0 || startMinutes >= endMinutes || endMinutes > DAY_MINUTES) {
      throw new IllegalArgumentException(
          "a business window must begin before it ends, within one day");
    }
  }

  /** Such as {@code 08:00-12:00}. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%02d:%02d-%02d:%02d",
        startMinutes / 60,
        startMinutes % 60,
        endMinutes / 60,
        endMinutes % 60);
  }
}
