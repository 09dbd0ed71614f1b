package dev.redress.escalation;

/** Who is told at a level. */
public enum EscalationRole {
  /** Level 1: who has to call. */
  OWNER,
  /** Level 2: who leads the owners. */
  LEAD,
  /** Level 3: who answers for the customer. */
  ACCOUNT_MANAGER,
  /** Level 4 and every level after it: whom account managers report to. */
  SUPERIOR;

  /**
   * Who is told at this level.
   *
   * @param level from 1
   */
  public static EscalationRole of(int level) {
    if (level < 1) {
      throw new IllegalArgumentException("levels begin with 1");
    }
    return switch (level) {
      case 1 -> OWNER;
      case 2 -> LEAD;
      case 3 -> ACCOUNT_MANAGER;
      default -> SUPERIOR;
    };
  }
}
