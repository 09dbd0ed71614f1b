package dev.redress.grpc;

import dev.redress.idempotency.Retries;
import dev.redress.identity.Actor;
import dev.redress.identity.ModelName;
import dev.redress.identity.ProviderName;
import dev.redress.identity.ReconciliationName;
import dev.redress.matching.ModelFit.Fitted;
import dev.redress.reconciliation.ModelService;
import dev.redress.reconciliation.ModelService.ModelView;
import dev.redress.reconciliation.ReplayService;
import dev.redress.v1.FitModelRequest;
import dev.redress.v1.GetModelRequest;
import dev.redress.v1.ListModelsRequest;
import dev.redress.v1.ListModelsResponse;
import dev.redress.v1.Model;
import dev.redress.v1.ModelServiceGrpc;
import dev.redress.v1.UseModelRequest;
import dev.redress.v1.VerifyReplayRequest;
import dev.redress.v1.VerifyReplayResponse;
import io.grpc.stub.StreamObserver;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code redress.v1.ModelService}. */
public final class ModelGrpcService extends ModelServiceGrpc.ModelServiceImplBase {
  private final ModelService models;
  private final ReplayService replays;
  private final Mutations mutations;

  /** Over the use cases. */
  public ModelGrpcService(ModelService models, ReplayService replays, Retries retries) {
    this.models = models;
    this.replays = replays;
    this.mutations = new Mutations(retries);
  }

  /**
   * Fits outside of the transaction that stores, since fitting takes minutes. Refuses by {@code
   * FIELD_INVALID}, {@code PROVIDER_NOT_FOUND}, {@code TOO_FEW_DECISIONS} or {@code
   * CONCURRENT_CHANGE}.
   */
  @Override
  public void fitModel(FitModelRequest request, StreamObserver<Model> observer) {
    ProviderName provider = new Field("parent").name(ProviderName::parse, request.getParent());
    double target = ModelProtos.target(new Field("target_precision"), request.getTargetPrecision());
    Actor actor = CallContext.actor();
    if (request.getValidateOnly()) {
      Answers.send(observer, ModelProtos.toProto(models.fit(provider, target)));
      return;
    }
    Answers.send(
        observer,
        mutations.run(
            provider,
            ModelServiceGrpc.getFitModelMethod(),
            request,
            () -> models.fit(provider, target),
            (Fitted fitted) -> ModelProtos.toProto(models.keep(provider, fitted, actor))));
  }

  /** Refuses by {@code NAME_INVALID}, {@code PROVIDER_NOT_FOUND} or {@code MODEL_NOT_FOUND}. */
  @Override
  public void getModel(GetModelRequest request, StreamObserver<Model> observer) {
    ModelName name = new Field("name").name(ModelName::parse, request.getName());
    Answers.send(observer, ModelProtos.toProto(models.get(name)));
  }

  /** Refuses by {@code FIELD_INVALID}, {@code PAGE_TOKEN_INVALID} or {@code PROVIDER_NOT_FOUND}. */
  @Override
  public void listModels(ListModelsRequest request, StreamObserver<ListModelsResponse> observer) {
    ProviderName provider = new Field("parent").name(ProviderName::parse, request.getParent());
    Page page =
        Page.of(
            "ListModels", provider.toString(), "", request.getPageSize(), request.getPageToken());
    int before = page.afterId().isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(page.afterId());
    List<ModelView> rows = models.list(provider, before, page.countMax());
    Page.Part<Model> part =
        page.partById(rows, ModelProtos::summary, row -> Integer.toString(row.version().ordinal()));
    Answers.send(
        observer,
        ListModelsResponse.newBuilder()
            .addAllModels(part.messages())
            .setNextPageToken(part.nextPageToken())
            .build());
  }

  /**
   * Refuses by {@code FIELD_INVALID}, {@code PROVIDER_NOT_FOUND}, {@code MODEL_NOT_FOUND} or {@code
   * STALE_VERSION}.
   */
  @Override
  public void useModel(UseModelRequest request, StreamObserver<Model> observer) {
    ModelName name = new Field("name").name(ModelName::parse, request.getName());
    String reason = new Field("reason").requiredText(request.getReason(), Field.COMMENT_MAX);
    @Nullable Long seen = Etags.version(request.getEtag(), request.getName());
    Actor actor = CallContext.actor();
    Answers.send(
        observer,
        mutations.run(
            name.provider(),
            ModelServiceGrpc.getUseModelMethod(),
            request,
            () -> ModelProtos.toProto(models.use(name, reason, seen, actor))));
  }

  /**
   * Differences are an answer and no refusal. Refuses by {@code NAME_INVALID}, {@code
   * RECONCILIATION_NOT_FOUND}, {@code MODEL_NOT_FOUND} or {@code RECONCILIATION_NOT_ENDED}.
   */
  @Override
  public void verifyReplay(
      VerifyReplayRequest request, StreamObserver<VerifyReplayResponse> observer) {
    ReconciliationName name =
        new Field("reconciliation").name(ReconciliationName::parse, request.getReconciliation());
    ReplayService.Replayed replayed = replays.replay(name);
    Answers.send(observer, ModelProtos.toProto(replayed.model(), replayed.customers()));
  }
}
