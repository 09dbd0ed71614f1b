package dev.redress.ingest;

/** Which day of its invoice stands for the day of the work, where a line tells none. */
public enum WorkDay {
  /** The date of the invoice. */
  INVOICE_DATE,
  /** The last day of the line's period, or else of the invoice's. */
  PERIOD_END
}
