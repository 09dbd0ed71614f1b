package dev.redress.grpc;

import com.google.protobuf.FieldMask;
import dev.redress.customer.Calendars;
import dev.redress.customer.CustomerService;
import dev.redress.idempotency.Retries;
import dev.redress.identity.Actor;
import dev.redress.identity.CustomerName;
import dev.redress.identity.ProviderName;
import dev.redress.resolution.CalendarService;
import dev.redress.v1.CreateCustomerRequest;
import dev.redress.v1.Customer;
import dev.redress.v1.CustomerCalendar;
import dev.redress.v1.CustomerServiceGrpc;
import dev.redress.v1.GetCustomerCalendarRequest;
import dev.redress.v1.GetCustomerRequest;
import dev.redress.v1.ListCustomersRequest;
import dev.redress.v1.ListCustomersResponse;
import dev.redress.v1.UpdateCustomerRequest;
import io.grpc.stub.StreamObserver;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code redress.v1.CustomerService}. */
public final class CustomerGrpcService extends CustomerServiceGrpc.CustomerServiceImplBase {
  private static final int CALENDAR_DAYS_DEFAULT = 14;
  private static final int CALENDAR_DAYS_MAX = 366;

  private final CustomerService customers;
  private final Calendars calendars;
  private final CalendarService shownCalendars;
  private final Mutations mutations;

  /** Over the use cases. */
  public CustomerGrpcService(
      CustomerService customers,
      Calendars calendars,
      CalendarService shownCalendars,
      Retries retries) {
    this.customers = customers;
    this.calendars = calendars;
    this.shownCalendars = shownCalendars;
    this.mutations = new Mutations(retries);
  }

  /**
   * Refuses by {@code NAME_INVALID}, {@code FIELD_INVALID}, {@code CURRENCY_MISMATCH}, {@code
   * PROVIDER_NOT_FOUND} or {@code RESOURCE_EXISTS}.
   */
  @Override
  public void createCustomer(CreateCustomerRequest request, StreamObserver<Customer> observer) {
    ProviderName provider = new Field("parent").name(ProviderName::parse, request.getParent());
    CustomerName name =
        new Field("customer_id")
            .name(id -> new CustomerName(provider, id), request.getCustomerId());
    dev.redress.customer.Customer wanted =
        CustomerProtos.fromProto(new Field("customer"), name, request.getCustomer(), calendars);
    Actor actor = CallContext.actor();
    Answers.send(
        observer,
        mutations.run(
            provider,
            CustomerServiceGrpc.getCreateCustomerMethod(),
            request,
            () -> CustomerProtos.toProto(customers.create(wanted, actor))));
  }

  /**
   * A customer of another provider is as unknown as one that does not exist: {@code
   * CUSTOMER_NOT_FOUND}.
   */
  @Override
  public void getCustomer(GetCustomerRequest request, StreamObserver<Customer> observer) {
    CustomerName name = new Field("name").name(CustomerName::parse, request.getName());
    Answers.send(observer, CustomerProtos.toProto(customers.get(name)));
  }

  /** Refuses by {@code NAME_INVALID}, {@code FIELD_INVALID} or {@code CUSTOMER_NOT_FOUND}. */
  @Override
  public void getCustomerCalendar(
      GetCustomerCalendarRequest request, StreamObserver<CustomerCalendar> observer) {
    CustomerName name = new Field("name").name(CustomerName::parse, request.getName());
    int days =
        request.getDayCount() == 0
            ? CALENDAR_DAYS_DEFAULT
            : new Field("day_count").number(request.getDayCount(), 1, CALENDAR_DAYS_MAX);
    Answers.send(observer, CalendarProtos.toProto(shownCalendars.show(name, days)));
  }

  /** Refuses by {@code FIELD_INVALID}, {@code PAGE_TOKEN_INVALID} or {@code PROVIDER_NOT_FOUND}. */
  @Override
  public void listCustomers(
      ListCustomersRequest request, StreamObserver<ListCustomersResponse> observer) {
    ProviderName provider = new Field("parent").name(ProviderName::parse, request.getParent());
    Page page =
        Page.of(
            "ListCustomers",
            provider.toString(),
            "",
            request.getPageSize(),
            request.getPageToken());
    List<dev.redress.customer.Customer> rows =
        customers.list(provider, page.afterId(), page.countMax());
    Page.Part<Customer> part =
        page.partById(rows, CustomerProtos::toProto, row -> row.name().customer());
    Answers.send(
        observer,
        ListCustomersResponse.newBuilder()
            .addAllCustomers(part.messages())
            .setNextPageToken(part.nextPageToken())
            .build());
  }

  /**
   * Merged within the transaction like a provider. Refuses by {@code FIELD_INVALID}, {@code
   * CURRENCY_MISMATCH}, {@code CUSTOMER_NOT_FOUND} or {@code STALE_VERSION}.
   */
  @Override
  public void updateCustomer(UpdateCustomerRequest request, StreamObserver<Customer> observer) {
    Customer given = request.getCustomer();
    CustomerName name = new Field("customer.name").name(CustomerName::parse, given.getName());
    FieldMask mask = CustomerProtos.mask(request.getUpdateMask(), given);
    @Nullable Long seen = Etags.version(given.getEtag(), given.getName());
    Actor actor = CallContext.actor();
    Answers.send(
        observer,
        mutations.run(
            name.provider(),
            CustomerServiceGrpc.getUpdateCustomerMethod(),
            request,
            () ->
                CustomerProtos.toProto(
                    customers.update(
                        name,
                        seen,
                        stored -> CustomerProtos.merge(mask, given, stored, calendars),
                        actor))));
  }
}
