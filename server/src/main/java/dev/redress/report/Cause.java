package dev.redress.report;

/** What goes wrong before anything is billed, and what to do about it. */
public enum Cause {
  /** Work that is billed and that no request tells of; by customer. */
  NEVER_LOGGED("Log each request when it comes in, also those by phone and in passing."),
  /** Lines that name no request; by technician. */
  NO_REFERENCE("Have the time tool ask for the request's number, and bill it with the line."),
  /** Requests on which work is booked that has nothing to do with them; by request. */
  CATCH_ALL("Close the request, and log a new one for each thing that is asked for."),
  /** Work, or its request, that was logged after the work; by technician. */
  LATE_LOGGED("Log work on the day it is done; what is written down later is guessed."),
  /** Lines without a word; by technician. */
  NO_NOTES("Bill no line that does not say what was done."),
  /** Lines whose words could stand on any bill; by technician. */
  VAGUE("Say what was done to what: a clerk can take such words off a list and send them back."),
  /** Lines that lump several things together; by technician. */
  BLOCK_BILLED("Bill one thing a line, each with its own hours.");

  private final String advice;

  Cause(String advice) {
    this.advice = advice;
  }

  /** What to do, in a sentence. */
  public String advice() {
    return advice;
  }
}
