package dev.redress.servicelevel;

/** How pressing a dispute is. */
public enum DisputePriority {
  /** Can wait. */
  LOW,
  /** As most are. */
  NORMAL,
  /** Before others. */
  HIGH,
  /** At once. */
  URGENT
}
