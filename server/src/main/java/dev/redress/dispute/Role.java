package dev.redress.dispute;

/** What somebody is, as far as it counts for what may be conceded. */
public enum Role {
  /** Everybody. */
  CLERK,
  /** Who leads those who call. */
  LEAD,
  /** Who answers for the customer. */
  ACCOUNT_MANAGER,
  /** Whom account managers report to. */
  SUPERIOR
}
