package dev.redress.escalation;

import dev.redress.escalation.EscalationLifecycle.Look;
import dev.redress.identity.ProviderName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps what is to be looked at, and when; each watch is moved by one server at a time. */
public interface WatchStore {

  /** The watch over a duty, if there is one. */
  Optional<Watch> find(DutyKey duty);

  /**
   * Watches of all providers whose time has come, the earliest first and of those held until the
   * same opening the one whose level was reached first; at most so many.
   */
  List<Watch> due(Instant now, int countMax);

  /** The earliest time of all watches; absent when there are none. */
  Optional<Instant> earliest();

  /**
   * Begins to watch a duty, at version 1.
   *
   * @throws dev.redress.error.RedressException {@code CONCURRENT_CHANGE} when somebody else has
   *     begun meanwhile
   */
  void insert(DutyKey duty, Look look);

  /** Says when to look next, unless somebody else moved the watch meanwhile: then false. */
  boolean move(Watch watch, Look look);

  /** Has all duties of a provider looked at anew, whatever was reckoned before. */
  void recheck(ProviderName provider, Instant time);

  /** Ends a watch, unless somebody else moved it meanwhile. */
  void delete(Watch watch);
}
