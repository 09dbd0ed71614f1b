package dev.redress.ingest;

/** What time is counted in where a number has no unit. */
public enum TimeUnit {
  /** Minutes. */
  MINUTES,
  /** Hours. */
  HOURS,
  /** Seconds. */
  SECONDS
}
