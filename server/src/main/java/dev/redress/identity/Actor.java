package dev.redress.identity;

import org.jspecify.annotations.Nullable;

/**
 * Who makes a change.
 *
 * @param name as it is written into the journal, 1 to 200 characters
 * @param via who proved that it may act in that name, when that is somebody else: a system of the
 *     provider, say; empty otherwise
 */
public record Actor(String name, String via) {
  /** Redress itself: timers and runs. */
  public static final Actor REDRESS = new Actor("redress");

  public Actor {
    SourceId.check("actor", name);
  }

  /** Somebody who acts in no other name. */
  public Actor(String name) {
    this(name, "");
  }

  /** The same person, whoever proved it. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Actor actor && actor.name.equals(name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }
}
