package dev.redress.escalation;

import java.util.List;

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

  /** This role and those above it, in the order in which they are asked when people are away. */
  List<EscalationRole> andAbove() {
    return switch (this) {
      case OWNER -> List.of(OWNER, LEAD, ACCOUNT_MANAGER, SUPERIOR);
      case LEAD -> List.of(LEAD, ACCOUNT_MANAGER, SUPERIOR);
      case ACCOUNT_MANAGER -> List.of(ACCOUNT_MANAGER, SUPERIOR);
      case SUPERIOR -> List.of(SUPERIOR);
    };
  }

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
