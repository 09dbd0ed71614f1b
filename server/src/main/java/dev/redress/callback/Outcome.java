package dev.redress.callback;

/** How an attempt went. */
public enum Outcome {
  /** The customer was spoken to. */
  REACHED,
  /** Nobody answered. */
  NO_ANSWER,
  /** A message was left; nobody was spoken to. */
  VOICEMAIL,
  /** The line was busy. */
  BUSY,
  /** The customer ended the call; it is called again later, and in another way. */
  HUNG_UP,
  /** Somebody else has the number. */
  WRONG_NUMBER,
  /** The customer asked to be called at another time. */
  CUSTOMER_RESCHEDULED
}
