package dev.redress.report;

/** How old something is, in whole days of 24 hours; the bands that ageing of receivables has. */
public enum AgeBand {
  /** This week. */
  DAYS_0_TO_7("0-7", 7),
  /** The week before. */
  DAYS_8_TO_14("8-14", 14),
  /** This month. */
  DAYS_15_TO_30("15-30", 30),
  /** The month before. */
  DAYS_31_TO_60("31-60", 60),
  /** This quarter. */
  DAYS_61_TO_90("61-90", 90),
  /** Older. */
  DAYS_OVER_90("over 90", Long.MAX_VALUE);

  private final String days;
  private final long daysMax;

  AgeBand(String days, long daysMax) {
    this.days = days;
    this.daysMax = daysMax;
  }

  /** The days of the band, such as {@code 8-14}. */
  public String days() {
    return days;
  }

  /** The band of an age. */
  static AgeBand of(long age) {
    for (AgeBand band : values()) {
      if (age <= band.daysMax) {
        return band;
      }
    }
    throw new IllegalArgumentException("no band ends after " + age + " days");
  }
}
