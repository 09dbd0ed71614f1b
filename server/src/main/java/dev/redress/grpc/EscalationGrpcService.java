package dev.redress.grpc;

import com.google.protobuf.FieldMask;
import dev.redress.customer.ProviderService;
import dev.redress.escalation.DutyKind;
import dev.redress.escalation.EscalationService;
import dev.redress.escalation.EscalationState;
import dev.redress.escalation.EscalationStore.EscalationFilter;
import dev.redress.idempotency.Retries;
import dev.redress.identity.Actor;
import dev.redress.identity.EscalationName;
import dev.redress.identity.EscalationPolicyName;
import dev.redress.identity.ProviderName;
import dev.redress.v1.AcknowledgeEscalationRequest;
import dev.redress.v1.Escalation;
import dev.redress.v1.EscalationPolicy;
import dev.redress.v1.EscalationServiceGrpc;
import dev.redress.v1.GetEscalationPolicyRequest;
import dev.redress.v1.GetEscalationRequest;
import dev.redress.v1.ListEscalationsRequest;
import dev.redress.v1.ListEscalationsResponse;
import dev.redress.v1.UpdateEscalationPolicyRequest;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/** {@code redress.v1.EscalationService}. */
public final class EscalationGrpcService extends EscalationServiceGrpc.EscalationServiceImplBase {
  private static final SequencedSet<String> FIELDS =
      Filter.fields("state", "person", "customer", "dispute", "subject_kind", "callback");

  private final EscalationService escalations;
  private final ProviderService providers;
  private final Mutations mutations;

  /** Over the use cases. */
  public EscalationGrpcService(
      EscalationService escalations, ProviderService providers, Retries retries) {
    this.escalations = escalations;
    this.providers = providers;
    this.mutations = new Mutations(retries);
  }

  /** Refuses by {@code NAME_INVALID} or {@code ESCALATION_NOT_FOUND}. */
  @Override
  public void getEscalation(GetEscalationRequest request, StreamObserver<Escalation> observer) {
    EscalationName name = new Field("name").name(EscalationName::parse, request.getName());
    Answers.send(observer, EscalationProtos.toProto(escalations.get(name)));
  }

  /**
   * Refuses by {@code FILTER_INVALID}, {@code PAGE_TOKEN_INVALID} or {@code PROVIDER_NOT_FOUND}.
   */
  @Override
  public void listEscalations(
      ListEscalationsRequest request, StreamObserver<ListEscalationsResponse> observer) {
    ProviderName provider = new Field("parent").name(ProviderName::parse, request.getParent());
    Filter filter = Filter.parse(request.getFilter(), FIELDS);
    EscalationFilter wanted =
        new EscalationFilter(
            filter.constant("state", EscalationState.class),
            filter.text("person"),
            filter.text("customer"),
            filter.text("dispute"),
            filter.constant("subject_kind", DutyKind.class),
            filter.text("callback"));
    Page page =
        Page.of(
            "ListEscalations",
            provider.toString(),
            request.getFilter(),
            request.getPageSize(),
            request.getPageToken());
    providers.get(provider);
    List<dev.redress.escalation.Escalation> rows =
        escalations.list(provider, wanted, page.afterId(), page.countMax());
    Page.Part<Escalation> part =
        page.partById(rows, EscalationProtos::toProto, row -> row.name().escalation());
    Answers.send(
        observer,
        ListEscalationsResponse.newBuilder()
            .addAllEscalations(part.messages())
            .setNextPageToken(part.nextPageToken())
            .build());
  }

  /**
   * Refuses by {@code FIELD_INVALID}, {@code ESCALATION_NOT_FOUND}, {@code STALE_VERSION} or {@code
   * ESCALATION_NOT_OPEN}.
   */
  @Override
  public void acknowledgeEscalation(
      AcknowledgeEscalationRequest request, StreamObserver<Escalation> observer) {
    EscalationName name = new Field("name").name(EscalationName::parse, request.getName());
    String note = new Field("note").text(request.getNote(), Field.COMMENT_MAX);
    @Nullable Long seen = Etags.version(request.getEtag(), request.getName());
    Actor actor = CallContext.actor();
    Answers.send(
        observer,
        mutations.run(
            name.provider(),
            EscalationServiceGrpc.getAcknowledgeEscalationMethod(),
            request,
            () -> EscalationProtos.toProto(escalations.acknowledge(name, seen, note, actor))));
  }

  /** Refuses by {@code NAME_INVALID} or {@code PROVIDER_NOT_FOUND}. */
  @Override
  public void getEscalationPolicy(
      GetEscalationPolicyRequest request, StreamObserver<EscalationPolicy> observer) {
    EscalationPolicyName name =
        new Field("name").name(EscalationPolicyName::parse, request.getName());
    Answers.send(observer, EscalationProtos.toProto(escalations.policy(name.provider())));
  }

  /**
   * The fields of the mask replace the stored ones within the transaction. Refuses by {@code
   * FIELD_INVALID}, {@code NAME_INVALID}, {@code PROVIDER_NOT_FOUND} or {@code STALE_VERSION}.
   */
  @Override
  public void updateEscalationPolicy(
      UpdateEscalationPolicyRequest request, StreamObserver<EscalationPolicy> observer) {
    EscalationPolicy given = request.getEscalationPolicy();
    EscalationPolicyName name =
        new Field("escalation_policy.name").name(EscalationPolicyName::parse, given.getName());
    FieldMask mask = EscalationProtos.mask(request.getUpdateMask(), given);
    @Nullable Long seen = Etags.version(given.getEtag(), given.getName());
    Actor actor = CallContext.actor();
    Answers.send(
        observer,
        mutations.run(
            name.provider(),
            EscalationServiceGrpc.getUpdateEscalationPolicyMethod(),
            request,
            () ->
                EscalationProtos.toProto(
                    escalations.updatePolicy(
                        name.provider(),
                        seen,
                        stored -> EscalationProtos.merge(mask, given, stored),
                        actor))));
  }
}
