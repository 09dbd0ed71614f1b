package dev.redress.matching;

import dev.redress.matching.RequestBook.LoggedWork;
import dev.redress.time.Hours;
import java.util.Arrays;
import java.util.List;

/** The hours of time entries that back lines already; invariant I5 is kept here. */
final class SpentHours {
  /** By the number of the time entry, in ten-thousandths of an hour. */
  private final long[] spent;

  /** By request: the last of all changes that was about one of its time entries, from 1. */
  private final int[] lastChanges;

  /** By the number of the time entry, what it could back before anything was spent. */
  private final Hours[] backable;

  private int changes;

  /**
   * Nothing is spent yet.
   *
   * @param step up to which the hours of an entry are rounded, see {@link BillingStep}
   */
  SpentHours(RequestBook book, Hours step) {
    spent = new long[book.workCount()];
    lastChanges = new int[book.size()];
    backable = new Hours[book.workCount()];
    for (int request = 0; request < book.size(); request++) {
      for (LoggedWork work : book.work(request)) {
        backable[work.number()] = work.entry().hours().roundedUp(step);
      }
    }
  }

  /** How often hours were taken or given back. */
  int changes() {
    return changes;
  }

  /** Which of the {@link #changes} was the last one about a request, from 1; 0 for none. */
  int lastChange(int request) {
    return lastChanges[request];
  }

  /** What a time entry could back before anything is spent. */
  Hours backable(LoggedWork work) {
    return backable[work.number()];
  }

  /** What is left of a time entry, never less than nothing. */
  Hours left(LoggedWork work) {
    return new Hours(leftOf(work));
  }

  /** Whether anything is left of any of them. */
  boolean isAnyLeft(List<LoggedWork> work) {
    for (LoggedWork logged : work) {
      if (leftOf(logged) > 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * Takes hours out of a time entry.
   *
   * @throws IllegalArgumentException when there are not as many left
   */
  void spend(LoggedWork work, Hours hours) {
    if (hours.compareTo(left(work)) > 0) {
      throw new IllegalArgumentException(
          "time entry " + work.id() + " has " + left(work) + " h left, not " + hours);
    }
    add(work, hours.tenThousandths());
  }

  /**
   * Gives hours back that were taken before.
   *
   * @throws IllegalArgumentException when fewer were taken
   */
  void release(LoggedWork work, Hours hours) {
    if (hours.tenThousandths() > spent[work.number()]) {
      throw new IllegalArgumentException(
          "not as much as " + hours + " h of time entry " + work.id() + " was spent");
    }
    add(work, -hours.tenThousandths());
  }

  /** What is spent, to come back to. */
  State save() {
    return new State(spent.clone());
  }

  /** Comes back to what was spent. */
  void restore(State state) {
    System.arraycopy(state.spent, 0, spent, 0, spent.length);
    Arrays.fill(lastChanges, ++changes);
  }

  /** What was spent at a time. */
  static final class State {
    private final long[] spent;

    private State(long[] spent) {
      this.spent = spent;
    }
  }

  private long leftOf(LoggedWork work) {
    return backable[work.number()].tenThousandths() - spent[work.number()];
  }

  private void add(LoggedWork work, long tenThousandths) {
    spent[work.number()] += tenThousandths;
    lastChanges[work.request()] = ++changes;
  }
}
