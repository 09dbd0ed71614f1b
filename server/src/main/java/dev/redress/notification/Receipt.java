package dev.redress.notification;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of an event that was sent. */
public sealed interface Receipt {

  /** The receiver has it. */
  record Delivered() implements Receipt {}

  /**
   * It did not arrive as far as anybody knows; another try may help.
   *
   * @param error what went wrong, for people: one line without secrets
   * @param retryAfter how long the receiver wants to be left alone, if it said so
   */
  record Failed(String error, @Nullable Duration retryAfter) implements Receipt {}

  /**
   * The receiver refused this event for good: no other try helps.
   *
   * @param error as above
   */
  record Refused(String error) implements Receipt {}

  /**
   * The receiver wants no event any more.
   *
   * @param error as above
   */
  record Gone(String error) implements Receipt {}
}
