package dev.redress.persistence;

import static dev.redress.persistence.Samples.NOW;
import static dev.redress.persistence.Samples.PROVIDER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.error.ErrorReason;
import dev.redress.identity.Actor;
import dev.redress.identity.NotificationTargetName;
import dev.redress.identity.ProviderName;
import dev.redress.journal.JournalEntry;
import dev.redress.notification.Channel;
import dev.redress.notification.ChannelKind;
import dev.redress.notification.DeliveryStore;
import dev.redress.notification.DeliveryStore.Backlog;
import dev.redress.notification.EventFilter;
import dev.redress.notification.Letter;
import dev.redress.notification.LetterState;
import dev.redress.notification.LetterStore;
import dev.redress.notification.LetterStore.LetterCounts;
import dev.redress.notification.NotificationTarget;
import dev.redress.notification.Progress;
import dev.redress.notification.SigningKeys;
import dev.redress.notification.SigningSecret;
import dev.redress.notification.TargetState;
import dev.redress.notification.TargetStore;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Notification targets, their letters, and how they are shared. */
class NotificationStoreTest {
  private static final Set<ChannelKind> ALL = EnumSet.allOf(ChannelKind.class);
  private static final Instant LATER = NOW.plusSeconds(60);
  private static final String OTHER_SECRET = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";
  private static final Channel WEBHOOK =
      new Channel.Webhook(
          "https://example.com/hook?x=" + "y".repeat(1_900),
          SigningKeys.of(new SigningSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"))
              .rotated(new SigningSecret(OTHER_SECRET), NOW));
  private static final Channel MAIL =
      new Channel.Mail(List.of("mia@example.com", "bo@example.com"));

  @OnBothDatabases
  void target_comesBackAsItWas(TestDatabase database) {
    TargetStore store = targets(database);
    NotificationTarget webhook = target("desk", WEBHOOK);
    NotificationTarget mail = target("lead", MAIL);
    store.insert(webhook);
    store.insert(mail);

    assertThat(store.find(name("desk"))).contains(webhook);
    assertThat(store.find(name("lead"))).contains(mail);
    assertThat(store.find(name("x"))).isEmpty();
    assertThat(store.find(new NotificationTargetName(new ProviderName("other"), "desk"))).isEmpty();
    assertThat(store.list(PROVIDER, "", 9)).containsExactly(webhook, mail);
    assertThat(store.list(PROVIDER, "desk", 1)).containsExactly(mail);
  }

  @OnBothDatabases
  void insert_isRefusedForATakenIdAndForOneTooMany(TestDatabase database) {
    TargetStore store = targets(database);
    for (int i = 1; i <= TargetStore.TARGETS_MAX; i++) {
      store.insert(target("t" + i, MAIL));
      if (i == 1) {
        Refused.assertReason(ErrorReason.RESOURCE_EXISTS, () -> store.insert(target("t1", MAIL)));
      }
    }

    Refused.assertReason(
        ErrorReason.TOO_MANY_TARGETS, () -> store.insert(target("one-more", MAIL)));
    store.delete(target("t7", MAIL));
    store.insert(target("one-more", MAIL));
  }

  @OnBothDatabases
  void update_needsTheVersionAndLeavesTheSequenceAlone(TestDatabase database) {
    TargetStore store = targets(database);
    store.insert(target("desk", WEBHOOK));
    DeliveryStore deliveries = deliveries(database);
    assertThat(deliveries.claim(name("desk"), "w", NOW, LATER)).isTrue();
    assertThat(deliveries.advance(name("desk"), "w", progress(7, 2, LATER), LATER)).isTrue();

    Channel elsewhere =
        new Channel.Webhook("https://example.com", SigningKeys.of(new SigningSecret(OTHER_SECRET)));
    NotificationTarget paused = target("desk", elsewhere, TargetState.PAUSED, 2);
    store.update(paused);

    NotificationTarget found = store.find(name("desk")).orElseThrow();
    assertThat(found.channel()).isEqualTo(elsewhere);
    assertThat(found.state()).isEqualTo(TargetState.PAUSED);
    assertThat(found.progress().sequence()).isEqualTo(7);
    assertThat(found.progress().tries()).isZero();
    Refused.assertReason(ErrorReason.STALE_VERSION, () -> store.update(paused));
    Refused.assertReason(ErrorReason.STALE_VERSION, () -> store.delete(target("desk", WEBHOOK)));
  }

  @OnBothDatabases
  void delete_takesTheLettersAlong(TestDatabase database) {
    TargetStore store = targets(database);
    store.insert(target("desk", WEBHOOK));
    LetterStore letters = letters(database);
    letters.insert(letter(3, null));

    store.delete(target("desk", WEBHOOK));

    assertThat(store.find(name("desk"))).isEmpty();
    assertThat(letters.find(name("desk"), 3)).isEmpty();
  }

  @OnBothDatabases
  void claim_isForOneAtATimeUntilItsEnd(TestDatabase database) {
    targets(database).insert(target("desk", WEBHOOK));
    DeliveryStore store = deliveries(database);

    assertThat(store.claim(name("desk"), "one", NOW, LATER)).isTrue();
    assertThat(store.claim(name("desk"), "two", NOW.plusSeconds(1), LATER)).isFalse();
    assertThat(store.claim(name("desk"), "one", NOW.plusSeconds(1), LATER)).isFalse();
    assertThat(store.held(name("desk"), "one")).isPresent();
    assertThat(store.held(name("desk"), "two")).isEmpty();
    assertThat(store.advance(name("desk"), "two", progress(9, 0, NOW), LATER)).isFalse();
    assertThat(store.pause(name("desk"), "two", "no", NOW)).isFalse();
    store.release(name("desk"), "two");
    assertThat(store.held(name("desk"), "one")).isPresent();

    Instant after = LATER.plusSeconds(1);
    assertThat(store.claim(name("desk"), "two", after, after.plusSeconds(60))).isTrue();
    assertThat(store.held(name("desk"), "one")).isEmpty();
    store.releaseAll("two");
    assertThat(store.claim(name("desk"), "one", after, after.plusSeconds(60))).isTrue();
    assertThat(store.pause(name("desk"), "one", "410", after)).isTrue();
    assertThat(store.held(name("desk"), "one")).isEmpty();
    store.release(name("desk"), "one");
    assertThat(store.claim(name("desk"), "one", after, after.plusSeconds(60))).isFalse();
    NotificationTarget paused = targets(database).find(name("desk")).orElseThrow();
    assertThat(paused.version()).isEqualTo(2);
    assertThat(paused.pauseReason()).isEqualTo("410");
    assertThat(paused.progress().lastErrorTime()).isEqualTo(after);
  }

  @OnBothDatabases
  void due_areThoseWithSomethingToSend(TestDatabase database) {
    TargetStore store = targets(database);
    store.insert(target("desk", WEBHOOK));
    store.insert(target("lead", MAIL));
    store.insert(target("off", MAIL, TargetState.PAUSED, 1));
    DeliveryStore deliveries = deliveries(database);
    assertThat(deliveries.due(ALL, NOW, 9)).isEmpty();
    assertThat(deliveries.backlog()).isEqualTo(new Backlog(null, 0, 0));

    happens(database, 2);

    assertThat(deliveries.backlog()).isEqualTo(new Backlog(NOW, 0, 0));
    assertThat(deliveries.due(ALL, NOW.minusSeconds(1), 9)).isEmpty();
    assertThat(deliveries.due(ALL, NOW, 9)).containsExactly(name("desk"), name("lead"));
    assertThat(deliveries.due(ALL, NOW, 1)).hasSize(1);
    assertThat(deliveries.due(EnumSet.of(ChannelKind.MAIL), NOW, 9)).containsExactly(name("lead"));
    assertThat(deliveries.due(EnumSet.noneOf(ChannelKind.class), NOW, 9)).isEmpty();

    deliveries.claim(name("desk"), "w", NOW, LATER);
    assertThat(deliveries.due(ALL, NOW, 9)).containsExactly(name("lead"));
    deliveries.advance(name("desk"), "w", progress(2, 0, NOW), LATER);
    deliveries.release(name("desk"), "w");
    assertThat(deliveries.due(ALL, NOW, 9)).containsExactly(name("lead"));

    // A letter is due at its time, even when no event is.
    letters(database).insert(letter(1, LATER));
    letters(database).insert(letter(2, null));
    assertThat(deliveries.due(ALL, NOW, 9)).containsExactly(name("lead"));
    assertThat(deliveries.due(ALL, LATER, 9)).containsExactly(name("desk"), name("lead"));
    assertThat(deliveries.backlog()).isEqualTo(new Backlog(NOW, 1, 1));
  }

  @OnBothDatabases
  void letters_comeBackAndAreCounted(TestDatabase database) {
    targets(database).insert(target("desk", WEBHOOK));
    LetterStore store = letters(database);
    Letter waiting = letter(5, LATER);
    store.insert(waiting);
    store.insert(letter(3, null));
    store.insert(letter(9, null));

    assertThat(store.find(name("desk"), 5)).contains(waiting);
    assertThat(store.count(name("desk"))).isEqualTo(new LetterCounts(1, 2));
    assertThat(store.count(name("nobody"))).isEqualTo(new LetterCounts(0, 0));
    assertThat(store.due(name("desk"), NOW)).isEmpty();
    assertThat(store.due(name("desk"), LATER)).contains(waiting);
    assertThat(store.dead(name("desk"), 0, 9)).containsExactly(letter(3, null), letter(9, null));
    assertThat(store.dead(name("desk"), 3, 9)).containsExactly(letter(9, null));
    assertThat(store.dead(name("desk"), 0, 1)).containsExactly(letter(3, null));
    Refused.assertReason(ErrorReason.CONCURRENT_CHANGE, () -> store.insert(letter(5, null)));
  }

  @OnBothDatabases
  void letters_changeAndGo(TestDatabase database) {
    targets(database).insert(target("desk", WEBHOOK));
    LetterStore store = letters(database);
    Letter waiting = letter(5, LATER);
    Letter dead = new Letter(name("desk"), 5, LetterState.DEAD, 5, null, "still no", NOW, LATER);
    store.insert(waiting);
    store.insert(letter(3, null));

    store.update(waiting, dead);
    assertThat(store.find(name("desk"), 5)).contains(dead);
    store.update(waiting, letter(5, NOW));
    assertThat(store.find(name("desk"), 5)).contains(dead);

    assertThat(store.revive(name("desk"), LATER)).isEqualTo(2);
    assertThat(store.count(name("desk"))).isEqualTo(new LetterCounts(2, 0));
    assertThat(store.find(name("desk"), 5).orElseThrow().tries()).isZero();
    assertThat(store.discard(name("desk"))).isZero();
    store.delete(waiting);
    assertThat(store.count(name("desk"))).isEqualTo(new LetterCounts(1, 0));
  }

  private static TargetStore targets(TestDatabase database) {
    MyBatisProviderStore providers = new MyBatisProviderStore(database.transactions());
    if (providers.find(PROVIDER).isEmpty()) {
      providers.insert(Samples.provider(PROVIDER.provider()));
    }
    return new MyBatisTargetStore(database.transactions());
  }

  private static DeliveryStore deliveries(TestDatabase database) {
    return new MyBatisDeliveryStore(database.transactions());
  }

  private static LetterStore letters(TestDatabase database) {
    return new MyBatisLetterStore(database.transactions());
  }

  private static void happens(TestDatabase database, int events) {
    for (int i = 0; i < events; i++) {
      new MyBatisJournal(database.transactions())
          .append(
              new JournalEntry(
                  PROVIDER, NOW, Actor.REDRESS, "a.b", PROVIDER.toString(), "", Map.of()));
    }
    new MyBatisEventStore(database.transactions()).sequence(PROVIDER, events);
  }

  private static NotificationTargetName name(String id) {
    return new NotificationTargetName(PROVIDER, id);
  }

  private static NotificationTarget target(String id, Channel channel) {
    return target(id, channel, TargetState.ENABLED, 1);
  }

  private static NotificationTarget target(
      String id, Channel channel, TargetState state, long version) {
    return new NotificationTarget(
        name(id),
        state,
        "",
        channel,
        new EventFilter(List.of("escalation.*", "callback.exhausted")),
        Progress.after(0, NOW),
        NOW,
        NOW,
        version);
  }

  private static Progress progress(long sequence, int tries, Instant next) {
    return new Progress(sequence, tries, next, "no answer", NOW);
  }

  private static Letter letter(long sequence, @Nullable Instant next) {
    return new Letter(
        name("desk"),
        sequence,
        next == null ? LetterState.DEAD : LetterState.WAITING,
        4,
        next,
        "no answer",
        NOW,
        NOW);
  }
}
