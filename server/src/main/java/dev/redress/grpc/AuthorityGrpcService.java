package dev.redress.grpc;

import com.google.protobuf.Empty;
import dev.redress.dispute.AuthorityLimit;
import dev.redress.dispute.AuthorityLimit.Holder;
import dev.redress.dispute.Role;
import dev.redress.idempotency.Retries;
import dev.redress.identity.Actor;
import dev.redress.identity.ProviderName;
import dev.redress.resolution.AuthorityService;
import dev.redress.v1.AuthorityServiceGrpc;
import dev.redress.v1.DeleteAuthorityLimitRequest;
import dev.redress.v1.ListAuthorityLimitsRequest;
import dev.redress.v1.ListAuthorityLimitsResponse;
import dev.redress.v1.SetAuthorityLimitRequest;
import io.grpc.stub.StreamObserver;
import java.util.Comparator;
import java.util.List;

/** {@code redress.v1.AuthorityService}. */
public final class AuthorityGrpcService extends AuthorityServiceGrpc.AuthorityServiceImplBase {
  private final AuthorityService authority;
  private final Mutations mutations;

  /** Over the use cases. */
  public AuthorityGrpcService(AuthorityService authority, Retries retries) {
    this.authority = authority;
    this.mutations = new Mutations(retries);
  }

  /** Refuses by {@code NAME_INVALID}, {@code PAGE_TOKEN_INVALID} or {@code PROVIDER_NOT_FOUND}. */
  @Override
  public void listAuthorityLimits(
      ListAuthorityLimitsRequest request, StreamObserver<ListAuthorityLimitsResponse> observer) {
    ProviderName provider = new Field("parent").name(ProviderName::parse, request.getParent());
    Page page =
        Page.of(
            "ListAuthorityLimits",
            provider.toString(),
            "",
            request.getPageSize(),
            request.getPageToken());
    List<AuthorityLimit> rows =
        authority.list(provider).all().stream()
            .sorted(Comparator.comparing(AuthorityGrpcService::key))
            .filter(limit -> key(limit).compareTo(page.afterId()) > 0)
            .limit(page.countMax())
            .toList();
    Page.Part<dev.redress.v1.AuthorityLimit> part =
        page.partById(rows, AuthorityGrpcService::toProto, AuthorityGrpcService::key);
    Answers.send(
        observer,
        ListAuthorityLimitsResponse.newBuilder()
            .addAllAuthorityLimits(part.messages())
            .setNextPageToken(part.nextPageToken())
            .build());
  }

  /** Refuses by {@code FIELD_INVALID}, {@code PROVIDER_NOT_FOUND} or {@code TOO_LARGE}. */
  @Override
  public void setAuthorityLimit(
      SetAuthorityLimitRequest request, StreamObserver<dev.redress.v1.AuthorityLimit> observer) {
    ProviderName provider = new Field("parent").name(ProviderName::parse, request.getParent());
    AuthorityLimit limit = fromProto(new Field("authority_limit"), request.getAuthorityLimit());
    Actor actor = CallContext.actor();
    Answers.send(
        observer,
        mutations.run(
            provider,
            AuthorityServiceGrpc.getSetAuthorityLimitMethod(),
            request,
            () -> toProto(authority.set(provider, limit, actor))));
  }

  /** Refuses by {@code FIELD_INVALID} or {@code PROVIDER_NOT_FOUND}. */
  @Override
  public void deleteAuthorityLimit(
      DeleteAuthorityLimitRequest request, StreamObserver<Empty> observer) {
    ProviderName provider = new Field("parent").name(ProviderName::parse, request.getParent());
    AuthorityLimit limit = fromProto(new Field("authority_limit"), request.getAuthorityLimit());
    Actor actor = CallContext.actor();
    Answers.send(
        observer,
        mutations.run(
            provider,
            AuthorityServiceGrpc.getDeleteAuthorityLimitMethod(),
            request,
            () -> {
              authority.remove(provider, limit.holder(), limit.limit().currency(), actor);
              return Empty.getDefaultInstance();
            }));
  }

  /** By which limits are ordered; no two of a provider have the same. */
  private static String key(AuthorityLimit limit) {
    String holder =
        switch (limit.holder()) {
          case Holder.OfRole(Role role) -> "role " + role;
          case Holder.OfPerson(String person) -> "person " + person;
          case Holder.Goodwill() -> "goodwill";
        };
    return holder + " " + limit.limit().currency().getCurrencyCode();
  }

  private static dev.redress.v1.AuthorityLimit toProto(AuthorityLimit limit) {
    dev.redress.v1.AuthorityLimit.Builder proto =
        dev.redress.v1.AuthorityLimit.newBuilder().setLimit(MoneyProtos.toProto(limit.limit()));
    return switch (limit.holder()) {
      case Holder.OfRole(Role role) ->
          proto.setRole(Constants.toProto(role, dev.redress.v1.AuthorityLimit.Role.class)).build();
      case Holder.OfPerson(String person) -> proto.setPerson(person).build();
      case Holder.Goodwill() -> proto.setGoodwill(true).build();
    };
  }

  private static AuthorityLimit fromProto(Field field, dev.redress.v1.AuthorityLimit limit) {
    if (!limit.hasLimit()) {
      throw field.child("limit").invalid("must be set");
    }
    return new AuthorityLimit(
        holder(field, limit), MoneyProtos.notNegative(field.child("limit"), limit.getLimit()));
  }

  private static Holder holder(Field field, dev.redress.v1.AuthorityLimit limit) {
    return switch (limit.getHolderCase()) {
      case ROLE ->
          new Holder.OfRole(Constants.fromProto(field.child("role"), limit.getRole(), Role.class));
      case PERSON ->
          new Holder.OfPerson(
              field.child("person").requiredText(limit.getPerson(), Field.SHORT_MAX));
      case GOODWILL, HOLDER_NOT_SET -> {
        if (!limit.getGoodwill()) {
          throw field.invalid("needs a role, a person, or goodwill");
        }
        yield new Holder.Goodwill();
      }
    };
  }
}
