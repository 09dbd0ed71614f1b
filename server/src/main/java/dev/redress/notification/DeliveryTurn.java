package dev.redress.notification;

import dev.redress.identity.Actor;
import dev.redress.identity.NotificationTargetName;
import dev.redress.journal.Event;
import dev.redress.journal.JournalEntry;
import dev.redress.notification.Receipt.Failed;
import dev.redress.notification.RetrySchedule.Next;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One worker's turn at a target that it holds. After each event the target is read again, so that a
 * pause, a removal, another filter and the loss of the lease count from the next event on.
 */
final class DeliveryTurn {
  /** Events read at a time. */
  private static final int BATCH = 50;

  /** Batches after which the target makes way for others. */
  private static final int BATCHES_MAX = 10;

  private static final int ERROR_MAX = 500;
  private static final Logger LOG = LoggerFactory.getLogger(DeliveryTurn.class);

  private final DeliveryPorts ports;
  private final Senders senders;
  private final NotificationTargetName name;

  DeliveryTurn(DeliveryPorts ports, Senders senders, NotificationTargetName name) {
    this.ports = ports;
    this.senders = senders;
    this.name = name;
  }

  /**
   * Sends until nothing is due, a try fails, the target had its share, or there is no time for
   * more.
   *
   * @return whether it had its share
   */
  boolean run(BooleanSupplier goOn) {
    boolean more = true;
    for (int batches = 0; more && batches < BATCHES_MAX; batches++) {
      more = goOn.getAsBoolean() && sendBatch(goOn);
    }
    return more;
  }

  /** At most one letter and then the next events; tells whether there may be more. */
  private boolean sendBatch(BooleanSupplier goOn) {
    Optional<Batch> read = ports.transactions().run(this::read);
    if (read.isEmpty()) {
      return false;
    }
    Batch batch = read.get();
    NotificationTarget target = batch.target();
    if (batch.letter() != null && batch.letterEvent() != null) {
      Optional<NotificationTarget> after = sendLetter(target, batch.letter(), batch.letterEvent());
      if (after.isEmpty()) {
        return false;
      }
      target = after.get();
    }
    return sendEvents(target, batch.events(), goOn)
        && (batch.letter() != null || !batch.events().isEmpty());
  }

  private Optional<Batch> read() {
    Optional<NotificationTarget> held = ports.deliveries().held(name, ports.worker());
    if (held.isEmpty()) {
      return Optional.empty();
    }
    Progress progress = held.get().progress();
    Instant now = ports.clock().instant();
    @Nullable Letter letter = ports.letters().due(name, now).orElse(null);
    return Optional.of(
        new Batch(
            held.get(),
            letter,
            letter == null
                ? null
                : ports.events().find(name.provider(), letter.sequence()).orElseThrow(),
            progress.nextTime().isAfter(now)
                ? List.of()
                : ports.events().list(name.provider(), progress.sequence(), BATCH)));
  }

  private boolean sendEvents(NotificationTarget first, List<Event> events, BooleanSupplier goOn) {
    NotificationTarget target = first;
    long passed = target.progress().sequence();
    for (Event event : events) {
      if (target.filter().wants(event.entry().action())) {
        Optional<NotificationTarget> after =
            goOn.getAsBoolean() ? sendEvent(target, event) : Optional.empty();
        if (after.isEmpty()) {
          return false;
        }
        target = after.get();
      }
      passed = event.sequence();
    }
    return passed == target.progress().sequence()
        || store(target.progress().done(passed, ports.clock().instant())).isPresent();
  }

  /** The target as it is afterwards; empty when nothing more can be sent now. */
  private Optional<NotificationTarget> sendEvent(NotificationTarget target, Event event) {
    Receipt receipt = senders.send(target, event);
    Instant now = ports.clock().instant();
    Progress before = target.progress();
    return switch (receipt) {
      case Receipt.Delivered() -> {
        count(target, DeliveryResult.DELIVERED);
        yield store(before.done(event.sequence(), now));
      }
      case Failed failed ->
          switch (RetrySchedule.after(
              before.tries() + 1, failed, now, ports.chance().getAsDouble())) {
            case Next.InOrder(Instant again) -> {
              count(target, DeliveryResult.FAILED);
              // Those before it that nobody wanted are done with.
              store(before.failed(event.sequence() - 1, line(failed.error()), now, again));
              yield Optional.empty();
            }
            case Next.SetAside(Instant again) -> setAside(target, event, failed.error(), again);
            case Next.Dead() -> setAside(target, event, failed.error(), null);
          };
      case Receipt.Refused(String error) -> setAside(target, event, error, null);
      case Receipt.Gone(String error) -> pause(target, error);
    };
  }

  /** The target as it is afterwards; empty when nothing more can be sent now. */
  private Optional<NotificationTarget> sendLetter(
      NotificationTarget target, Letter letter, Event event) {
    Receipt receipt = senders.send(target, event);
    Instant now = ports.clock().instant();
    return switch (receipt) {
      case Receipt.Delivered() -> {
        count(target, DeliveryResult.DELIVERED);
        ports.transactions().run(() -> ports.letters().delete(letter));
        yield store(target.progress());
      }
      case Failed failed -> {
        Next next =
            RetrySchedule.after(letter.tries() + 1, failed, now, ports.chance().getAsDouble());
        yield letterFailed(target, letter, time(next), failed.error(), now);
      }
      case Receipt.Refused(String error) -> letterFailed(target, letter, null, error, now);
      case Receipt.Gone(String error) -> pause(target, error);
    };
  }

  private Optional<NotificationTarget> letterFailed(
      NotificationTarget target,
      Letter letter,
      @Nullable Instant again,
      String error,
      Instant now) {
    count(target, again == null ? DeliveryResult.DEAD : DeliveryResult.FAILED);
    Letter after = letter.failed(again, line(error), now);
    ports.transactions().run(() -> ports.letters().update(letter, after));
    return store(target.progress().troubled(line(error), now));
  }

  private Optional<NotificationTarget> setAside(
      NotificationTarget target, Event event, String error, @Nullable Instant again) {
    Instant now = ports.clock().instant();
    Progress progress = target.progress();
    Letter letter =
        Letter.setAside(name, event.sequence(), progress.tries() + 1, again, line(error), now);
    if (isFull()) {
      return pause(
          target,
          "it has "
              + LetterStore.LETTERS_MAX
              + " events that it did not take; retry or discard its dead letters, then enable it");
    }
    count(target, again == null ? DeliveryResult.DEAD : DeliveryResult.FAILED);
    return ports
        .transactions()
        .run(
            () -> {
              Optional<NotificationTarget> moved =
                  store(progress.setAside(event.sequence(), line(error), now));
              moved.ifPresent(_ -> ports.letters().insert(letter));
              return moved;
            });
  }

  /** Only who holds the target adds letters, so that this stays true until it does. */
  private boolean isFull() {
    return ports.transactions().run(() -> ports.letters().count(name)).total()
        >= LetterStore.LETTERS_MAX;
  }

  /** Nothing is lost: the event that could not be sent is the first one when it goes on. */
  private Optional<NotificationTarget> pause(NotificationTarget target, String reason) {
    Instant now = ports.clock().instant();
    ports
        .transactions()
        .run(
            () -> {
              if (ports.deliveries().pause(name, ports.worker(), line(reason), now)) {
                ports
                    .journal()
                    .append(
                        new JournalEntry(
                            name.provider(),
                            now,
                            Actor.REDRESS,
                            "notification_target.paused",
                            name.toString(),
                            line(reason),
                            Map.of("kind", target.channel().kind().name())));
              }
            });
    count(target, DeliveryResult.FAILED);
    LOG.warn("{} is paused: {}", name, line(reason));
    return Optional.empty();
  }

  /** The target as it is afterwards; empty when this worker does not hold it any more. */
  private Optional<NotificationTarget> store(Progress progress) {
    Instant until = ports.clock().instant().plus(DeliveryWorker.LEASE);
    return ports
        .transactions()
        .run(
            () ->
                ports.deliveries().advance(name, ports.worker(), progress, until)
                    ? ports.deliveries().held(name, ports.worker())
                    : Optional.empty());
  }

  private void count(NotificationTarget target, DeliveryResult result) {
    senders.counted(target.channel().kind(), result);
  }

  private static @Nullable Instant time(Next next) {
    return switch (next) {
      case Next.InOrder(Instant time) -> time;
      case Next.SetAside(Instant time) -> time;
      case Next.Dead() -> null;
    };
  }

  /** What others say, on one line and not too long. */
  private static String line(String text) {
    String line = text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    return line.length() <= ERROR_MAX ? line : line.substring(0, ERROR_MAX - 3) + "...";
  }

  /**
   * What is due.
   *
   * @param letterEvent with the letter
   */
  private record Batch(
      NotificationTarget target,
      @Nullable Letter letter,
      @Nullable Event letterEvent,
      List<Event> events) {}
}
