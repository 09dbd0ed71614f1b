package dev.redress.invariant;

/** What must be true at all times, as far as there is data that could break it. */
public enum Invariant {
  /** Every open dispute has its callback. */
  I1("Every open dispute has exactly one live callback with owner, contact and due time."),
  /** No callback is lost. */
  I2("A callback that ended has a successor, or its dispute has ended."),
  /** No dispute ends in silence. */
  I3(
      "A dispute ends only after a call that reached the customer, a sign-off when none did, or the"
          + " customer's own word."),
  /** No credit above the charge. */
  I4("What is credited on a line never exceeds what was invoiced, over all disputes."),
  /** No hour backs two lines. */
  I5("Hours allocated from a time entry never exceed its hours."),
  /** No dispute between two chairs. */
  I6("A dispute and its call change owners only by a handoff that was accepted, with a brief."),
  /** Nothing is called clean that was not looked at. */
  I7("A reconciliation over no lines or no requests is inconclusive."),
  /** A remedy has the direction of its finding. */
  I8(
      "What a disputed line was credited is what its credits and their reversals give; an"
          + " undercharge is never credited.");

  private final String statement;

  Invariant(String statement) {
    this.statement = statement;
  }

  /** What must be true, in one sentence. */
  public String statement() {
    return statement;
  }
}
