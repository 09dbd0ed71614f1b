package dev.redress.cli.generate;

/**
 * What was done wrong on purpose to a generated line, under the code of the finding that has to
 * notice it. Kept in {@code faults.csv} with a detail.
 */
enum Fault {
  /** Nobody asked for the work; no detail. */
  UNCORRELATED,
  /** Bills another line of the customer again; the detail is that line's id. */
  DUPLICATE,
  /** More hours billed than worked; the detail is the hours worked. */
  HOURS_EXCESS,
  /** One line for several requests of one person and day; the detail is how many. */
  BLOCK_BILLED,
  /** Work began before the request was opened; the detail is by how many hours, one decimal. */
  BEFORE_REQUEST,
  /** Work was recorded more than a day after it began; the detail is the hours, one decimal. */
  LATE_LOGGED
}
