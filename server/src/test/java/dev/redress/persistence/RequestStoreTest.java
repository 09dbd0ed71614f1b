package dev.redress.persistence;

import static dev.redress.persistence.Samples.CUSTOMER;
import static dev.redress.persistence.Samples.NOW;
import static dev.redress.persistence.Samples.PROVIDER;
import static dev.redress.persistence.Samples.lineName;
import static dev.redress.persistence.Samples.requestName;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.redress.error.ErrorReason;
import dev.redress.identity.TimeEntryName;
import dev.redress.request.Request;
import dev.redress.request.RequestStore;
import dev.redress.request.TimeEntry;
import dev.redress.request.TimeEntryStore;
import dev.redress.request.TimeEntryStore.EntryKey;
import dev.redress.time.Hours;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Requests and time entries. */
class RequestStoreTest {

  @OnBothDatabases
  void request_comesBackAsItWasStored(TestDatabase database) {
    Samples.storeLines(database.transactions(), lineName("1"));
    RequestStore store = new MyBatisRequestStore(database.transactions());
    Request closed = Samples.request(requestName("R-1"));
    Request open =
        new Request(requestName("R-2"), NOW, null, "x", "", "", "", "", "", "", Map.of());

    store.insertAll(List.of(open, closed));

    assertThat(store.find(closed.name())).contains(closed);
    assertThat(store.find(requestName("R-3"))).isEmpty();
    assertThat(store.all(CUSTOMER)).containsExactly(closed, open);
    assertThat(store.list(CUSTOMER, "R-1", 5)).containsExactly(open);
    assertThat(store.list(CUSTOMER, "", 1)).containsExactly(closed);
    assertThat(store.customersOf(PROVIDER, "R-2")).containsExactly(CUSTOMER);
    assertThat(store.customersOf(PROVIDER, "R-3")).isEmpty();
    Refused.assertReason(ErrorReason.RESOURCE_EXISTS, () -> store.insertAll(List.of(open)));
  }

  @OnBothDatabases
  void request_isReplacedByItsName(TestDatabase database) {
    Samples.storeLines(database.transactions(), lineName("1"));
    RequestStore store = new MyBatisRequestStore(database.transactions());
    store.insertAll(List.of(Samples.request(requestName("R-1"))));
    Request changed =
        new Request(requestName("R-1"), NOW, null, "new", "", "", "", "", "", "", Map.of());

    store.update(changed);

    assertThat(store.find(changed.name())).contains(changed);
    assertThatThrownBy(() -> store.update(Samples.request(requestName("R-9"))))
        .isInstanceOf(IllegalStateException.class);
  }

  @OnBothDatabases
  void contentHashes_areFoundWhetherIdsAreDenseSparseOrMissing(TestDatabase database) {
    Samples.storeLines(database.transactions(), lineName("1"));
    RequestStore store = new MyBatisRequestStore(database.transactions());
    List<Request> stored =
        IntStream.range(0, 3_000).mapToObj(i -> Samples.request(requestName("R" + i))).toList();
    store.insertAll(stored);

    List<Request> dense = stored.subList(1_000, 2_000);
    List<Request> sparse = IntStream.range(0, 30).mapToObj(i -> stored.get(i * 100)).toList();

    for (List<Request> asked : List.of(dense, sparse)) {
      Map<?, String> hashes = store.contentHashes(asked.stream().map(Request::name).toList());
      assertThat(hashes).hasSize(asked.size());
      asked.forEach(
          request -> assertThat(hashes.get(request.name())).isEqualTo(request.contentHash()));
    }
    assertThat(store.contentHashes(List.of(requestName("Q"), requestName("S")))).isEmpty();
    assertThat(store.contentHashes(List.of())).isEmpty();
  }

  @OnBothDatabases
  void timeEntry_comesBackAsItWasStored(TestDatabase database) {
    Samples.storeLines(database.transactions(), lineName("1"));
    new MyBatisRequestStore(database.transactions())
        .insertAll(List.of(Samples.request(requestName("R-1"))));
    TimeEntryStore store = new MyBatisTimeEntryStore(database.transactions());
    TimeEntry onRequest = Samples.timeEntry("R-1", "T-1");
    TimeEntry onNone =
        new TimeEntry(
            new TimeEntryName(CUSTOMER, TimeEntryName.NO_REQUEST, "T-2"),
            "kim",
            null,
            LocalDate.of(2024, 2, 29),
            Hours.of("0.0001"),
            "",
            "",
            false,
            Map.of("a", "b"));

    store.insertAll(List.of(onNone, onRequest));

    assertThat(store.find(onRequest.name())).contains(onRequest);
    assertThat(store.find(onNone.name())).contains(onNone);
    assertThat(store.find(new TimeEntryName(CUSTOMER, "R-2", "T-1"))).isEmpty();
    assertThat(store.all(CUSTOMER)).containsExactly(onRequest, onNone);
    assertThat(store.list(CUSTOMER, TimeEntryName.NO_REQUEST, "", 9))
        .containsExactly(onRequest, onNone);
    assertThat(store.list(CUSTOMER, "R-1", "", 9)).containsExactly(onRequest);
    assertThat(store.list(CUSTOMER, "R-1", "T-1", 9)).isEmpty();
    assertThat(store.contentHashes(List.of(EntryKey.of(onNone), new EntryKey(CUSTOMER, "T-9"))))
        .isEqualTo(Map.of(EntryKey.of(onNone), onNone.contentHash()));
    Refused.assertReason(ErrorReason.RESOURCE_EXISTS, () -> store.insertAll(List.of(onNone)));
  }

  @OnBothDatabases
  void timeEntry_canMoveToAnotherRequest(TestDatabase database) {
    Samples.storeLines(database.transactions(), lineName("1"));
    new MyBatisRequestStore(database.transactions())
        .insertAll(
            List.of(Samples.request(requestName("R-1")), Samples.request(requestName("R-2"))));
    TimeEntryStore store = new MyBatisTimeEntryStore(database.transactions());
    store.insertAll(List.of(Samples.timeEntry("R-1", "T-1")));

    store.update(Samples.timeEntry("R-2", "T-1"));

    assertThat(store.all(CUSTOMER)).containsExactly(Samples.timeEntry("R-2", "T-1"));
  }
}
