package dev.redress.grpc;

import com.google.protobuf.FieldMask;
import dev.redress.agreement.AgreementService;
import dev.redress.idempotency.Retries;
import dev.redress.identity.Actor;
import dev.redress.identity.AgreementName;
import dev.redress.identity.CustomerName;
import dev.redress.v1.Agreement;
import dev.redress.v1.AgreementServiceGrpc;
import dev.redress.v1.CreateAgreementRequest;
import dev.redress.v1.GetAgreementRequest;
import dev.redress.v1.ListAgreementsRequest;
import dev.redress.v1.ListAgreementsResponse;
import dev.redress.v1.UpdateAgreementRequest;
import io.grpc.stub.StreamObserver;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code redress.v1.AgreementService}. */
public final class AgreementGrpcService extends AgreementServiceGrpc.AgreementServiceImplBase {
  private final AgreementService agreements;
  private final Mutations mutations;

  /** Over the use cases. */
  public AgreementGrpcService(AgreementService agreements, Retries retries) {
    this.agreements = agreements;
    this.mutations = new Mutations(retries);
  }

  /**
   * Refuses by {@code NAME_INVALID}, {@code FIELD_INVALID}, {@code CURRENCY_MISMATCH}, {@code
   * CUSTOMER_NOT_FOUND}, {@code RESOURCE_EXISTS}, {@code AGREEMENT_OVERLAPS} or {@code TOO_LARGE}.
   */
  @Override
  public void createAgreement(CreateAgreementRequest request, StreamObserver<Agreement> observer) {
    CustomerName customer = new Field("parent").name(CustomerName::parse, request.getParent());
    AgreementName name =
        new Field("agreement_id")
            .name(id -> new AgreementName(customer, id), request.getAgreementId());
    dev.redress.agreement.Agreement wanted =
        AgreementProtos.fromProto(new Field("agreement"), name, request.getAgreement());
    Actor actor = CallContext.actor();
    Answers.send(
        observer,
        mutations.run(
            customer.provider(),
            AgreementServiceGrpc.getCreateAgreementMethod(),
            request,
            () -> AgreementProtos.toProto(agreements.create(wanted, actor))));
  }

  /** Refuses by {@code NAME_INVALID} or {@code AGREEMENT_NOT_FOUND}. */
  @Override
  public void getAgreement(GetAgreementRequest request, StreamObserver<Agreement> observer) {
    AgreementName name = new Field("name").name(AgreementName::parse, request.getName());
    Answers.send(observer, AgreementProtos.toProto(agreements.get(name)));
  }

  /** Refuses by {@code FIELD_INVALID}, {@code PAGE_TOKEN_INVALID} or {@code CUSTOMER_NOT_FOUND}. */
  @Override
  public void listAgreements(
      ListAgreementsRequest request, StreamObserver<ListAgreementsResponse> observer) {
    CustomerName customer = new Field("parent").name(CustomerName::parse, request.getParent());
    Page page =
        Page.of(
            "ListAgreements",
            customer.toString(),
            "",
            request.getPageSize(),
            request.getPageToken());
    List<dev.redress.agreement.Agreement> rows =
        agreements.list(customer, page.afterId(), page.countMax());
    Page.Part<Agreement> part =
        page.partById(rows, AgreementProtos::toProto, row -> row.name().agreement());
    Answers.send(
        observer,
        ListAgreementsResponse.newBuilder()
            .addAllAgreements(part.messages())
            .setNextPageToken(part.nextPageToken())
            .build());
  }

  /**
   * Merged within the transaction. Refuses by {@code NAME_INVALID}, {@code FIELD_INVALID}, {@code
   * CURRENCY_MISMATCH}, {@code AGREEMENT_NOT_FOUND}, {@code AGREEMENT_OVERLAPS} or {@code
   * STALE_VERSION}.
   */
  @Override
  public void updateAgreement(UpdateAgreementRequest request, StreamObserver<Agreement> observer) {
    Agreement given = request.getAgreement();
    AgreementName name = new Field("agreement.name").name(AgreementName::parse, given.getName());
    FieldMask mask = AgreementProtos.mask(request.getUpdateMask(), given);
    @Nullable Long seen = Etags.version(given.getEtag(), given.getName());
    Actor actor = CallContext.actor();
    Answers.send(
        observer,
        mutations.run(
            name.provider(),
            AgreementServiceGrpc.getUpdateAgreementMethod(),
            request,
            () ->
                AgreementProtos.toProto(
                    agreements.update(
                        name, seen, stored -> AgreementProtos.merge(mask, given, stored), actor))));
  }
}
