package dev.redress.report;

/** By what leakage is told apart. */
public enum Dimension {
  /** Who was billed. */
  CUSTOMER,
  /** The month of the work, such as {@code 2026-09}. */
  MONTH,
  /** Who worked. */
  TECHNICIAN,
  /** What is wrong, or what is said to be: a finding's code or a dispute's reason. */
  REASON
}
