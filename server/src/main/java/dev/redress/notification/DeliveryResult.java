package dev.redress.notification;

/** How a try to send an event ended, as it is counted. */
public enum DeliveryResult {
  /** The receiver has it. */
  DELIVERED,
  /** It is tried again. */
  FAILED,
  /** It is not tried again by itself. */
  DEAD
}
