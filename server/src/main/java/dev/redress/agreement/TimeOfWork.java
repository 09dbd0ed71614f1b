package dev.redress.agreement;

/** When or on the way to what somebody worked, as far as it changes the price. */
public enum TimeOfWork {
  /** Of a rule: whenever. */
  ANY,
  /** Outside of the business hours of a business day. */
  AFTER_HOURS,
  /** On a day on which business is closed all day, holidays included. */
  WEEKEND,
  /** On the way. */
  TRAVEL
}
