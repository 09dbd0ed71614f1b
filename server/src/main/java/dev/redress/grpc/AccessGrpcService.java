package dev.redress.grpc;

import com.google.protobuf.FieldMask;
import dev.redress.access.AccessService;
import dev.redress.access.AccessService.Draft;
import dev.redress.access.AccessService.Made;
import dev.redress.customer.ProviderService;
import dev.redress.idempotency.Retries;
import dev.redress.identity.Actor;
import dev.redress.identity.ApiKeyName;
import dev.redress.identity.PrincipalName;
import dev.redress.identity.ProviderName;
import dev.redress.v1.AccessServiceGrpc;
import dev.redress.v1.ApiKey;
import dev.redress.v1.Caller;
import dev.redress.v1.CreateApiKeyRequest;
import dev.redress.v1.CreatePrincipalRequest;
import dev.redress.v1.GetCallerRequest;
import dev.redress.v1.GetPrincipalRequest;
import dev.redress.v1.ListApiKeysRequest;
import dev.redress.v1.ListApiKeysResponse;
import dev.redress.v1.ListPrincipalsRequest;
import dev.redress.v1.ListPrincipalsResponse;
import dev.redress.v1.Principal;
import dev.redress.v1.RevokeApiKeyRequest;
import dev.redress.v1.UpdatePrincipalRequest;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** {@code redress.v1.AccessService}. */
public final class AccessGrpcService extends AccessServiceGrpc.AccessServiceImplBase {
  private static final Field PRINCIPAL = new Field("principal");

  private final AccessService access;
  private final ProviderService providers;
  private final Mutations mutations;

  /** Over the use cases. */
  public AccessGrpcService(AccessService access, ProviderService providers, Retries retries) {
    this.access = access;
    this.providers = providers;
    this.mutations = new Mutations(retries);
  }

  /** Refuses nothing: who gets here has proved who it is. */
  @Override
  public void getCaller(GetCallerRequest request, StreamObserver<Caller> observer) {
    Answers.send(observer, AccessProtos.toProto(CallContext.caller()));
  }

  /**
   * Refuses by {@code FIELD_INVALID}, {@code NAME_INVALID}, {@code PROVIDER_NOT_FOUND}, {@code
   * CUSTOMER_NOT_FOUND}, {@code RESOURCE_EXISTS} or {@code TOO_LARGE}.
   */
  @Override
  public void createPrincipal(CreatePrincipalRequest request, StreamObserver<Principal> observer) {
    ProviderName provider = new Field("parent").name(ProviderName::parse, request.getParent());
    PrincipalName name =
        new Field("principal_id")
            .name(id -> new PrincipalName(provider, id), request.getPrincipalId());
    Principal given = request.getPrincipal();
    String actor = given.getActor().isEmpty() ? name.principal() : given.getActor();
    Draft draft =
        new Draft(
            name,
            PRINCIPAL.child("actor").name(Actor::new, actor),
            AccessProtos.role(PRINCIPAL, given),
            AccessProtos.customer(PRINCIPAL, given),
            AccessProtos.subject(PRINCIPAL, given));
    Actor by = CallContext.actor();
    Answers.send(
        observer,
        mutations.run(
            provider,
            AccessServiceGrpc.getCreatePrincipalMethod(),
            request,
            () -> {
              providers.get(provider);
              return AccessProtos.toProto(PRINCIPAL.checked(() -> access.create(draft, by)));
            }));
  }

  /** Refuses by {@code NAME_INVALID} or {@code PRINCIPAL_NOT_FOUND}. */
  @Override
  public void getPrincipal(GetPrincipalRequest request, StreamObserver<Principal> observer) {
    PrincipalName name = new Field("name").name(PrincipalName::parse, request.getName());
    Answers.send(observer, AccessProtos.toProto(access.get(name)));
  }

  /** Refuses by {@code FIELD_INVALID}, {@code PAGE_TOKEN_INVALID} or {@code PROVIDER_NOT_FOUND}. */
  @Override
  public void listPrincipals(
      ListPrincipalsRequest request, StreamObserver<ListPrincipalsResponse> observer) {
    ProviderName provider = new Field("parent").name(ProviderName::parse, request.getParent());
    Page page =
        Page.of(
            "ListPrincipals",
            provider.toString(),
            "",
            request.getPageSize(),
            request.getPageToken());
    providers.get(provider);
    List<dev.redress.access.Principal> rows =
        access.list(provider, page.afterId(), page.countMax());
    Page.Part<Principal> part =
        page.partById(rows, AccessProtos::toProto, row -> row.name().principal());
    Answers.send(
        observer,
        ListPrincipalsResponse.newBuilder()
            .addAllPrincipals(part.messages())
            .setNextPageToken(part.nextPageToken())
            .build());
  }

  /**
   * The fields of the mask replace the stored ones within the transaction. Refuses by {@code
   * FIELD_INVALID}, {@code NAME_INVALID}, {@code PRINCIPAL_NOT_FOUND}, {@code STALE_VERSION},
   * {@code CUSTOMER_NOT_FOUND} or {@code RESOURCE_EXISTS}.
   */
  @Override
  public void updatePrincipal(UpdatePrincipalRequest request, StreamObserver<Principal> observer) {
    Principal given = request.getPrincipal();
    PrincipalName name = PRINCIPAL.child("name").name(PrincipalName::parse, given.getName());
    FieldMask mask = AccessProtos.mask(request.getUpdateMask(), given);
    @Nullable Long seen = Etags.version(given.getEtag(), given.getName());
    Actor by = CallContext.actor();
    Answers.send(
        observer,
        mutations.run(
            name.provider(),
            AccessServiceGrpc.getUpdatePrincipalMethod(),
            request,
            () ->
                AccessProtos.toProto(
                    access.update(
                        name, seen, stored -> AccessProtos.merge(mask, given, stored), by))));
  }

  /**
   * The secret is put into the answer after that is stored for retries, so that it is stored
   * nowhere. Refuses by {@code FIELD_INVALID}, {@code NAME_INVALID}, {@code PRINCIPAL_NOT_FOUND},
   * {@code API_KEY_NOT_FOUND} or {@code TOO_LARGE}.
   */
  @Override
  public void createApiKey(CreateApiKeyRequest request, StreamObserver<ApiKey> observer) {
    PrincipalName principal = new Field("parent").name(PrincipalName::parse, request.getParent());
    @Nullable ApiKeyName replaced = replaced(request, principal);
    Duration overlap = overlap(request);
    Optional<Instant> expireTime = AccessProtos.expireTime(request.getApiKey());
    Actor by = CallContext.actor();
    AtomicReference<String> secret = new AtomicReference<>("");
    ApiKey stored =
        mutations.run(
            principal.provider(),
            AccessServiceGrpc.getCreateApiKeyMethod(),
            request,
            () -> {
              Made made =
                  access.createKey(principal, expireTime.orElse(null), replaced, overlap, by);
              secret.set(made.secret());
              return AccessProtos.toProto(made.key());
            });
    Answers.send(observer, stored.toBuilder().setSecret(secret.get()).build());
  }

  /**
   * Refuses by {@code FIELD_INVALID}, {@code PAGE_TOKEN_INVALID} or {@code PRINCIPAL_NOT_FOUND}.
   */
  @Override
  public void listApiKeys(
      ListApiKeysRequest request, StreamObserver<ListApiKeysResponse> observer) {
    PrincipalName principal = new Field("parent").name(PrincipalName::parse, request.getParent());
    Page page =
        Page.of(
            "ListApiKeys", principal.toString(), "", request.getPageSize(), request.getPageToken());
    List<dev.redress.access.ApiKey> rows =
        access.listKeys(principal, page.afterId(), page.countMax());
    Page.Part<ApiKey> part = page.partById(rows, AccessProtos::toProto, row -> row.name().key());
    Answers.send(
        observer,
        ListApiKeysResponse.newBuilder()
            .addAllApiKeys(part.messages())
            .setNextPageToken(part.nextPageToken())
            .build());
  }

  /** Refuses by {@code NAME_INVALID} or {@code API_KEY_NOT_FOUND}. */
  @Override
  public void revokeApiKey(RevokeApiKeyRequest request, StreamObserver<ApiKey> observer) {
    ApiKeyName name = new Field("name").name(ApiKeyName::parse, request.getName());
    Actor by = CallContext.actor();
    Answers.send(
        observer,
        mutations.run(
            name.principal().provider(),
            AccessServiceGrpc.getRevokeApiKeyMethod(),
            request,
            () -> AccessProtos.toProto(access.revokeKey(name, by))));
  }

  private static @Nullable ApiKeyName replaced(
      CreateApiKeyRequest request, PrincipalName principal) {
    if (request.getReplaces().isEmpty()) {
      return null;
    }
    Field field = new Field("replaces");
    ApiKeyName name = field.name(ApiKeyName::parse, request.getReplaces());
    if (!name.principal().equals(principal)) {
      throw field.invalid("must be a key of " + principal);
    }
    return name;
  }

  private static Duration overlap(CreateApiKeyRequest request) {
    Duration overlap =
        Duration.ofSeconds(request.getOverlap().getSeconds(), request.getOverlap().getNanos());
    if (overlap.isNegative() || overlap.compareTo(AccessService.OVERLAP_MAX) > 0) {
      throw new Field("overlap")
          .invalid("must be from 0 to " + AccessService.OVERLAP_MAX.toDays() + " days");
    }
    return overlap;
  }
}
