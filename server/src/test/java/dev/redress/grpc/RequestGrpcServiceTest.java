package dev.redress.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import com.google.type.Date;
import dev.redress.error.ErrorReason;
import dev.redress.persistence.TestDatabase;
import dev.redress.v1.BatchCreateRequestsRequest;
import dev.redress.v1.BatchCreateTimeEntriesRequest;
import dev.redress.v1.CreateRequestRequest;
import dev.redress.v1.GetRequestRequest;
import dev.redress.v1.GetTimeEntryRequest;
import dev.redress.v1.ListRequestsRequest;
import dev.redress.v1.ListRequestsResponse;
import dev.redress.v1.ListTimeEntriesRequest;
import dev.redress.v1.Request;
import dev.redress.v1.RequestServiceGrpc;
import dev.redress.v1.RequestServiceGrpc.RequestServiceBlockingStub;
import dev.redress.v1.TimeEntry;
import io.grpc.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RequestGrpcServiceTest {
  private static final Request REQUEST =
      Request.newBuilder()
          .setOpenTime(moment("2025-05-05T08:00:00.123456Z"))
          .setCloseTime(moment("2025-05-06T09:00:00Z"))
          .setSummary("Printer on floor 2 jams")
          .setDescription("Since this morning.\nPlease hurry.\t")
          .setRequester("Dr. Kim")
          .setAssignee("Tom Bell")
          .setType("Incident")
          .setStatus("Closed")
          .setComponent("PRN-2")
          .putAttributes("priority", "2")
          .build();

  private static final TimeEntry ENTRY =
      TimeEntry.newBuilder()
          .setTechnician("Tom Bell")
          .setStartTime(moment("2025-05-06T03:30:00Z"))
          .setHours(1.25)
          .setNotes("Replaced the fuser")
          .setWorkType("Onsite")
          .setBillable(true)
          .putAttributes("car", "7")
          .build();

  @ParameterizedTest
  @EnumSource
  void create_keepsEverything(TestDatabase.Kind kind) {
    String customer = TestApi.on(kind).newCustomer();

    Request created = stub(kind).createRequest(create(customer, "INC-1", REQUEST));

    assertThat(created)
        .isEqualTo(REQUEST.toBuilder().setName(customer + "/requests/INC-1").build());
    assertThat(stub(kind).getRequest(get(created.getName()))).isEqualTo(created);
    Refusal.of(() -> stub(kind).createRequest(create(customer, "INC-1", REQUEST)))
        .assertIs(Status.Code.ALREADY_EXISTS, ErrorReason.RESOURCE_EXISTS);
    Refusal.of(() -> stub(kind).createRequest(create(customer + "x", "INC-1", REQUEST)))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.CUSTOMER_NOT_FOUND);
    Refusal.of(() -> stub(kind).getRequest(get(customer + "/requests/INC-2")))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.REQUEST_NOT_FOUND);
  }

  @ParameterizedTest(name = "{0} of {1} characters")
  @CsvSource({
    "summary, 0",
    "summary, 1001",
    "description, 32001",
    "requester, 201",
    "assignee, 201",
    "type, 201",
    "status, 201",
    "component, 201"
  })
  void create_refusesTexts(String field, int length) {
    Request request =
        REQUEST.toBuilder()
            .setField(Request.getDescriptor().findFieldByName(field), "x".repeat(length))
            .build();

    refusal("A", request)
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "request." + field);
  }

  @Test
  void create_refusesTimesThatCannotBe() {
    refusal("A", REQUEST.toBuilder().clearOpenTime().build())
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "request.open_time");
    refusal("A", REQUEST.toBuilder().setCloseTime(moment("2025-05-05T07:59:59Z")).build())
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "request.close_time");
  }

  @Test
  void create_refusesTheIdThatStandsForNone() {
    refusal("-", REQUEST)
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.NAME_INVALID, "logged_request_id");
  }

  @ParameterizedTest
  @EnumSource
  void texts_ofFullLengthAreKept(TestDatabase.Kind kind) {
    Request full =
        REQUEST.toBuilder()
            .setSummary("\u00e4".repeat(1_000))
            .setDescription("\u4E2D".repeat(32_000))
            .build();
    Request created = stub(kind).createRequest(create(TestApi.on(kind).newCustomer(), "A", full));

    assertThat(stub(kind).getRequest(get(created.getName()))).isEqualTo(created);
  }

  @ParameterizedTest
  @EnumSource
  void batchCreate_isAllOrNothing(TestDatabase.Kind kind) {
    String customer = TestApi.on(kind).newCustomer();
    List<Request> thousand =
        IntStream.range(0, 1_000)
            .mapToObj(i -> REQUEST.toBuilder().setName(customer + "/requests/R" + i).build())
            .toList();

    assertThat(stub(kind).batchCreateRequests(batch(customer, thousand)).getRequestsList())
        .isEqualTo(thousand);
    List<Request> oneTaken =
        List.of(named(customer + "/requests/NEW"), named(customer + "/requests/R7"));
    Refusal.of(() -> stub(kind).batchCreateRequests(batch(customer, oneTaken)))
        .assertIs(Status.Code.ALREADY_EXISTS, ErrorReason.RESOURCE_EXISTS);
    Refusal.of(() -> stub(kind).getRequest(get(customer + "/requests/NEW")))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.REQUEST_NOT_FOUND);
  }

  @Test
  void batchCreate_refusesWhatDoesNotFitTogether() {
    TestDatabase.Kind kind = TestDatabase.Kind.DERBY;
    String customer = TestApi.on(kind).newCustomer();
    Request one = named(customer + "/requests/1");
    List<Request> tooMany = IntStream.range(0, 1_001).mapToObj(_ -> one).toList();

    Refusal.of(() -> stub(kind).batchCreateRequests(batch(customer, List.of())))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "requests");
    Refusal.of(() -> stub(kind).batchCreateRequests(batch(customer, tooMany)))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "requests");
    Refusal.of(() -> stub(kind).batchCreateRequests(batch(customer, List.of(one, one))))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "requests[1].name");
    Refusal.of(
            () ->
                stub(kind)
                    .batchCreateRequests(
                        batch(customer, List.of(one, named(customer + "x/requests/2")))))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.NAME_INVALID, "requests[1].name");
  }

  @ParameterizedTest
  @EnumSource
  void list_pagesById(TestDatabase.Kind kind) {
    String customer = TestApi.on(kind).newCustomer();
    for (String id : List.of("3", "1", "2")) {
      stub(kind).createRequest(create(customer, id, REQUEST));
    }
    ListRequestsRequest list =
        ListRequestsRequest.newBuilder().setParent(customer).setPageSize(2).build();

    ListRequestsResponse first = stub(kind).listRequests(list);
    ListRequestsResponse second =
        stub(kind).listRequests(list.toBuilder().setPageToken(first.getNextPageToken()).build());

    List<String> ids = new ArrayList<>();
    first.getRequestsList().forEach(request -> ids.add(request.getName()));
    second.getRequestsList().forEach(request -> ids.add(request.getName()));
    assertThat(ids)
        .containsExactly(
            customer + "/requests/1", customer + "/requests/2", customer + "/requests/3");
    assertThat(second.getNextPageToken()).isEmpty();
    Refusal.of(() -> stub(kind).listRequests(list.toBuilder().setPageToken("forged").build()))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.PAGE_TOKEN_INVALID, "page_token");
    Refusal.of(() -> stub(kind).listRequests(list.toBuilder().setParent(customer + "x").build()))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.CUSTOMER_NOT_FOUND);
  }

  @ParameterizedTest
  @EnumSource
  void timeEntries_areDatedByTheCustomersClock(TestDatabase.Kind kind) {
    String customer = TestApi.on(kind).newCustomer();
    stub(kind).createRequest(create(customer, "INC-1", REQUEST));
    TimeEntry onRequest =
        ENTRY.toBuilder().setName(customer + "/requests/INC-1/timeEntries/T1").build();
    TimeEntry onNone =
        ENTRY.toBuilder()
            .setName(customer + "/requests/-/timeEntries/T2")
            .clearStartTime()
            .setWorkDate(date(2024, 2, 29))
            .build();

    List<TimeEntry> created =
        stub(kind)
            .batchCreateTimeEntries(entries(customer, List.of(onRequest, onNone)))
            .getTimeEntriesList();

    // 03:30 UTC is the evening before in Chicago.
    assertThat(created)
        .containsExactly(onRequest.toBuilder().setWorkDate(date(2025, 5, 5)).build(), onNone);
    assertThat(
            stub(kind)
                .getTimeEntry(
                    GetTimeEntryRequest.newBuilder().setName(onRequest.getName()).build()))
        .isEqualTo(created.getFirst());
    assertThat(listed(kind, customer + "/requests/INC-1")).containsExactly(created.getFirst());
    assertThat(listed(kind, customer + "/requests/-")).isEqualTo(created);
    Refusal.of(() -> listed(kind, customer + "/requests/INC-9"))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.REQUEST_NOT_FOUND);
    Refusal.of(
            () ->
                stub(kind)
                    .getTimeEntry(
                        GetTimeEntryRequest.newBuilder()
                            .setName(customer + "/requests/-/timeEntries/T1")
                            .build()))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.TIME_ENTRY_NOT_FOUND);
  }

  @ParameterizedTest
  @EnumSource
  void timeEntries_areAllOrNothing(TestDatabase.Kind kind) {
    String customer = TestApi.on(kind).newCustomer();
    TimeEntry good = ENTRY.toBuilder().setName(customer + "/requests/-/timeEntries/T1").build();
    TimeEntry lost = ENTRY.toBuilder().setName(customer + "/requests/X/timeEntries/T2").build();

    Refusal.of(() -> stub(kind).batchCreateTimeEntries(entries(customer, List.of(good, lost))))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.REQUEST_NOT_FOUND);
    assertThat(listed(kind, customer + "/requests/-")).isEmpty();
    stub(kind).batchCreateTimeEntries(entries(customer, List.of(good)));
    Refusal.of(() -> stub(kind).batchCreateTimeEntries(entries(customer, List.of(good))))
        .assertIs(Status.Code.ALREADY_EXISTS, ErrorReason.RESOURCE_EXISTS);
  }

  @Test
  void timeEntries_areRefusedWithTheirField() {
    String customer = TestApi.on(TestDatabase.Kind.DERBY).newCustomer();
    TimeEntry good = ENTRY.toBuilder().setName(customer + "/requests/-/timeEntries/T1").build();

    assertEntryRefused(good.toBuilder().setHours(-0.25).build(), "hours");
    assertEntryRefused(good.toBuilder().setHours(Double.NaN).build(), "hours");
    assertEntryRefused(good.toBuilder().setWorkDate(date(2025, 2, 31)).build(), "work_date");
    assertEntryRefused(good.toBuilder().clearStartTime().build(), "work_date");
    assertEntryRefused(good.toBuilder().setTechnician(" ").build(), "technician");
    assertEntryRefused(good.toBuilder().setNotes("x".repeat(32_001)).build(), "notes");
    assertEntryRefused(good.toBuilder().putAttributes("k", "a\0").build(), "attributes[k]");
  }

  private static void assertEntryRefused(TimeEntry entry, String field) {
    String customer = entry.getName().substring(0, entry.getName().indexOf("/requests/"));
    Refusal.of(
            () ->
                stub(TestDatabase.Kind.DERBY)
                    .batchCreateTimeEntries(entries(customer, List.of(entry))))
        .assertIs(
            Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "time_entries[0]." + field);
  }

  private static Refusal refusal(String id, Request request) {
    String customer = TestApi.on(TestDatabase.Kind.DERBY).newCustomer();
    return Refusal.of(
        () -> stub(TestDatabase.Kind.DERBY).createRequest(create(customer, id, request)));
  }

  private static List<TimeEntry> listed(TestDatabase.Kind kind, String parent) {
    return stub(kind)
        .listTimeEntries(ListTimeEntriesRequest.newBuilder().setParent(parent).build())
        .getTimeEntriesList();
  }

  private static RequestServiceBlockingStub stub(TestDatabase.Kind kind) {
    return RequestServiceGrpc.newBlockingStub(TestApi.on(kind).channel());
  }

  private static Request named(String name) {
    return REQUEST.toBuilder().setName(name).build();
  }

  private static CreateRequestRequest create(String parent, String id, Request request) {
    return CreateRequestRequest.newBuilder()
        .setParent(parent)
        .setLoggedRequestId(id)
        .setRequest(request)
        .build();
  }

  private static BatchCreateRequestsRequest batch(String parent, List<Request> requests) {
    return BatchCreateRequestsRequest.newBuilder()
        .setParent(parent)
        .addAllRequests(requests)
        .build();
  }

  private static BatchCreateTimeEntriesRequest entries(String parent, List<TimeEntry> entries) {
    return BatchCreateTimeEntriesRequest.newBuilder()
        .setParent(parent)
        .addAllTimeEntries(entries)
        .setRequestId(TestApi.requestId())
        .build();
  }

  private static GetRequestRequest get(String name) {
    return GetRequestRequest.newBuilder().setName(name).build();
  }

  private static Timestamp moment(String moment) {
    return TimeProtos.toProto(Instant.parse(moment));
  }

  private static Date date(int year, int month, int day) {
    return Date.newBuilder().setYear(year).setMonth(month).setDay(day).build();
  }
}
