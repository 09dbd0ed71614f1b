package dev.redress.grpc;

import com.google.protobuf.FieldMask;
import dev.redress.customer.Calendars;
import dev.redress.customer.ProviderService;
import dev.redress.customer.ProviderSettings;
import dev.redress.idempotency.Retries;
import dev.redress.identity.Actor;
import dev.redress.identity.ProviderName;
import dev.redress.v1.CreateProviderRequest;
import dev.redress.v1.GetProviderRequest;
import dev.redress.v1.ListProvidersRequest;
import dev.redress.v1.ListProvidersResponse;
import dev.redress.v1.Provider;
import dev.redress.v1.ProviderServiceGrpc;
import dev.redress.v1.UpdateProviderRequest;
import io.grpc.stub.StreamObserver;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code redress.v1.ProviderService}. */
public final class ProviderGrpcService extends ProviderServiceGrpc.ProviderServiceImplBase {
  private final ProviderService providers;
  private final Calendars calendars;
  private final Mutations mutations;

  /** Over the use cases. */
  public ProviderGrpcService(ProviderService providers, Calendars calendars, Retries retries) {
    this.providers = providers;
    this.calendars = calendars;
    this.mutations = new Mutations(retries);
  }

  /**
   * Checks the id and every setting before anything is stored. Refuses by {@code NAME_INVALID},
   * {@code FIELD_INVALID} or {@code RESOURCE_EXISTS}.
   */
  @Override
  public void createProvider(CreateProviderRequest request, StreamObserver<Provider> observer) {
    Field field = new Field("provider");
    ProviderName name = new Field("provider_id").name(ProviderName::new, request.getProviderId());
    String displayName = ProviderProtos.displayName(field, request.getProvider());
    ProviderSettings settings =
        ProviderProtos.settings(
            field.child("settings"), request.getProvider().getSettings(), calendars);
    Actor actor = CallContext.actor();
    Answers.send(
        observer,
        mutations.run(
            name,
            ProviderServiceGrpc.getCreateProviderMethod(),
            request,
            () -> ProviderProtos.toProto(providers.create(name, displayName, settings, actor))));
  }

  /** Refuses by {@code NAME_INVALID} or {@code PROVIDER_NOT_FOUND}. */
  @Override
  public void getProvider(GetProviderRequest request, StreamObserver<Provider> observer) {
    ProviderName name = new Field("name").name(ProviderName::parse, request.getName());
    Answers.send(observer, ProviderProtos.toProto(providers.get(name)));
  }

  /**
   * The one list without a parent: providers are the tenants themselves. Refuses by {@code
   * FIELD_INVALID} or {@code PAGE_TOKEN_INVALID}.
   */
  @Override
  public void listProviders(
      ListProvidersRequest request, StreamObserver<ListProvidersResponse> observer) {
    Page page = Page.of("ListProviders", "", "", request.getPageSize(), request.getPageToken());
    List<dev.redress.customer.Provider> rows = providers.list(page.afterId(), page.countMax());
    Page.Part<Provider> part =
        page.partById(rows, ProviderProtos::toProto, row -> row.name().provider());
    Answers.send(
        observer,
        ListProvidersResponse.newBuilder()
            .addAllProviders(part.messages())
            .setNextPageToken(part.nextPageToken())
            .build());
  }

  /**
   * The fields of the mask replace the stored ones within the transaction, so that two updates of
   * different fields do not undo each other. Refuses by {@code FIELD_INVALID}, {@code
   * PROVIDER_NOT_FOUND} or {@code STALE_VERSION}.
   */
  @Override
  public void updateProvider(UpdateProviderRequest request, StreamObserver<Provider> observer) {
    Provider given = request.getProvider();
    ProviderName name = new Field("provider.name").name(ProviderName::parse, given.getName());
    FieldMask mask = ProviderProtos.mask(request.getUpdateMask(), given);
    @Nullable Long seen = Etags.version(given.getEtag(), given.getName());
    Actor actor = CallContext.actor();
    Answers.send(
        observer,
        mutations.run(
            name,
            ProviderServiceGrpc.getUpdateProviderMethod(),
            request,
            () ->
                ProviderProtos.toProto(
                    providers.update(
                        name,
                        seen,
                        stored -> ProviderProtos.merge(mask, given, stored, calendars),
                        actor))));
  }
}
