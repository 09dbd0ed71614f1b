package dev.redress.persistence;

import static dev.redress.persistence.Samples.CUSTOMER;
import static dev.redress.persistence.Samples.NOW;
import static dev.redress.persistence.Samples.PROVIDER;
import static dev.redress.persistence.Samples.lineName;
import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.error.ErrorReason;
import dev.redress.identity.Actor;
import dev.redress.identity.PromiseName;
import dev.redress.identity.ProviderName;
import dev.redress.promise.Ending;
import dev.redress.promise.Promise;
import dev.redress.promise.PromiseLifecycle;
import dev.redress.promise.PromiseLifecycle.Transition;
import dev.redress.promise.PromiseState;
import dev.redress.promise.PromiseStore;
import dev.redress.promise.PromiseStore.PromiseFilter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What was promised on calls. */
class PromiseStoreTest {
  private static final PromiseFilter ANY = new PromiseFilter(null, null, "", "", "");

  @OnBothDatabases
  void promise_comesBackAndKeepsHowItEnded(TestDatabase database) {
    PromiseStore store = stored(database);
    Promise open = promise("1", 2, "dana");
    assertThat(store.find(open.name())).contains(open);
    assertThat(store.find(new PromiseName(PROVIDER, "p9"))).isEmpty();

    Promise kept =
        ((Transition.Accepted)
                PromiseLifecycle.keep(
                    open, new Ending(new Actor("mia"), NOW.plusSeconds(5), "by mail")))
            .after();
    store.update(kept);

    assertThat(store.find(open.name())).contains(kept);
    Refused.assertReason(ErrorReason.STALE_VERSION, () -> store.update(kept));
  }

  @OnBothDatabases
  void list_isByDueTimeAndNarrowedByEachPartOfTheFilter(TestDatabase database) {
    PromiseStore store = stored(database);
    Promise first = promise("1", 2, "dana");
    Promise second = promise("2", 1, "mia");
    Promise third = promise("3", 2, "mia");
    Instant later = NOW.plus(Duration.ofHours(36));
    store.update(
        ((Transition.Accepted)
                PromiseLifecycle.release(third, new Ending(new Actor("mia"), NOW, "not needed")))
            .after());

    assertThat(names(store, ANY)).containsExactly("p2", "p1", "p3");
    assertThat(names(store, PromiseFilter.OPEN)).containsExactly("p2", "p1");
    assertThat(names(store, new PromiseFilter(false, null, "", "", ""))).containsExactly("p3");
    assertThat(names(store, new PromiseFilter(null, true, "", "", ""))).containsExactly("p2");
    assertThat(names(store, new PromiseFilter(null, false, "", "", "")))
        .containsExactly("p1", "p3");
    assertThat(names(store, new PromiseFilter(true, null, "d1", CUSTOMER.customer(), "dana")))
        .containsExactly("p1");
    assertThat(names(store, new PromiseFilter(null, null, "d9", "", ""))).isEmpty();
    assertThat(names(store, new PromiseFilter(null, null, "", "nobody", ""))).isEmpty();
    assertThat(store.list(PROVIDER, ANY, later, first.dueTime(), "p1", 9)).hasSize(1);
    assertThat(store.list(PROVIDER, ANY, later, Instant.MIN, "", 1)).containsExactly(second);
    assertThat(store.list(new ProviderName("other"), ANY, later, Instant.MIN, "", 9)).isEmpty();
  }

  /** The ids of those wanted, 36 hours from now. */
  private static List<String> names(PromiseStore store, PromiseFilter filter) {
    return store.list(PROVIDER, filter, NOW.plus(Duration.ofHours(36)), Instant.MIN, "", 9).stream()
        .map(promise -> promise.name().promise())
        .toList();
  }

  private static Promise promise(String number, int days, String owner) {
    return new Promise(
        new PromiseName(PROVIDER, "p" + number),
        PromiseState.OPEN,
        Samples.disputeName("1"),
        Samples.callbackName("1"),
        CUSTOMER,
        owner,
        "send the report, Ünï",
        NOW.plus(Duration.ofDays(days)),
        NOW,
        null,
        1);
  }

  private static PromiseStore stored(TestDatabase database) {
    Samples.storeLines(database.transactions(), lineName("1"));
    Samples.storeDispute(database.transactions(), "1", lineName("1"));
    PromiseStore store = new MyBatisPromiseStore(database.transactions());
    store.insert(promise("1", 2, "dana"));
    store.insert(promise("2", 1, "mia"));
    store.insert(promise("3", 2, "mia"));
    return store;
  }
}
