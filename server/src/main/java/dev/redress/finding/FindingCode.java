package dev.redress.finding;

/** What can be wrong with a labor line. */
public enum FindingCode {
  /** No request backs the line. */
  UNCORRELATED,
  /** The same technician, date, hours and words were billed on an earlier line. */
  DUPLICATE,
  /**
   * More hours are billed than were logged: than back the line, or than are left of all requests
   * that it may be for.
   */
  HOURS_EXCESS,
  /** Hours times rate is not the amount. */
  ARITHMETIC,
  /** The line does not say what was done. */
  NO_NOTES
}
