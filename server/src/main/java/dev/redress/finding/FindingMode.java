package dev.redress.finding;

/** What follows from a finding, each with all that follows from those before it. */
public enum FindingMode {
  /** It is not looked for. */
  OFF,
  /** It is told with the verdict. */
  NOTE,
  /** A clerk is asked to look at it. */
  REVIEW,
  /** A dispute is opened, or joined, with the part of the charge that is at stake. */
  DISPUTE
}
