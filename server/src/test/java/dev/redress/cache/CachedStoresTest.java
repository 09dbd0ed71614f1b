package dev.redress.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.redress.customer.Provider;
import dev.redress.customer.ProviderSettings;
import dev.redress.customer.ProviderStore;
import dev.redress.identity.ProviderName;
import dev.redress.transaction.Transactions;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What a cache keeps, and above all what it must not keep. */
class CachedStoresTest {
  private static final ProviderName NAME = new ProviderName("acme");

  private final FakeStore store = new FakeStore();
  private final ChangeTracking transactions = new ChangeTracking(store);
  private final CachedProviderStore cached = new CachedProviderStore(store, transactions);

  @Test
  void find_asksTheStoreOnce() {
    store.insert(provider("first", 1));

    assertThat(cached.find(NAME)).contains(provider("first", 1));
    assertThat(cached.find(NAME)).contains(provider("first", 1));

    assertThat(store.reads).isEqualTo(1);
    assertThat(cached.statistics()).isEqualTo(new CacheStatistics("provider", 1, 1, 1));
  }

  @Test
  void findToChange_seesWhatAnotherServerHasChanged() {
    cached.insert(provider("first", 1));
    assertThat(cached.find(NAME)).isPresent();

    store.update(provider("second", 2));

    assertThat(cached.findToChange(NAME)).contains(provider("second", 2));
  }

  @Test
  void find_doesNotRememberThatSomethingIsMissing() {
    assertThat(cached.find(NAME)).isEmpty();
    cached.insert(provider("first", 1));

    assertThat(cached.find(NAME)).contains(provider("first", 1));
  }

  @Test
  void find_seesAChangeAsSoonAsItIsCommitted() {
    cached.insert(provider("first", 1));
    assertThat(cached.find(NAME)).contains(provider("first", 1));

    cached.update(provider("second", 2));

    assertThat(cached.find(NAME)).contains(provider("second", 2));
  }

  @Test
  void find_withinTheTransactionSeesItsChangeAndKeepsNothingOfIt() {
    cached.insert(provider("first", 1));
    assertThat(cached.find(NAME)).isPresent();

    assertThatThrownBy(
            () ->
                transactions.run(
                    () -> {
                      cached.update(provider("second", 2));
                      assertThat(cached.find(NAME)).contains(provider("second", 2));
                      throw new IllegalStateException("stop");
                    }))
        .hasMessage("stop");

    assertThat(cached.find(NAME)).contains(provider("first", 1));
  }

  @Test
  void find_ofAnotherTransactionDoesNotSeeTheChangeBefore() throws InterruptedException {
    cached.insert(provider("first", 1));
    assertThat(cached.find(NAME)).isPresent();

    transactions.run(
        () -> {
          cached.update(provider("second", 2));
          Thread other =
              Thread.ofVirtual()
                  .start(() -> assertThat(cached.find(NAME)).contains(provider("first", 1)));
          join(other);
        });

    assertThat(cached.find(NAME)).contains(provider("second", 2));
  }

  @Test
  void find_thatBeganBeforeAChangeDoesNotPutTheOldValueBack() {
    cached.insert(provider("first", 1));
    store.duringNextRead =
        () -> join(Thread.ofVirtual().start(() -> cached.update(provider("second", 2))));

    assertThat(cached.find(NAME)).contains(provider("first", 1));

    assertThat(cached.find(NAME)).contains(provider("second", 2));
  }

  @Test
  void run_thatChangesVeryMuchForgetsEverything() {
    cached.insert(provider("first", 1));
    assertThat(cached.find(NAME)).isPresent();

    transactions.run(
        () -> {
          for (int i = 0; i <= 10_000; i++) {
            transactions.markChanged(i);
          }
          store.update(provider("second", 2));
          assertThat(cached.find(NAME)).contains(provider("second", 2));
        });

    assertThat(cached.find(NAME)).contains(provider("second", 2));
  }

  private static Provider provider(String displayName, long version) {
    return new Provider(
        NAME, displayName, ProviderSettings.DEFAULT, Instant.EPOCH, Instant.EPOCH, version);
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A store whose changes are seen by others once the transaction has ended well. */
  private static final class FakeStore implements ProviderStore, Transactions {
    private static final ThreadLocal<Map<ProviderName, Provider>> UNCOMMITTED = new ThreadLocal<>();

    private final Map<ProviderName, Provider> committed = new HashMap<>();
    private Runnable duringNextRead = () -> {};
    private int reads;

    @Override
    public <T> T run(Supplier<T> work) {
      if (UNCOMMITTED.get() != null) {
        return work.get();
      }
      UNCOMMITTED.set(new HashMap<>());
      try {
        T result = work.get();
        committed.putAll(UNCOMMITTED.get());
        return result;
      } finally {
        UNCOMMITTED.remove();
      }
    }

    @Override
    public void afterCommit(Runnable action) {
      throw new AssertionError("caches need no actions of their own");
    }

    @Override
    public Optional<Provider> find(ProviderName name) {
      reads++;
      Optional<Provider> found =
          Optional.ofNullable(UNCOMMITTED.get() == null ? null : UNCOMMITTED.get().get(name))
              .or(() -> Optional.ofNullable(committed.get(name)));
      Runnable now = duringNextRead;
      duringNextRead = () -> {};
      now.run();
      return found;
    }

    @Override
    public List<Provider> list(String afterId, int countMax) {
      return List.copyOf(committed.values());
    }

    @Override
    public void insert(Provider provider) {
      update(provider);
    }

    @Override
    public void update(Provider provider) {
      run(
          () -> {
            UNCOMMITTED.get().put(provider.name(), provider);
          });
    }
  }
}
