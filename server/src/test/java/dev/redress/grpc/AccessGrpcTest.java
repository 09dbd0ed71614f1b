package dev.redress.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Duration;
import com.google.protobuf.FieldMask;
import dev.redress.access.AccessService;
import dev.redress.error.ErrorReason;
import dev.redress.persistence.TestDatabase;
import dev.redress.v1.AccessServiceGrpc;
import dev.redress.v1.AccessServiceGrpc.AccessServiceBlockingStub;
import dev.redress.v1.ApiKey;
import dev.redress.v1.Caller;
import dev.redress.v1.CreateApiKeyRequest;
import dev.redress.v1.CreatePrincipalRequest;
import dev.redress.v1.CustomerServiceGrpc;
import dev.redress.v1.Dispute;
import dev.redress.v1.DisputeServiceGrpc;
import dev.redress.v1.DisputedLine;
import dev.redress.v1.Event;
import dev.redress.v1.EventServiceGrpc;
import dev.redress.v1.GetCallerRequest;
import dev.redress.v1.GetCustomerRequest;
import dev.redress.v1.GetDisputeRequest;
import dev.redress.v1.GetPrincipalRequest;
import dev.redress.v1.GetStatementRequest;
import dev.redress.v1.InvoiceServiceGrpc;
import dev.redress.v1.ListApiKeysRequest;
import dev.redress.v1.ListDisputesRequest;
import dev.redress.v1.ListPrincipalsRequest;
import dev.redress.v1.OpenDisputeRequest;
import dev.redress.v1.Principal;
import dev.redress.v1.Principal.Role;
import dev.redress.v1.RevokeApiKeyRequest;
import dev.redress.v1.UpdatePrincipalRequest;
import dev.redress.v1.WatchEventsRequest;
import dev.redress.v1.WatchEventsResponse;
import io.grpc.Channel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who is let in, by which keys, and who is shut out again. */
class AccessGrpcTest {

  @ParameterizedTest
  @EnumSource
  void key_provesWhoCalls(TestDatabase.Kind kind) {
    TestApi api = TestApi.on(kind);
    String provider = api.newProvider();
    Principal ann =
        Keys.principal(
            api,
            provider,
            "ann",
            Principal.newBuilder().setActor("Ann Weaver").setRole(Role.CLERK));
    ApiKey key = Keys.key(api, ann.getName());

    assertThat(key.getSecret()).startsWith("rdk." + id(provider) + ".ann.").hasSizeGreaterThan(60);
    assertThat(caller(Keys.with(api.channel(), key.getSecret())))
        .isEqualTo(
            Caller.newBuilder()
                .setActor("Ann Weaver")
                .setRole(Role.CLERK)
                .setProvider(provider)
                .setPrincipal(ann.getName())
                .build());
    assertThat(access(api).getPrincipal(named(ann))).isEqualTo(ann);
    assertThat(
            access(api)
                .listPrincipals(ListPrincipalsRequest.newBuilder().setParent(provider).build())
                .getPrincipalsList())
        .containsExactly(ann);
    assertThat(keys(api, ann)).containsExactly(key.toBuilder().clearSecret().build());
  }

  @ParameterizedTest
  @EnumSource
  void key_thatIsWrong_isRefusedWithOneSentence(TestDatabase.Kind kind) {
    TestApi api = TestApi.on(kind);
    String provider = api.newProvider();
    Principal ann = clerk(api, provider);
    String secret = Keys.key(api, ann.getName()).getSecret();
    String other = secret.endsWith("A") ? "B" : "A";

    for (String wrong :
        List.of(
            secret.substring(0, secret.length() - 1) + other,
            secret + "A",
            secret.substring(0, secret.lastIndexOf('.') + 1),
            secret.replace(".ann.", ".bob."),
            "rdk.x",
            "rdk.")) {
      Refusal refusal = Refusal.of(() -> caller(Keys.with(api.channel(), wrong)));
      refusal.assertIs(Status.Code.UNAUTHENTICATED, ErrorReason.CREDENTIALS_INVALID);
      assertThat(refusal.sentence()).isEqualTo("the key is not known here");
    }
    api.advance(java.time.Duration.ofSeconds(1));
    Refusal.of(() -> caller(Keys.with(api.channel(), "eyJhbGciOiJub25lIn0.e30.")))
        .assertIs(Status.Code.UNAUTHENTICATED, ErrorReason.CREDENTIALS_INVALID);
    Refusal.of(() -> caller(Keys.with(api.channel(), "rdl.guess")))
        .assertIs(Status.Code.UNAUTHENTICATED, ErrorReason.CREDENTIALS_INVALID);
  }

  @ParameterizedTest
  @EnumSource
  void key_isTakenUntilItExpires(TestDatabase.Kind kind) {
    TestApi api = TestApi.on(kind);
    Principal ann = clerk(api, api.newProvider());
    ApiKey key =
        access(api)
            .createApiKey(
                CreateApiKeyRequest.newBuilder()
                    .setParent(ann.getName())
                    .setApiKey(
                        ApiKey.newBuilder()
                            .setExpireTime(
                                TimeProtos.toProto(
                                    api.advance(java.time.Duration.ZERO).plusSeconds(60))))
                    .setRequestId(TestApi.requestId())
                    .build());
    Channel channel = Keys.with(api.channel(), key.getSecret());

    api.advance(java.time.Duration.ofSeconds(59));
    assertThat(caller(channel).getActor()).isEqualTo("ann");
    api.advance(java.time.Duration.ofSeconds(1));
    Refusal.of(() -> caller(channel))
        .assertIs(Status.Code.UNAUTHENTICATED, ErrorReason.CREDENTIALS_INVALID);
  }

  @ParameterizedTest
  @EnumSource
  void key_thatIsReplaced_goesOnForTheOverlap(TestDatabase.Kind kind) {
    TestApi api = TestApi.on(kind);
    Principal ann = clerk(api, api.newProvider());
    ApiKey old = Keys.key(api, ann.getName());
    ApiKey next =
        access(api)
            .createApiKey(
                CreateApiKeyRequest.newBuilder()
                    .setParent(ann.getName())
                    .setReplaces(old.getName())
                    .setOverlap(Duration.newBuilder().setSeconds(3_600))
                    .setRequestId(TestApi.requestId())
                    .build());

    api.advance(java.time.Duration.ofSeconds(3_599));
    assertThat(caller(Keys.with(api.channel(), old.getSecret())).getActor()).isEqualTo("ann");
    api.advance(java.time.Duration.ofSeconds(1));
    Refusal.of(() -> caller(Keys.with(api.channel(), old.getSecret())))
        .assertIs(Status.Code.UNAUTHENTICATED, ErrorReason.CREDENTIALS_INVALID);
    assertThat(caller(Keys.with(api.channel(), next.getSecret())).getActor()).isEqualTo("ann");
  }

  @ParameterizedTest
  @EnumSource
  void key_thatIsRevoked_isRefusedAtOnce_andItsStreamsEnd(TestDatabase.Kind kind) {
    TestApi api = TestApi.on(kind);
    String provider = api.newProvider();
    Principal ann = clerk(api, provider);
    ApiKey key = Keys.key(api, ann.getName());
    Channel channel = Keys.with(api.channel(), key.getSecret());
    Iterator<WatchEventsResponse> watch =
        EventServiceGrpc.newBlockingStub(channel)
            .watchEvents(WatchEventsRequest.newBuilder().setParent(provider).build());
    assertThat(watch.next()).isNotNull();

    ApiKey revoked =
        access(api)
            .revokeApiKey(
                RevokeApiKeyRequest.newBuilder()
                    .setName(key.getName())
                    .setRequestId(TestApi.requestId())
                    .build());

    assertThat(revoked.hasRevokeTime()).isTrue();
    Refusal.of(() -> caller(channel))
        .assertIs(Status.Code.UNAUTHENTICATED, ErrorReason.CREDENTIALS_INVALID);
    Thread talking = Thread.startVirtualThread(() -> keepTalking(api, provider));
    try {
      Refusal.of(() -> watch.forEachRemaining(_ -> {}))
          .assertIs(Status.Code.UNAUTHENTICATED, ErrorReason.CREDENTIALS_INVALID);
    } finally {
      talking.interrupt();
    }
  }

  /** Has something happen until it is interrupted. */
  private static void keepTalking(TestApi api, String provider) {
    try {
      for (int i = 0; i < 100; i++) {
        Thread.sleep(200);
        clerk(api, provider, "clerk-" + i);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (StatusRuntimeException _) {
      // Interrupted in the middle of a call.
    }
  }

  @ParameterizedTest
  @EnumSource
  void principal_thatIsDisabled_isOut_untilItIsEnabled(TestDatabase.Kind kind) {
    TestApi api = TestApi.on(kind);
    Principal ann = clerk(api, api.newProvider());
    Channel channel = Keys.with(api.channel(), Keys.key(api, ann.getName()).getSecret());

    Principal out = update(api, ann.toBuilder().setDisabled(true).build(), "disabled");
    Refusal.of(() -> caller(channel))
        .assertIs(Status.Code.UNAUTHENTICATED, ErrorReason.CREDENTIALS_INVALID);
    Principal in = update(api, out.toBuilder().setDisabled(false).build(), "disabled");
    assertThat(caller(channel).getActor()).isEqualTo("ann");

    update(api, in.toBuilder().setRole(Role.AUDITOR).build(), "role");
    assertThat(caller(channel).getRole()).isEqualTo(Role.AUDITOR);
    Refusal.of(() -> update(api, in.toBuilder().setRole(Role.LEAD).build(), "role"))
        .assertIs(Status.Code.ABORTED, ErrorReason.STALE_VERSION);
  }

  @ParameterizedTest
  @EnumSource
  void secret_isToldOnce_notEvenToARetry(TestDatabase.Kind kind) {
    TestApi api = TestApi.on(kind);
    Principal ann = clerk(api, api.newProvider());
    CreateApiKeyRequest request =
        CreateApiKeyRequest.newBuilder()
            .setParent(ann.getName())
            .setRequestId(TestApi.requestId())
            .build();

    ApiKey first = access(api).createApiKey(request);
    ApiKey again = access(api).createApiKey(request);

    assertThat(again).isEqualTo(first.toBuilder().clearSecret().build());
    assertThat(keys(api, ann)).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void actor_isClaimedByTheOperatorAndIntegrationsOnly(TestDatabase.Kind kind) {
    TestApi api = TestApi.on(kind);
    String provider = api.newProvider();
    Principal crm =
        Keys.principal(api, provider, "crm", Principal.newBuilder().setRole(Role.INTEGRATION));
    String secret = Keys.key(api, crm.getName()).getSecret();
    String anns = Keys.key(api, clerk(api, provider).getName()).getSecret();

    assertThat(caller(Keys.with(api.channel(), secret, "Mia Berg")).getActor())
        .isEqualTo("Mia Berg");
    assertThat(caller(Keys.with(api.channel(), anns, "ann")).getActor()).isEqualTo("ann");
    Refusal.of(() -> caller(Keys.with(api.channel(), anns, "Mia Berg")))
        .assertIs(Status.Code.PERMISSION_DENIED, ErrorReason.ROLE_FORBIDS);

    var _ =
        CustomerServiceGrpc.newBlockingStub(Keys.with(api.channel(), secret, "Mia Berg"))
            .createCustomer(
                dev.redress.v1.CreateCustomerRequest.newBuilder()
                    .setParent(provider)
                    .setCustomerId("NEW")
                    .setCustomer(dev.redress.v1.Customer.newBuilder().setDisplayName("New"))
                    .build());
    Event created = event(api, provider, "customer.created");
    assertThat(created.getActor()).isEqualTo("Mia Berg");
    assertThat(created.getDetailsMap()).containsEntry("via", "crm");
  }

  @ParameterizedTest
  @EnumSource
  void customer_seesItsOwnStatementsAndDisputesOnly(TestDatabase.Kind kind) {
    Billed own = Billed.on(kind);
    TestApi api = own.api();
    Billed other = Billed.of(api, own.provider(), "OTHER");
    Dispute mine = dispute(own);
    Dispute theirs = dispute(other);
    Channel channel = Keys.of(api, own.provider(), Role.CUSTOMER, own.customer());
    DisputeServiceGrpc.DisputeServiceBlockingStub disputes =
        DisputeServiceGrpc.newBlockingStub(channel);
    InvoiceServiceGrpc.InvoiceServiceBlockingStub invoices =
        InvoiceServiceGrpc.newBlockingStub(channel);

    assertThat(
            disputes
                .listDisputes(ListDisputesRequest.newBuilder().setParent(own.provider()).build())
                .getDisputesList())
        .extracting(Dispute::getName)
        .containsExactly(mine.getName());
    assertThat(disputes.getDispute(dispute(mine.getName())).getName()).isEqualTo(mine.getName());
    Refusal.of(() -> disputes.getDispute(dispute(theirs.getName())))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.DISPUTE_NOT_FOUND);
    Refusal.of(
            () ->
                disputes.listDisputes(
                    ListDisputesRequest.newBuilder()
                        .setParent(own.provider())
                        .setFilter("customer = \"OTHER\"")
                        .build()))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.CUSTOMER_NOT_FOUND);
    assertThat(invoices.getStatement(statement(own)).getLinesCount()).isEqualTo(2);
    Refusal.of(() -> invoices.getStatement(statement(other)))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.CUSTOMER_NOT_FOUND);
    Refusal.of(
            () ->
                CustomerServiceGrpc.newBlockingStub(channel)
                    .getCustomer(GetCustomerRequest.newBuilder().setName(own.customer()).build()))
        .assertIs(Status.Code.PERMISSION_DENIED, ErrorReason.ROLE_FORBIDS);
  }

  @ParameterizedTest
  @EnumSource
  void statement_thatIsRead_isInTheJournal(TestDatabase.Kind kind) {
    Billed billed = Billed.on(kind);
    TestApi api = billed.api();
    Channel channel = Keys.of(api, billed.provider(), Role.AUDITOR);

    var _ = InvoiceServiceGrpc.newBlockingStub(channel).getStatement(statement(billed));

    Event read = event(api, billed.provider(), "data.read");
    assertThat(read.getActor()).isEqualTo("auditor");
    assertThat(read.getResource()).isEqualTo(billed.customer() + "/invoices/INV-1");
    assertThat(read.getDetailsMap()).containsEntry("method", "GetStatement");
  }

  @ParameterizedTest
  @EnumSource
  void mistakes_areRefused(TestDatabase.Kind kind) {
    TestApi api = TestApi.on(kind);
    String provider = api.newProvider();
    String customer = api.newCustomer(provider, "ATLAS");
    Principal ann = clerk(api, provider);
    ApiKey key = Keys.key(api, ann.getName());

    Refusal.of(() -> clerk(api, provider))
        .assertIs(Status.Code.ALREADY_EXISTS, ErrorReason.RESOURCE_EXISTS);
    Refusal.of(() -> clerk(api, "providers/none"))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.PROVIDER_NOT_FOUND);
    Refusal.of(() -> create(api, provider, "Bob", Principal.newBuilder().setRole(Role.CLERK)))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.NAME_INVALID, "principal_id");
    Refusal.of(() -> create(api, provider, "bob", Principal.newBuilder()))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "principal.role");
    Refusal.of(() -> create(api, provider, "bob", Principal.newBuilder().setRole(Role.CUSTOMER)))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "principal");
    Refusal.of(
            () ->
                create(
                    api,
                    provider,
                    "bob",
                    Principal.newBuilder().setRole(Role.CLERK).setCustomer(customer)))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "principal");
    Refusal.of(
            () ->
                create(
                    api,
                    provider,
                    "bob",
                    Principal.newBuilder().setRole(Role.CUSTOMER).setCustomer(customer + "X")))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.CUSTOMER_NOT_FOUND);
    create(api, provider, "sub", Principal.newBuilder().setRole(Role.CLERK).setSubject("s-1"));
    Refusal.of(
            () ->
                create(
                    api,
                    provider,
                    "bob",
                    Principal.newBuilder().setRole(Role.LEAD).setSubject("s-1")))
        .assertIs(Status.Code.ALREADY_EXISTS, ErrorReason.RESOURCE_EXISTS);
    Refusal.of(
            () ->
                access(api)
                    .getPrincipal(named(ann.toBuilder().setName(ann.getName() + "x").build())))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.PRINCIPAL_NOT_FOUND);
    Refusal.of(() -> update(api, ann.toBuilder().setActor("Bob").build(), "actor"))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "update_mask");
    Refusal.of(() -> Keys.key(api, ann.getName() + "x"))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.PRINCIPAL_NOT_FOUND);
    CreateApiKeyRequest.Builder request = CreateApiKeyRequest.newBuilder().setParent(ann.getName());
    Refusal.of(
            () ->
                access(api).createApiKey(request.clone().setReplaces(key.getName() + "x").build()))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.API_KEY_NOT_FOUND);
    Refusal.of(
            () ->
                access(api)
                    .createApiKey(
                        request
                            .clone()
                            .setReplaces(provider + "/principals/sub/apiKeys/x")
                            .build()))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "replaces");
    Refusal.of(
            () ->
                access(api)
                    .createApiKey(
                        request
                            .clone()
                            .setOverlap(Duration.newBuilder().setSeconds(91 * 86_400))
                            .build()))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "overlap");
    Refusal.of(
            () ->
                access(api)
                    .createApiKey(
                        request
                            .clone()
                            .setApiKey(
                                ApiKey.newBuilder()
                                    .setExpireTime(
                                        TimeProtos.toProto(
                                            java.time.Instant.parse("2001-01-01T00:00:00Z"))))
                            .build()))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "api_key");
    Refusal.of(
            () ->
                access(api)
                    .revokeApiKey(
                        RevokeApiKeyRequest.newBuilder().setName(key.getName() + "x").build()))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.API_KEY_NOT_FOUND);
    for (int i = 1; i < AccessService.LIVE_KEYS_MAX; i++) {
      Keys.key(api, ann.getName());
    }
    Refusal.of(() -> Keys.key(api, ann.getName()))
        .assertIs(Status.Code.RESOURCE_EXHAUSTED, ErrorReason.TOO_LARGE);
  }

  private static Principal create(
      TestApi api, String provider, String id, Principal.Builder principal) {
    return access(api)
        .createPrincipal(
            CreatePrincipalRequest.newBuilder()
                .setParent(provider)
                .setPrincipalId(id)
                .setPrincipal(principal)
                .build());
  }

  private static Principal update(TestApi api, Principal principal, String field) {
    return access(api)
        .updatePrincipal(
            UpdatePrincipalRequest.newBuilder()
                .setPrincipal(principal)
                .setUpdateMask(FieldMask.newBuilder().addPaths(field))
                .setRequestId(TestApi.requestId())
                .build());
  }

  private static Principal clerk(TestApi api, String provider) {
    return clerk(api, provider, "ann");
  }

  private static Principal clerk(TestApi api, String provider, String id) {
    return Keys.principal(api, provider, id, Principal.newBuilder().setRole(Role.CLERK));
  }

  private static Dispute dispute(Billed billed) {
    return DisputeServiceGrpc.newBlockingStub(billed.api().channel())
        .openDispute(
            OpenDisputeRequest.newBuilder()
                .setParent(billed.provider())
                .setDispute(
                    Dispute.newBuilder()
                        .addLines(
                            DisputedLine.newBuilder()
                                .setLine(billed.line("L1"))
                                .setReason(DisputedLine.Reason.CUSTOMER_UNRECOGNIZED)))
                .setRequestId(TestApi.requestId())
                .build());
  }

  private static GetDisputeRequest dispute(String name) {
    return GetDisputeRequest.newBuilder().setName(name).build();
  }

  private static GetStatementRequest statement(Billed billed) {
    return GetStatementRequest.newBuilder().setName(billed.customer() + "/invoices/INV-1").build();
  }

  private static List<ApiKey> keys(TestApi api, Principal principal) {
    return access(api)
        .listApiKeys(ListApiKeysRequest.newBuilder().setParent(principal.getName()).build())
        .getApiKeysList();
  }

  /** The last event of a kind. */
  private static Event event(TestApi api, String provider, String action) {
    return api.events(provider).stream()
        .filter(event -> event.getAction().equals(action))
        .reduce((_, last) -> last)
        .orElseThrow();
  }

  private static GetPrincipalRequest named(Principal principal) {
    return GetPrincipalRequest.newBuilder().setName(principal.getName()).build();
  }

  private static AccessServiceBlockingStub access(TestApi api) {
    return AccessServiceGrpc.newBlockingStub(api.channel());
  }

  private static Caller caller(Channel channel) throws StatusRuntimeException {
    return AccessServiceGrpc.newBlockingStub(channel)
        .getCaller(GetCallerRequest.getDefaultInstance());
  }

  private static String id(String name) {
    return name.substring(name.lastIndexOf('/') + 1);
  }
}
