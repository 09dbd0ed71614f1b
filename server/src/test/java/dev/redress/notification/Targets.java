package dev.redress.notification;

import static dev.redress.persistence.Samples.PROVIDER;

import dev.redress.identity.Actor;
import dev.redress.identity.NotificationTargetName;
import dev.redress.journal.Event;
import dev.redress.journal.JournalEntry;
import dev.redress.persistence.MyBatisDeliveryStore;
import dev.redress.persistence.MyBatisEventStore;
import dev.redress.persistence.MyBatisJournal;
import dev.redress.persistence.MyBatisLetterStore;
import dev.redress.persistence.MyBatisProviderStore;
import dev.redress.persistence.MyBatisTargetStore;
import dev.redress.persistence.MyBatisTransactions;
import dev.redress.persistence.Samples;
import dev.redress.persistence.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Targets of a provider in a database, receivers that do as they are told, and a clock. */
final class Targets implements InstantSource, Sender {
  private final TestDatabase database;
  private final MyBatisTransactions transactions;
  private final MyBatisEventStore events;

  /** What was sent, each as {@code target sequence}, in order. */
  final List<String> sent = new CopyOnWriteArrayList<>();

  private volatile Instant now = Samples.NOW;
  private volatile Function<String, Receipt> receiver = _ -> new Receipt.Delivered();

  Targets(TestDatabase database) {
    this.database = database;
    this.transactions = database.transactions();
    this.events = new MyBatisEventStore(transactions);
    new MyBatisProviderStore(transactions).insert(Samples.provider(PROVIDER.provider()));
  }

  @Override
  public Instant instant() {
    return now;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  /** What becomes of each {@code target sequence} from now on. */
  void answer(Function<String, Receipt> given) {
    receiver = given;
  }

  /** Every event is tried in vain. */
  void answerNo() {
    answer(_ -> new Receipt.Failed("no answer", null));
  }

  @Override
  public ChannelKind kind() {
    return ChannelKind.WEBHOOK;
  }

  @Override
  public Optional<String> objection(Channel channel) {
    return Optional.empty();
  }

  @Override
  public Receipt send(NotificationTarget target, Event event) {
    String what = target.name().target() + " " + event.sequence();
    sent.add(what);
    return receiver.apply(what);
  }

  /** A target from the beginning on. */
  NotificationTargetName target(String id, String... patterns) {
    NotificationTargetName name = name(id);
    service()
        .create(
            name,
            new Channel.Webhook("https://example.com/" + id, SigningKeys.of(TargetsTest.SECRET)),
            patterns.length == 0 ? EventFilter.EVERYTHING : new EventFilter(List.of(patterns)),
            0L,
            Actor.REDRESS);
    return name;
  }

  static NotificationTargetName name(String id) {
    return new NotificationTargetName(PROVIDER, id);
  }

  /** Something happens; all that is journaled so far gets its number. */
  void happen(String... actions) {
    for (String action : actions) {
      new MyBatisJournal(transactions)
          .append(
              new JournalEntry(
                  PROVIDER, now, new Actor("mia"), action, PROVIDER.toString(), "", Map.of()));
    }
    number();
  }

  void number() {
    transactions.run(() -> events.sequence(PROVIDER, 10_000));
  }

  /** The actions in the journal, in order. */
  List<String> journaled() {
    number();
    return events.list(PROVIDER, 0, 10_000).stream().map(each -> each.entry().action()).toList();
  }

  NotificationService service() {
    return new NotificationService(
        transactions,
        new MyBatisProviderStore(transactions),
        new MyBatisTargetStore(transactions),
        letters(),
        events,
        new Senders(this),
        new MyBatisJournal(transactions),
        this);
  }

  DeliveryWorker worker(String worker) {
    return worker(worker, this);
  }

  /** As a server has it: it has to say itself for whom it works. */
  DeliveryWorker worker(String worker, Sender sender) {
    MyBatisTransactions served = new MyBatisTransactions(database.database());
    return new DeliveryWorker(
        new DeliveryPorts(
            served,
            new MyBatisDeliveryStore(served),
            new MyBatisLetterStore(served),
            new MyBatisEventStore(served),
            new MyBatisJournal(served),
            this,
            () -> 0,
            worker),
        new Senders(sender));
  }

  /** Has a worker send all that it can now. */
  void work(DeliveryWorker worker) {
    for (NotificationTargetName name : worker.due(100)) {
      worker.turn(name, () -> true);
    }
  }

  NotificationService.Told get(String id) {
    return service().get(name(id));
  }

  LetterStore letters() {
    return new MyBatisLetterStore(transactions);
  }
}
