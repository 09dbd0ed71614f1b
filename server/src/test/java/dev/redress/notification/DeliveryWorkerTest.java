package dev.redress.notification;

import static dev.redress.notification.Targets.name;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.identity.Actor;
import dev.redress.journal.Event;
import dev.redress.notification.NotificationService.Wish;
import dev.redress.persistence.MyBatisDeliveryStore;
import dev.redress.persistence.OnBothDatabases;
import dev.redress.persistence.TestDatabase;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Events on their way to targets, with a clock that jumps. Event 1 is the target's creation. */
class DeliveryWorkerTest {
  private static final Duration A_DAY = Duration.ofHours(24);

  @OnBothDatabases
  void turn_sendsEachWantedEventOnceAndInOrder(TestDatabase database) {
    Targets targets = new Targets(database);
    targets.target("all");
    targets.target("some", "escalation.*");
    targets.happen("dispute.opened", "escalation.fired", "dispute.opened");
    DeliveryWorker worker = targets.worker("w");

    targets.work(worker);
    targets.work(worker);

    assertThat(targets.sent)
        .containsExactlyInAnyOrder("all 1", "all 2", "all 3", "all 4", "all 5", "some 4")
        .containsSubsequence("all 1", "all 2", "all 3", "all 4", "all 5");
    assertThat(worker.due(9)).isEmpty();
    assertThat(targets.get("some").target().progress().sequence()).isEqualTo(5);
    assertThat(worker.count(ChannelKind.WEBHOOK, DeliveryResult.DELIVERED)).isEqualTo(6);
    worker.measure();
    assertThat(worker.backlogAge()).isZero();

    targets.happen("escalation.fired");
    targets.pass(Duration.ofSeconds(90));
    worker.measure();
    assertThat(worker.backlogAge()).isEqualTo(Duration.ofSeconds(90));
  }

  @OnBothDatabases
  void turn_triesAgainInOrderUntilItIsTaken(TestDatabase database) {
    Targets targets = new Targets(database);
    targets.target("t");
    targets.happen("dispute.opened");
    DeliveryWorker worker = targets.worker("w");
    targets.answerNo();

    targets.work(worker);
    assertThat(targets.sent).containsExactly("t 1");
    assertThat(targets.get("t").target().progress().lastError()).isEqualTo("no answer");
    assertThat(worker.due(9)).isEmpty();

    targets.pass(Duration.ofSeconds(5));
    targets.work(worker);
    targets.pass(Duration.ofSeconds(30));
    targets.answer(_ -> new Receipt.Delivered());
    targets.work(worker);

    assertThat(targets.sent).containsExactly("t 1", "t 1", "t 1", "t 2");
    assertThat(targets.get("t").letters().total()).isZero();
  }

  @OnBothDatabases
  void turn_passesAnEventThatIsNotTakenAndGivesItUpInTheEnd(TestDatabase database) {
    Targets targets = new Targets(database);
    targets.target("t");
    targets.happen("dispute.opened", "dispute.opened");
    DeliveryWorker worker = targets.worker("w");
    targets.answer(
        what ->
            what.equals("t 2") ? new Receipt.Failed("no\tX: y", null) : new Receipt.Delivered());

    for (int minute = 0; minute < A_DAY.toMinutes(); minute++) {
      targets.work(worker);
      targets.pass(Duration.ofMinutes(1));
    }

    assertThat(targets.sent)
        .containsExactly("t 1", "t 2", "t 2", "t 2", "t 2", "t 3", "t 2", "t 2", "t 2");
    assertThat(targets.get("t").letters()).isEqualTo(new LetterStore.LetterCounts(0, 1));
    Letter dead = targets.service().deadLetters(name("t"), 0, 9).getFirst();
    assertThat(dead.sequence()).isEqualTo(2);
    assertThat(dead.tries()).isEqualTo(RetrySchedule.TRIES_MAX);
    assertThat(dead.lastError()).isEqualTo("no X: y");
    assertThat(worker.count(ChannelKind.WEBHOOK, DeliveryResult.FAILED)).isEqualTo(6);
    assertThat(worker.count(ChannelKind.WEBHOOK, DeliveryResult.DEAD)).isEqualTo(1);
    worker.measure();
    assertThat(worker.deadLetters()).isEqualTo(1);
    assertThat(worker.waitingLetters()).isZero();
  }

  @OnBothDatabases
  void turn_ofADeadTargetHoldsUpNoOther(TestDatabase database) {
    Targets targets = new Targets(database);
    targets.target("dead");
    targets.target("live");
    DeliveryWorker worker = targets.worker("w");
    targets.answer(
        what -> what.startsWith("dead") ? new Receipt.Failed("no", null) : new Receipt.Delivered());

    targets.happen("dispute.opened");
    targets.work(worker);

    assertThat(targets.sent).containsExactlyInAnyOrder("dead 1", "live 1", "live 2", "live 3");
  }

  @OnBothDatabases
  void turn_triesADeadTargetSeldomHoweverMuchHappens(TestDatabase database) {
    Targets targets = new Targets(database);
    targets.target("t", "dispute.opened");
    DeliveryWorker worker = targets.worker("w");
    targets.answerNo();

    for (int minute = 0; minute < 60; minute++) {
      targets.happen("dispute.opened", "dispute.opened", "dispute.opened");
      targets.work(worker);
      targets.pass(Duration.ofMinutes(1));
    }

    // At most 4 tries in 2 minutes and a half for each event, and those set aside now and then.
    assertThat(targets.sent).hasSizeLessThan(120);

    targets.answer(_ -> new Receipt.Delivered());
    targets.pass(A_DAY);
    for (int i = 0; i < 9; i++) {
      targets.work(worker);
    }
    assertThat(targets.get("t").letters().total()).isZero();
    assertThat(new HashSet<>(targets.sent)).hasSize(180);
  }

  @OnBothDatabases
  void retry_sendsADeadLetterAndDiscardForgetsIt(TestDatabase database) {
    Targets targets = new Targets(database);
    targets.target("t");
    targets.happen("dispute.opened", "dispute.opened");
    DeliveryWorker worker = targets.worker("w");
    targets.answer(_ -> new Receipt.Refused("400"));
    targets.work(worker);
    assertThat(targets.get("t").letters().dead()).isEqualTo(3);
    assertThat(worker.due(9)).isEmpty();
    targets.answer(_ -> new Receipt.Delivered());
    targets.sent.clear();

    assertThat(targets.service().retry(name("t"), List.of(2L), Actor.REDRESS)).isEqualTo(1);
    targets.work(worker);
    assertThat(targets.sent).containsExactly("t 2");
    assertThat(targets.service().discard(name("t"), List.of(3L), Actor.REDRESS)).isEqualTo(1);
    assertThatThrownBy(() -> targets.service().retry(name("t"), List.of(1L, 3L), Actor.REDRESS))
        .isInstanceOfSatisfying(
            RedressException.class,
            e -> assertThat(e.reason()).isEqualTo(ErrorReason.DEAD_LETTER_NOT_FOUND));
    assertThat(targets.get("t").letters()).isEqualTo(new LetterStore.LetterCounts(0, 1));

    assertThat(targets.service().retry(name("t"), List.of(), Actor.REDRESS)).isEqualTo(1);
    targets.work(worker);
    targets.work(worker);

    assertThat(targets.sent).startsWith("t 2").contains("t 1").doesNotContain("t 3");
    assertThat(targets.service().discard(name("t"), List.of(), Actor.REDRESS)).isZero();
    assertThat(targets.journaled())
        .containsSubsequence(
            "notification_target.created",
            "notification_target.dead_letters_retried",
            "notification_target.dead_letters_discarded",
            "notification_target.dead_letters_retried")
        .doesNotContain("notification_target.paused");
  }

  @OnBothDatabases
  void turn_sendsAgainWhatAKilledWorkerMayHaveSent(TestDatabase database) {
    Targets targets = new Targets(database);
    targets.target("t");
    targets.happen("dispute.opened");
    DeliveryWorker killed =
        targets.worker(
            "killed",
            new Interrupted(targets) {
              @Override
              void afterSending() {
                throw new Killed();
              }
            });
    assertThatThrownBy(() -> killed.turn(name("t"), () -> true)).isInstanceOf(Killed.class);
    // A process that is killed gives nothing back.
    assertThat(claim(database, "killed", targets)).isTrue();

    DeliveryWorker other = targets.worker("other");
    assertThat(other.due(9)).isEmpty();
    targets.pass(DeliveryWorker.LEASE.plusMillis(1));
    targets.work(other);

    assertThat(targets.sent).containsExactly("t 1", "t 1", "t 2");
  }

  @OnBothDatabases
  void begin_takesBackWhatAProcessOfTheSameNameHeld(TestDatabase database) {
    Targets targets = new Targets(database);
    targets.target("t");
    targets.happen();
    assertThat(claim(database, "embedded", targets)).isTrue();
    DeliveryWorker again = targets.worker("embedded");
    assertThat(again.due(9)).isEmpty();

    again.begin();
    targets.work(again);

    assertThat(targets.sent).containsExactly("t 1");
  }

  @OnBothDatabases
  void turn_ofOneWhoLostTheTargetMovesNothing(TestDatabase database) {
    Targets targets = new Targets(database);
    targets.target("t");
    targets.happen("dispute.opened");
    DeliveryWorker other = targets.worker("other");
    DeliveryWorker slow =
        targets.worker(
            "slow",
            new Interrupted(targets) {
              @Override
              void afterSending() {
                targets.pass(DeliveryWorker.LEASE.plusMillis(1));
                targets.work(other);
              }
            });

    slow.turn(name("t"), () -> true);

    assertThat(targets.sent).containsExactly("t 1", "t 1", "t 2");
    assertThat(targets.get("t").target().progress().sequence()).isEqualTo(2);
  }

  @OnBothDatabases
  void turn_ofManyWorkersSendsEachEventOnceAndInOrder(TestDatabase database) throws Exception {
    Targets targets = new Targets(database);
    targets.target("a");
    targets.target("b");
    targets.happen(IntStream.range(0, 98).mapToObj(_ -> "dispute.opened").toArray(String[]::new));

    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<?>> ends =
          IntStream.range(0, 4)
              .<Future<?>>mapToObj(
                  i ->
                      threads.submit(
                          () -> {
                            DeliveryWorker worker = targets.worker("w" + i);
                            while (!worker.due(9).isEmpty()) {
                              targets.work(worker);
                            }
                          }))
              .toList();
      for (Future<?> end : ends) {
        end.get();
      }
    }

    for (String target : List.of("a", "b")) {
      assertThat(targets.sent.stream().filter(what -> what.startsWith(target)))
          .containsExactlyElementsOf(
              IntStream.rangeClosed(1, 100).mapToObj(i -> target + " " + i).toList());
    }
  }

  @OnBothDatabases
  void gone_pausesTheTargetAndLosesNothing(TestDatabase database) {
    Targets targets = new Targets(database);
    targets.target("t");
    targets.happen();
    DeliveryWorker worker = targets.worker("w");
    targets.answer(_ -> new Receipt.Gone("410 Gone"));

    targets.work(worker);

    NotificationTarget paused = targets.get("t").target();
    assertThat(paused.state()).isEqualTo(TargetState.PAUSED);
    assertThat(paused.pauseReason()).isEqualTo("410 Gone");
    assertThat(paused.version()).isEqualTo(2);
    assertThat(targets.journaled()).endsWith("notification_target.paused");
    assertThat(worker.due(9)).isEmpty();

    targets.answer(_ -> new Receipt.Delivered());
    enable(targets, TargetState.ENABLED);
    targets.work(worker);

    assertThat(targets.get("t").target().pauseReason()).isEmpty();
    assertThat(targets.sent).containsExactly("t 1", "t 1", "t 2");
  }

  @OnBothDatabases
  void pause_countsFromTheNextEventOn(TestDatabase database) {
    Targets targets = new Targets(database);
    targets.target("t");
    targets.happen("dispute.opened", "dispute.opened");
    targets.answer(
        _ -> {
          enable(targets, TargetState.PAUSED);
          return new Receipt.Delivered();
        });

    targets.work(targets.worker("w"));

    assertThat(targets.sent).containsExactly("t 1");
    assertThat(targets.get("t").target().progress().sequence()).isEqualTo(1);
  }

  @OnBothDatabases
  void delete_endsATurn(TestDatabase database) {
    Targets targets = new Targets(database);
    targets.target("t");
    targets.happen("dispute.opened");
    targets.answer(
        _ -> {
          targets.service().delete(name("t"), null, Actor.REDRESS);
          return new Receipt.Refused("no");
        });

    targets.work(targets.worker("w"));

    assertThat(targets.sent).containsExactly("t 1");
    assertThat(targets.service().list(name("t").provider(), "", 9)).isEmpty();
  }

  @OnBothDatabases
  void turn_pausesATargetThatTakesNothing(TestDatabase database) {
    Targets targets = new Targets(database);
    targets.target("t");
    targets.happen(
        IntStream.range(0, LetterStore.LETTERS_MAX + 5)
            .mapToObj(_ -> "dispute.opened")
            .toArray(String[]::new));
    targets.answer(_ -> new Receipt.Refused("400"));
    DeliveryWorker worker = targets.worker("w");

    for (int turns = 0; turns < 9; turns++) {
      targets.work(worker);
    }

    NotificationService.Told told = targets.get("t");
    assertThat(told.letters().dead()).isEqualTo(LetterStore.LETTERS_MAX);
    assertThat(told.target().state()).isEqualTo(TargetState.PAUSED);
    assertThat(told.target().pauseReason()).startsWith("it has 1000 events that it did not take");
    assertThat(told.target().progress().sequence()).isEqualTo(LetterStore.LETTERS_MAX);
  }

  @OnBothDatabases
  void turn_survivesABugInASender(TestDatabase database) {
    Targets targets = new Targets(database);
    targets.target("t");
    targets.happen();
    targets.answer(
        _ -> {
          throw new IllegalStateException("a bug");
        });

    targets.work(targets.worker("w"));

    assertThat(targets.get("t").target().progress().lastError())
        .isEqualTo("the server failed; its log says why");
  }

  private static void enable(Targets targets, TargetState state) {
    targets
        .service()
        .update(
            name("t"),
            null,
            stored -> new Wish(state, stored.target().channel(), stored.target().filter()),
            Actor.REDRESS);
  }

  private static boolean claim(TestDatabase database, String worker, Targets targets) {
    return new MyBatisDeliveryStore(database.transactions())
        .claim(name("t"), worker, targets.instant(), targets.instant().plus(DeliveryWorker.LEASE));
  }

  /** Something happens between sending and storing that it was sent. */
  private abstract static class Interrupted implements Sender {
    private final Sender sender;

    Interrupted(Sender sender) {
      this.sender = sender;
    }

    abstract void afterSending();

    @Override
    public ChannelKind kind() {
      return sender.kind();
    }

    @Override
    public Optional<String> objection(Channel channel) {
      return sender.objection(channel);
    }

    @Override
    public Receipt send(NotificationTarget target, Event event) {
      Receipt receipt = sender.send(target, event);
      afterSending();
      return receipt;
    }
  }

  /** No exception that anybody catches. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1;
  }
}
