package dev.redress.journal;

/**
 * A place at which a journal is not what was written.
 *
 * @param sequence of the event
 * @param sentence for people
 */
public record JournalBreak(long sequence, Kind kind, String sentence) {

  /** What is wrong. */
  public enum Kind {
    /** The event is not the one that was written, or stands in another's place. */
    CHANGED,
    /** Events are missing, from this one on. */
    MISSING,
    /** The end was cut off, from this event on. */
    CUT_OFF,
    /** The head of the chain is not that of the last event. */
    HEAD_WRONG,
    /** The event is not the one of which an anchor was taken. */
    ANCHOR_WRONG
  }
}
