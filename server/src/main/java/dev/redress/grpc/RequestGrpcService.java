package dev.redress.grpc;

import dev.redress.idempotency.Retries;
import dev.redress.identity.Actor;
import dev.redress.identity.CustomerName;
import dev.redress.identity.RequestName;
import dev.redress.identity.TimeEntryName;
import dev.redress.request.RequestService;
import dev.redress.v1.BatchCreateRequestsRequest;
import dev.redress.v1.BatchCreateRequestsResponse;
import dev.redress.v1.BatchCreateTimeEntriesRequest;
import dev.redress.v1.BatchCreateTimeEntriesResponse;
import dev.redress.v1.CreateRequestRequest;
import dev.redress.v1.GetRequestRequest;
import dev.redress.v1.GetTimeEntryRequest;
import dev.redress.v1.ListRequestsRequest;
import dev.redress.v1.ListRequestsResponse;
import dev.redress.v1.ListTimeEntriesRequest;
import dev.redress.v1.ListTimeEntriesResponse;
import dev.redress.v1.Request;
import dev.redress.v1.RequestServiceGrpc;
import dev.redress.v1.TimeEntry;
import io.grpc.stub.StreamObserver;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** {@code redress.v1.RequestService}. */
public final class RequestGrpcService extends RequestServiceGrpc.RequestServiceImplBase {
  private final RequestService requests;
  private final Mutations mutations;

  /** Over the use cases. */
  public RequestGrpcService(RequestService requests, Retries retries) {
    this.requests = requests;
    this.mutations = new Mutations(retries);
  }

  /**
   * Refuses by {@code NAME_INVALID}, {@code FIELD_INVALID}, {@code CUSTOMER_NOT_FOUND} or {@code
   * RESOURCE_EXISTS}.
   */
  @Override
  public void createRequest(CreateRequestRequest request, StreamObserver<Request> observer) {
    CustomerName customer = new Field("parent").name(CustomerName::parse, request.getParent());
    RequestName name =
        new Field("logged_request_id")
            .name(
                id -> RequestProtos.newName(customer, new RequestName(customer, id)),
                request.getLoggedRequestId());
    dev.redress.request.Request logged =
        RequestProtos.fromProto(new Field("request"), name, request.getRequest());
    Actor actor = CallContext.actor();
    Answers.send(
        observer,
        mutations.run(
            customer.provider(),
            RequestServiceGrpc.getCreateRequestMethod(),
            request,
            () -> RequestProtos.toProto(requests.create(logged, actor))));
  }

  /**
   * All or none: the first thing wrong refuses the whole call and names its element, such as {@code
   * requests[7].summary}.
   */
  @Override
  public void batchCreateRequests(
      BatchCreateRequestsRequest request, StreamObserver<BatchCreateRequestsResponse> observer) {
    CustomerName customer = new Field("parent").name(CustomerName::parse, request.getParent());
    List<dev.redress.request.Request> logged = logged(customer, request.getRequestsList());
    Actor actor = CallContext.actor();
    Answers.send(
        observer,
        mutations.run(
            customer.provider(),
            RequestServiceGrpc.getBatchCreateRequestsMethod(),
            request,
            () ->
                BatchCreateRequestsResponse.newBuilder()
                    .addAllRequests(
                        requests.createAll(customer, logged, actor).stream()
                            .map(RequestProtos::toProto)
                            .toList())
                    .build()));
  }

  /** Refuses by {@code NAME_INVALID} or {@code REQUEST_NOT_FOUND}. */
  @Override
  public void getRequest(GetRequestRequest request, StreamObserver<Request> observer) {
    RequestName name = new Field("name").name(RequestName::parse, request.getName());
    Answers.send(observer, RequestProtos.toProto(requests.get(name)));
  }

  /** Refuses by {@code FIELD_INVALID}, {@code PAGE_TOKEN_INVALID} or {@code CUSTOMER_NOT_FOUND}. */
  @Override
  public void listRequests(
      ListRequestsRequest request, StreamObserver<ListRequestsResponse> observer) {
    CustomerName customer = new Field("parent").name(CustomerName::parse, request.getParent());
    Page page =
        Page.of(
            "ListRequests", customer.toString(), "", request.getPageSize(), request.getPageToken());
    List<dev.redress.request.Request> rows =
        requests.list(customer, page.afterId(), page.countMax());
    Page.Part<Request> part =
        page.partById(rows, RequestProtos::toProto, row -> row.name().request());
    Answers.send(
        observer,
        ListRequestsResponse.newBuilder()
            .addAllRequests(part.messages())
            .setNextPageToken(part.nextPageToken())
            .build());
  }

  /**
   * All or none, like requests; also refuses by {@code REQUEST_NOT_FOUND} when an entry is for a
   * request that is not logged.
   */
  @Override
  public void batchCreateTimeEntries(
      BatchCreateTimeEntriesRequest request,
      StreamObserver<BatchCreateTimeEntriesResponse> observer) {
    CustomerName customer = new Field("parent").name(CustomerName::parse, request.getParent());
    Function<ZoneId, List<dev.redress.request.TimeEntry>> worked =
        worked(customer, request.getTimeEntriesList());
    Actor actor = CallContext.actor();
    Answers.send(
        observer,
        mutations.run(
            customer.provider(),
            RequestServiceGrpc.getBatchCreateTimeEntriesMethod(),
            request,
            () ->
                BatchCreateTimeEntriesResponse.newBuilder()
                    .addAllTimeEntries(
                        requests.createAllEntries(customer, worked, actor).stream()
                            .map(TimeEntryProtos::toProto)
                            .toList())
                    .build()));
  }

  /**
   * The name says on which request; the entry of another request is {@code TIME_ENTRY_NOT_FOUND}.
   */
  @Override
  public void getTimeEntry(GetTimeEntryRequest request, StreamObserver<TimeEntry> observer) {
    TimeEntryName name = new Field("name").name(TimeEntryName::parse, request.getName());
    Answers.send(observer, TimeEntryProtos.toProto(requests.getEntry(name)));
  }

  /**
   * The parent {@code .../requests/-} stands for the whole customer and not for the entries on no
   * request. Refuses by {@code CUSTOMER_NOT_FOUND} or {@code REQUEST_NOT_FOUND}.
   */
  @Override
  public void listTimeEntries(
      ListTimeEntriesRequest request, StreamObserver<ListTimeEntriesResponse> observer) {
    RequestName parent = new Field("parent").name(RequestName::parse, request.getParent());
    Page page =
        Page.of(
            "ListTimeEntries",
            parent.toString(),
            "",
            request.getPageSize(),
            request.getPageToken());
    List<dev.redress.request.TimeEntry> rows =
        requests.listEntries(parent, page.afterId(), page.countMax());
    Page.Part<TimeEntry> part =
        page.partById(rows, TimeEntryProtos::toProto, row -> row.name().entry());
    Answers.send(
        observer,
        ListTimeEntriesResponse.newBuilder()
            .addAllTimeEntries(part.messages())
            .setNextPageToken(part.nextPageToken())
            .build());
  }

  private static List<dev.redress.request.Request> logged(
      CustomerName customer, List<Request> given) {
    Field field = new Field("requests");
    field.list(given, 1, RequestService.BATCH_MAX);
    List<dev.redress.request.Request> logged = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      RequestName name =
          field
              .at(i)
              .child("name")
              .name(
                  text -> RequestProtos.newName(customer, RequestName.parse(text)),
                  given.get(i).getName());
      logged.add(RequestProtos.fromProto(field.at(i), name, given.get(i)));
    }
    field.distinct(logged.stream().map(dev.redress.request.Request::name).toList());
    return logged;
  }

  private static Function<ZoneId, List<dev.redress.request.TimeEntry>> worked(
      CustomerName customer, List<TimeEntry> given) {
    Field field = new Field("time_entries");
    field.list(given, 1, RequestService.BATCH_MAX);
    List<Function<ZoneId, dev.redress.request.TimeEntry>> worked = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      TimeEntryName name =
          field
              .at(i)
              .child("name")
              .name(
                  text -> TimeEntryProtos.newName(customer, TimeEntryName.parse(text)),
                  given.get(i).getName());
      ids.add(name.entry());
      worked.add(TimeEntryProtos.fromProto(field.at(i), name, given.get(i)));
    }
    // Ids are unique for the customer, whatever the request.
    field.distinct(ids);
    return zone -> worked.stream().map(entry -> entry.apply(zone)).toList();
  }
}
