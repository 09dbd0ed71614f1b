package dev.redress.resolution;

import dev.redress.absence.AbsenceStore;
import dev.redress.absence.Routing;
import dev.redress.callback.Callback;
import dev.redress.callback.CallbackStore;
import dev.redress.callback.Outcome;
import dev.redress.dispute.Dispute;
import dev.redress.dispute.DisputeStore;
import dev.redress.journal.Journal;
import dev.redress.journal.JournalEntry;
import java.time.Instant;
import java.util.List;

/**
 * Stores that a callback took the place of another: the one place that does, so that the end, the
 * successor, the dispute and the journal are always changed together (I2).
 */
final class CallbackSuccession {
  private final DisputeStore disputes;
  private final CallbackStore callbacks;
  private final AbsenceStore absences;
  private final Journal journal;

  CallbackSuccession(
      DisputeStore disputes, CallbackStore callbacks, AbsenceStore absences, Journal journal) {
    this.disputes = disputes;
    this.callbacks = callbacks;
    this.absences = absences;
    this.journal = journal;
  }

  /**
   * With the successor given to who makes it. Who stood in for the dispute's owner gives the call
   * back; who is away when it is due has a deputy make it.
   *
   * @param dispute of both
   */
  Succession routed(Dispute dispute, Callback ended, Callback planned, String defaultOwner) {
    Instant before = ended.dueTime();
    Instant due = planned.dueTime();
    boolean moves = due.isAfter(before);
    Routing routing =
        new Routing(
            absences.covering(
                dispute.name().provider(), moves ? before : due, moves ? due : before));
    boolean stoodIn =
        planned.owner().equals(ended.owner())
            && routing
                .firstReachable(List.of(dispute.owner(), defaultOwner), before)
                .equals(ended.owner());
    String meant = stoodIn ? dispute.owner() : planned.owner();
    String caller = routing.firstReachable(List.of(meant, defaultOwner), due);
    return new Succession(dispute, new Followed(ended, planned.madeBy(caller)));
  }

  /** In the transaction of the caller. */
  void save(Succession succession, JournalEntry entry) {
    Callback ended = succession.followed().callback();
    Callback successor = succession.followed().successor();
    callbacks.update(ended);
    callbacks.insert(successor);
    boolean reached = ended.attempt() != null && ended.attempt().outcome() == Outcome.REACHED;
    disputes.updateHead(
        succession.dispute().withCallback(successor.name(), reached, successor.createTime()));
    journal.append(entry);
  }

  /**
   * What took the place of what.
   *
   * @param dispute as it was before
   */
  record Succession(Dispute dispute, Followed followed) {}
}
