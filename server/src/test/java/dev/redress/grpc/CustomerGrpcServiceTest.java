package dev.redress.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.FieldMask;
import com.google.type.Money;
import dev.redress.error.ErrorReason;
import dev.redress.persistence.TestDatabase;
import dev.redress.v1.CreateCustomerRequest;
import dev.redress.v1.Customer;
import dev.redress.v1.CustomerServiceGrpc;
import dev.redress.v1.CustomerServiceGrpc.CustomerServiceBlockingStub;
import dev.redress.v1.GetCustomerRequest;
import dev.redress.v1.ListCustomersRequest;
import dev.redress.v1.ListCustomersResponse;
import dev.redress.v1.UpdateCustomerRequest;
import io.grpc.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CustomerGrpcServiceTest {
  private static final Customer FULL =
      Customer.newBuilder()
          .setDisplayName("Zahnärzte am Markt")
          .setTimeZone("Europe/Berlin")
          .setTier("gold")
          .setAccountManager("mia")
          .setPhone("+49 30 5550100")
          .setEmail("praxis@example.org")
          .setAnnualValue(Money.newBuilder().setCurrencyCode("EUR").setUnits(12_000))
          .setCurrencyCode("EUR")
          .putAttributes("industry", "health; \"care\"\n")
          .build();

  @ParameterizedTest
  @EnumSource
  void create_keepsEverything(TestDatabase.Kind kind) {
    String parent = TestApi.on(kind).newProvider();

    Customer created = stub(kind).createCustomer(create(parent, "ü/7 %", FULL));

    assertThat(created.getName()).isEqualTo(parent + "/customers/%C3%BC%2F7%20%25");
    assertThat(created)
        .isEqualTo(
            FULL.toBuilder()
                .setName(created.getName())
                .setCreateTime(created.getCreateTime())
                .setUpdateTime(created.getCreateTime())
                .setEtag(created.getEtag())
                .build());
    assertThat(stub(kind).getCustomer(get(created.getName()))).isEqualTo(created);
  }

  @ParameterizedTest
  @EnumSource
  void create_takesDefaults(TestDatabase.Kind kind) {
    Customer created =
        stub(kind)
            .createCustomer(
                create(
                    TestApi.on(kind).newProvider(),
                    "7",
                    Customer.newBuilder().setDisplayName("Seven").build()));

    assertThat(created.getTimeZone()).isEqualTo("UTC");
    assertThat(created.getCurrencyCode()).isEqualTo("USD");
    assertThat(created.hasAnnualValue()).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void create_refusesTakenIdsAndUnknownProviders(TestDatabase.Kind kind) {
    String parent = TestApi.on(kind).newProvider();
    stub(kind).createCustomer(create(parent, "A", FULL));

    Refusal.of(() -> stub(kind).createCustomer(create(parent, "A", FULL)))
        .assertIs(Status.Code.ALREADY_EXISTS, ErrorReason.RESOURCE_EXISTS);
    Refusal.of(() -> stub(kind).createCustomer(create("providers/nobody", "A", FULL)))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.PROVIDER_NOT_FOUND);
    // Another case or form of the same letters is another id.
    assertThat(stub(kind).createCustomer(create(parent, "a", FULL)).getName()).endsWith("/a");
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # field        | value                | refused as
          time_zone      | Mars/Olympus         | FIELD_INVALID
          time_zone      | UTC+5                | FIELD_INVALID
          currency_code  | DOLLAR               | FIELD_INVALID
          """)
  void create_refusesValues(String field, String value, ErrorReason reason) {
    Customer customer =
        FULL.toBuilder().setField(Customer.getDescriptor().findFieldByName(field), value).build();

    refusal(customer).assertIs(Status.Code.INVALID_ARGUMENT, reason, "customer." + field);
  }

  @ParameterizedTest
  @ValueSource(strings = {"display_name", "tier", "account_manager", "phone", "email"})
  void create_refusesTexts(String field) {
    for (String text : List.of("x".repeat(201), "a\0b")) {
      Customer customer =
          FULL.toBuilder().setField(Customer.getDescriptor().findFieldByName(field), text).build();

      refusal(customer)
          .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "customer." + field);
    }
  }

  @Test
  void create_refusesMoneyThatDoesNotFit() {
    refusal(
            FULL.toBuilder()
                .setAnnualValue(Money.newBuilder().setCurrencyCode("EUR").setUnits(-1))
                .build())
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "customer.annual_value");
    refusal(
            FULL.toBuilder()
                .setAnnualValue(Money.newBuilder().setCurrencyCode("USD").setUnits(1))
                .build())
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.CURRENCY_MISMATCH);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a ", "a\nb", "a\0b"})
  void create_refusesIds(String id) {
    Refusal.of(
            () -> stub(TestDatabase.Kind.DERBY).createCustomer(create("providers/any", id, FULL)))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.NAME_INVALID, "customer_id");
  }

  @ParameterizedTest
  @EnumSource
  void texts_thatLookLikeSqlAreTexts(TestDatabase.Kind kind) {
    String text = "'; DROP TABLE customer; -- ${jndi:x} \u202Eabc \uD83D\uDE00";
    Customer created =
        stub(kind)
            .createCustomer(
                create(
                    TestApi.on(kind).newProvider(),
                    text,
                    FULL.toBuilder().setDisplayName(text).build()));

    assertThat(stub(kind).getCustomer(get(created.getName())).getDisplayName()).isEqualTo(text);
  }

  @ParameterizedTest
  @EnumSource
  void get_refusesUnknownOnesAndThoseOfOtherProvidersAlike(TestDatabase.Kind kind) {
    String name = TestApi.on(kind).newCustomer();
    String other = TestApi.on(kind).newProvider() + "/customers/ATLAS";

    assertThat(stub(kind).getCustomer(get(name)).getName()).isEqualTo(name);
    Refusal.of(() -> stub(kind).getCustomer(get(other)))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.CUSTOMER_NOT_FOUND);
    Refusal.of(() -> stub(kind).getCustomer(get("")))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.NAME_INVALID, "name");
  }

  @ParameterizedTest
  @EnumSource
  void list_pagesThroughOneProviderOnly(TestDatabase.Kind kind) {
    String parent = TestApi.on(kind).newProvider();
    String other = TestApi.on(kind).newProvider();
    List<String> ids = List.of("10", "9", "A", "B", "a", "ä");
    for (String id : ids) {
      TestApi.on(kind).newCustomer(parent, id);
      TestApi.on(kind).newCustomer(other, id);
    }
    List<String> seen = new ArrayList<>();
    String token = "";
    do {
      ListCustomersResponse page = stub(kind).listCustomers(list(parent, 4, token));
      assertThat(page.getCustomersCount()).isLessThanOrEqualTo(4);
      page.getCustomersList().forEach(customer -> seen.add(customer.getName()));
      token = page.getNextPageToken();
    } while (!token.isEmpty());

    assertThat(seen).hasSize(6).doesNotHaveDuplicates().allMatch(name -> name.startsWith(parent));
    String first = stub(kind).listCustomers(list(parent, 1, "")).getNextPageToken();
    Refusal.of(() -> stub(kind).listCustomers(list(other, 1, first)))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.PAGE_TOKEN_INVALID, "page_token");
    Refusal.of(() -> stub(kind).listCustomers(list(parent, -1, "")))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "page_size");
    Refusal.of(() -> stub(kind).listCustomers(list("providers/nobody", 1, "")))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.PROVIDER_NOT_FOUND);
  }

  @ParameterizedTest
  @EnumSource
  void update_changesWhatIsSet(TestDatabase.Kind kind) {
    Customer before = stub(kind).getCustomer(get(TestApi.on(kind).newCustomer()));
    TestApi.on(kind).advance(Duration.ofMinutes(1));
    Customer change =
        Customer.newBuilder()
            .setName(before.getName())
            .setEtag(before.getEtag())
            .setTier("silver")
            .build();

    Customer after =
        stub(kind).updateCustomer(UpdateCustomerRequest.newBuilder().setCustomer(change).build());

    assertThat(after)
        .isEqualTo(
            before.toBuilder()
                .setTier("silver")
                .setUpdateTime(after.getUpdateTime())
                .setEtag(after.getEtag())
                .build());
    assertThat(after.getUpdateTime()).isNotEqualTo(before.getUpdateTime());
    Refusal.of(
            () ->
                stub(kind)
                    .updateCustomer(
                        UpdateCustomerRequest.newBuilder()
                            .setCustomer(change.toBuilder().setTier("bronze"))
                            .build()))
        .assertIs(Status.Code.ABORTED, ErrorReason.STALE_VERSION);
  }

  @ParameterizedTest
  @EnumSource
  void update_clearsWhatIsMaskedAndNotSet(TestDatabase.Kind kind) {
    Customer before = stub(kind).getCustomer(get(TestApi.on(kind).newCustomer()));
    UpdateCustomerRequest request =
        UpdateCustomerRequest.newBuilder()
            .setCustomer(Customer.newBuilder().setName(before.getName()))
            .setUpdateMask(FieldMask.newBuilder().addPaths("phone"))
            .build();

    assertThat(stub(kind).updateCustomer(request).getPhone()).isEmpty();
    Refusal.of(
            () ->
                stub(kind)
                    .updateCustomer(
                        request.toBuilder()
                            .setUpdateMask(FieldMask.newBuilder().addPaths("colour"))
                            .build()))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "update_mask");
  }

  private static Refusal refusal(Customer customer) {
    String parent = TestApi.on(TestDatabase.Kind.DERBY).newProvider();
    return Refusal.of(
        () -> stub(TestDatabase.Kind.DERBY).createCustomer(create(parent, "A", customer)));
  }

  private static CustomerServiceBlockingStub stub(TestDatabase.Kind kind) {
    return CustomerServiceGrpc.newBlockingStub(TestApi.on(kind).channel());
  }

  private static CreateCustomerRequest create(String parent, String id, Customer customer) {
    return CreateCustomerRequest.newBuilder()
        .setParent(parent)
        .setCustomerId(id)
        .setCustomer(customer)
        .build();
  }

  private static GetCustomerRequest get(String name) {
    return GetCustomerRequest.newBuilder().setName(name).build();
  }

  private static ListCustomersRequest list(String parent, int size, String token) {
    return ListCustomersRequest.newBuilder()
        .setParent(parent)
        .setPageSize(size)
        .setPageToken(token)
        .build();
  }
}
