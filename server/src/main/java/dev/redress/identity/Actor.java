package dev.redress.identity;

/**
 * Who makes a change.
 *
 * @param name as it is written into the journal, 1 to 200 characters
 */
public record Actor(String name) {
  /** Redress itself: timers and runs. */
  public static final Actor REDRESS = new Actor("redress");

  public Actor {
    SourceId.check("actor", name);
  }
}
