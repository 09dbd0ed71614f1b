package dev.redress.persistence;

import static dev.redress.persistence.Samples.NOW;
import static dev.redress.persistence.Samples.PROVIDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.idempotency.AnswerStore;
import dev.redress.idempotency.AnswerStore.Answer;
import dev.redress.identity.Actor;
import dev.redress.identity.ProviderName;
import dev.redress.journal.Event;
import dev.redress.journal.EventStore;
import dev.redress.journal.HashChain;
import dev.redress.journal.Journal;
import dev.redress.journal.JournalEntry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The journal with its inbox, and the answers that are kept beside it. */
class JournalTest {
  private static final String REQUEST_ID = "123e4567-e89b-42d3-a456-426614174000";

  @OnBothDatabases
  void sequence_numbersAndChainsWhatWasAppended(TestDatabase database) {
    Journal journal = journal(database);
    EventStore store = new MyBatisEventStore(database.transactions());
    for (int i = 1; i <= 5; i++) {
      journal.append(entry(i));
    }

    assertThat(store.providersWithInbox()).containsExactly(PROVIDER);
    assertThat(store.lastSequence(PROVIDER)).isZero();
    assertThat(store.sequence(PROVIDER, 3)).isEqualTo(3);
    assertThat(store.sequence(PROVIDER, 3)).isEqualTo(2);
    assertThat(store.sequence(PROVIDER, 3)).isZero();

    assertThat(store.providersWithInbox()).isEmpty();
    assertThat(store.lastSequence(PROVIDER)).isEqualTo(5);
    String previous = HashChain.ORIGIN;
    List<Event> events = store.list(PROVIDER, 0, 9);
    assertThat(events).hasSize(5);
    for (int i = 1; i <= 5; i++) {
      Event event = events.get(i - 1);
      assertThat(event).isEqualTo(new Event(i, entry(i), HashChain.link(previous, i, entry(i))));
      assertThat(store.find(PROVIDER, i)).contains(event);
      previous = event.hash();
    }
    assertThat(store.list(PROVIDER, 3, 1)).containsExactly(events.get(3));
    assertThat(store.find(PROVIDER, 6)).isEmpty();
    assertThat(store.list(new ProviderName("other"), 0, 9)).isEmpty();
  }

  @OnBothDatabases
  void listOfDispute_givesItsHistoryInOrder(TestDatabase database) {
    Journal journal = journal(database);
    EventStore store = new MyBatisEventStore(database.transactions());
    String one = Samples.disputeName("1").toString();
    journal.append(entry(1));
    journal.append(about("providers/acme/callbacks/c1", Map.of("dispute", one)));
    journal.append(entry(2));
    journal.append(about("providers/acme/customers/A", Map.of()));
    journal.append(about("providers/acme/credits/k1", Map.of("dispute", one)));
    assertThat(store.sequence(PROVIDER, 9)).isEqualTo(5);

    assertThat(store.listOfDispute(PROVIDER, Samples.disputeName("1").dispute(), 0, 9))
        .extracting(Event::sequence)
        .containsExactly(1L, 2L, 5L);
    assertThat(store.listOfDispute(PROVIDER, Samples.disputeName("1").dispute(), 1, 1))
        .containsExactly(store.find(PROVIDER, 2).orElseThrow());
    assertThat(store.listOfDispute(PROVIDER, Samples.disputeName("2").dispute(), 0, 9))
        .extracting(Event::sequence)
        .containsExactly(3L);
    assertThat(store.listOfDispute(PROVIDER, "no such id", 0, 9)).isEmpty();
    assertThat(
            store.listOfDispute(
                new ProviderName("other"), Samples.disputeName("1").dispute(), 0, 9))
        .isEmpty();
  }

  @OnBothDatabases
  void append_isForgottenWithItsTransaction(TestDatabase database) {
    Journal journal = journal(database);

    assertThatThrownBy(
            () ->
                database
                    .transactions()
                    .run(
                        () -> {
                          journal.append(entry(1));
                          throw new IllegalStateException("stop");
                        }))
        .hasMessage("stop");

    assertThat(new MyBatisEventStore(database.transactions()).providersWithInbox()).isEmpty();
  }

  @OnBothDatabases
  void sequence_byTwoLeavesNoGapAndNoDouble(TestDatabase database) throws Exception {
    Journal journal = journal(database);
    EventStore store = new MyBatisEventStore(database.transactions());
    Callable<Integer> worker =
        () -> {
          for (int i = 1; i <= 50; i++) {
            journal.append(entry(i));
            sequenceUnlessAnotherDoes(store);
          }
          return 0;
        };

    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Integer> each : threads.invokeAll(List.of(worker, worker))) {
        each.get();
      }
    }
    while (store.sequence(PROVIDER, 10) > 0) {
      assertThat(store.lastSequence(PROVIDER)).isLessThanOrEqualTo(100);
    }

    List<Event> events = store.list(PROVIDER, 0, 1_000);
    assertThat(events).hasSize(100);
    String previous = HashChain.ORIGIN;
    for (int i = 1; i <= 100; i++) {
      Event event = events.get(i - 1);
      assertThat(event.sequence()).isEqualTo(i);
      assertThat(event.hash()).isEqualTo(HashChain.link(previous, i, event.entry()));
      previous = event.hash();
    }
  }

  @OnBothDatabases
  void answer_ofAnyLengthComesBackAsItWentOut(TestDatabase database) {
    AnswerStore store = new MyBatisAnswerStore(database.transactions());
    byte[] noise = new byte[100_000];
    new Random(1).nextBytes(noise);
    List<byte[]> answers = List.of(new byte[0], "{}".getBytes(StandardCharsets.UTF_8), noise);
    List<String> ids = new ArrayList<>();
    for (byte[] bytes : answers) {
      ids.add(REQUEST_ID.substring(1) + ids.size());
      store.insert(PROVIDER, ids.getLast(), new Answer("f" + ids.size(), bytes), NOW);
    }

    for (int i = 0; i < answers.size(); i++) {
      Answer found = store.find(PROVIDER, ids.get(i)).orElseThrow();
      assertThat(found.bytes()).isEqualTo(answers.get(i));
      assertThat(found.fingerprint()).isEqualTo("f" + (i + 1));
    }
    assertThat(store.find(PROVIDER, REQUEST_ID)).isEmpty();
    assertThat(store.find(new ProviderName("other"), ids.getFirst())).isEmpty();
  }

  @OnBothDatabases
  void answer_isGivenOnce(TestDatabase database) {
    AnswerStore store = new MyBatisAnswerStore(database.transactions());
    store.insert(PROVIDER, REQUEST_ID, new Answer("f", new byte[] {1}), NOW);

    Refused.assertReason(
        ErrorReason.CONCURRENT_CHANGE,
        () -> store.insert(PROVIDER, REQUEST_ID, new Answer("f", new byte[] {2}), NOW));
  }

  private static void sequenceUnlessAnotherDoes(EventStore store) {
    try {
      store.sequence(PROVIDER, 7);
    } catch (RedressException e) {
      assertThat(e.reason()).isEqualTo(ErrorReason.CONCURRENT_CHANGE);
    }
  }

  private static Journal journal(TestDatabase database) {
    new MyBatisProviderStore(database.transactions()).insert(Samples.provider("acme"));
    return new MyBatisJournal(database.transactions());
  }

  private static JournalEntry entry(int number) {
    return new JournalEntry(
        PROVIDER,
        NOW.plusSeconds(number),
        new Actor("dana"),
        "dispute.opened",
        Samples.disputeName("" + number).toString(),
        "because \u201cx\u201d",
        Map.of("number", "" + number, "after", "OPEN"));
  }

  private static JournalEntry about(String resource, Map<String, String> details) {
    return new JournalEntry(PROVIDER, NOW, new Actor("dana"), "x.done", resource, "", details);
  }
}
