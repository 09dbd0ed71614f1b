package dev.redress.grpc;

import com.google.protobuf.Empty;
import com.google.protobuf.FieldMask;
import dev.redress.customer.ProviderService;
import dev.redress.escalation.ServiceLevelService;
import dev.redress.idempotency.Retries;
import dev.redress.identity.Actor;
import dev.redress.identity.ProviderName;
import dev.redress.identity.ServiceLevelName;
import dev.redress.servicelevel.ServiceScope;
import dev.redress.v1.DeleteServiceLevelRequest;
import dev.redress.v1.GetServiceLevelRequest;
import dev.redress.v1.ListServiceLevelsRequest;
import dev.redress.v1.ListServiceLevelsResponse;
import dev.redress.v1.ServiceLevel;
import dev.redress.v1.ServiceLevelServiceGrpc;
import dev.redress.v1.SetServiceLevelRequest;
import io.grpc.stub.StreamObserver;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code redress.v1.ServiceLevelService}. */
public final class ServiceLevelGrpcService
    extends ServiceLevelServiceGrpc.ServiceLevelServiceImplBase {
  private final ServiceLevelService levels;
  private final ProviderService providers;
  private final Mutations mutations;

  /** Over the use cases. */
  public ServiceLevelGrpcService(
      ServiceLevelService levels, ProviderService providers, Retries retries) {
    this.levels = levels;
    this.providers = providers;
    this.mutations = new Mutations(retries);
  }

  /**
   * The values of the mask replace the stored ones within the transaction. Refuses by {@code
   * FIELD_INVALID}, {@code NAME_INVALID}, {@code PROVIDER_NOT_FOUND}, {@code CUSTOMER_NOT_FOUND},
   * {@code STALE_VERSION} or {@code TOO_LARGE}.
   */
  @Override
  public void setServiceLevel(
      SetServiceLevelRequest request, StreamObserver<ServiceLevel> observer) {
    ProviderName provider = new Field("parent").name(ProviderName::parse, request.getParent());
    ServiceLevel given = request.getServiceLevel();
    ServiceScope scope = ServiceLevelProtos.scope(provider, given);
    FieldMask mask = ServiceLevelProtos.mask(request.getUpdateMask(), given);
    @Nullable Long seen = Etags.version(given.getEtag(), provider + "/serviceLevels");
    Actor actor = CallContext.actor();
    Answers.send(
        observer,
        mutations.run(
            provider,
            ServiceLevelServiceGrpc.getSetServiceLevelMethod(),
            request,
            () -> {
              providers.get(provider);
              return ServiceLevelProtos.toProto(
                  levels.set(
                      provider,
                      scope,
                      seen,
                      stored -> ServiceLevelProtos.merge(mask, given, stored),
                      actor));
            }));
  }

  /** Refuses by {@code NAME_INVALID} or {@code SERVICE_LEVEL_NOT_FOUND}. */
  @Override
  public void getServiceLevel(
      GetServiceLevelRequest request, StreamObserver<ServiceLevel> observer) {
    ServiceLevelName name = new Field("name").name(ServiceLevelName::parse, request.getName());
    Answers.send(observer, ServiceLevelProtos.toProto(levels.get(name)));
  }

  /** Refuses by {@code PAGE_TOKEN_INVALID} or {@code PROVIDER_NOT_FOUND}. */
  @Override
  public void listServiceLevels(
      ListServiceLevelsRequest request, StreamObserver<ListServiceLevelsResponse> observer) {
    ProviderName provider = new Field("parent").name(ProviderName::parse, request.getParent());
    Page page =
        Page.of(
            "ListServiceLevels",
            provider.toString(),
            "",
            request.getPageSize(),
            request.getPageToken());
    providers.get(provider);
    List<dev.redress.servicelevel.ServiceLevel> rows =
        levels.list(provider, page.afterId(), page.countMax());
    Page.Part<ServiceLevel> part =
        page.partById(rows, ServiceLevelProtos::toProto, row -> row.name().serviceLevel());
    Answers.send(
        observer,
        ListServiceLevelsResponse.newBuilder()
            .addAllServiceLevels(part.messages())
            .setNextPageToken(part.nextPageToken())
            .build());
  }

  /** Refuses by {@code NAME_INVALID} or {@code SERVICE_LEVEL_NOT_FOUND}. */
  @Override
  public void deleteServiceLevel(
      DeleteServiceLevelRequest request, StreamObserver<Empty> observer) {
    ServiceLevelName name = new Field("name").name(ServiceLevelName::parse, request.getName());
    Actor actor = CallContext.actor();
    Answers.send(
        observer,
        mutations.run(
            name.provider(),
            ServiceLevelServiceGrpc.getDeleteServiceLevelMethod(),
            request,
            () -> {
              levels.delete(name, actor);
              return Empty.getDefaultInstance();
            }));
  }
}
