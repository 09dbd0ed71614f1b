package dev.redress.grpc;

import dev.redress.customer.ProviderService;
import dev.redress.dispute.Claim;
import dev.redress.dispute.Dispute.Origin;
import dev.redress.dispute.DisputeState;
import dev.redress.dispute.DisputeStore.DisputeFilter;
import dev.redress.dispute.Proposal;
import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.idempotency.Retries;
import dev.redress.identity.Actor;
import dev.redress.identity.CreditName;
import dev.redress.identity.CustomerName;
import dev.redress.identity.DisputeName;
import dev.redress.identity.GivenId;
import dev.redress.identity.ProviderName;
import dev.redress.resolution.BriefService;
import dev.redress.resolution.DisputeService;
import dev.redress.resolution.DisputeService.SaidBack;
import dev.redress.resolution.HandoffService;
import dev.redress.resolution.SettlementService;
import dev.redress.v1.AcceptHandoffRequest;
import dev.redress.v1.ApproveResolutionRequest;
import dev.redress.v1.AwaitCustomerRequest;
import dev.redress.v1.AwaitProviderRequest;
import dev.redress.v1.BeginReviewRequest;
import dev.redress.v1.Brief;
import dev.redress.v1.CancelHandoffRequest;
import dev.redress.v1.CloseDisputeRequest;
import dev.redress.v1.Credit;
import dev.redress.v1.DeclineHandoffRequest;
import dev.redress.v1.Dispute;
import dev.redress.v1.DisputeServiceGrpc;
import dev.redress.v1.GetBriefRequest;
import dev.redress.v1.GetCreditRequest;
import dev.redress.v1.GetDisputeRequest;
import dev.redress.v1.GetHandoffRequest;
import dev.redress.v1.HandOffDisputeRequest;
import dev.redress.v1.Handoff;
import dev.redress.v1.ListCreditsRequest;
import dev.redress.v1.ListCreditsResponse;
import dev.redress.v1.ListDisputesRequest;
import dev.redress.v1.ListDisputesResponse;
import dev.redress.v1.ListHandoffsRequest;
import dev.redress.v1.ListHandoffsResponse;
import dev.redress.v1.OpenDisputeRequest;
import dev.redress.v1.ProposeResolutionRequest;
import dev.redress.v1.ReopenDisputeRequest;
import dev.redress.v1.ResolveRequest;
import dev.redress.v1.ReverseCreditRequest;
import dev.redress.v1.WithdrawDisputeRequest;
import io.grpc.stub.StreamObserver;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/** {@code redress.v1.DisputeService}. */
public final class DisputeGrpcService extends DisputeServiceGrpc.DisputeServiceImplBase {
  private static final SequencedSet<String> DISPUTE_FIELDS =
      Filter.fields("state", "open", "customer", "invoice", "owner");
  private static final SequencedSet<String> CREDIT_FIELDS = Filter.fields("dispute", "customer");

  private final DisputeService disputes;
  private final SettlementService settlements;
  private final HandoffCalls handoffs;
  private final BriefService briefs;
  private final ProviderService providers;
  private final Mutations mutations;

  /** Over the use cases. */
  public DisputeGrpcService(UseCases useCases, Retries retries) {
    this.disputes = useCases.disputes();
    this.settlements = useCases.settlements();
    this.briefs = useCases.briefs();
    this.providers = useCases.providers();
    this.mutations = new Mutations(retries);
    this.handoffs = new HandoffCalls(useCases.handoffs(), providers, mutations);
  }

  /** What the calls of this service come down to. */
  public record UseCases(
      DisputeService disputes,
      SettlementService settlements,
      HandoffService handoffs,
      BriefService briefs,
      ProviderService providers) {}

  /**
   * Refuses by {@code FIELD_INVALID}, {@code CURRENCY_MISMATCH}, {@code LINE_NOT_FOUND}, {@code
   * LINE_ALREADY_DISPUTED}, {@code AMOUNT_EXCEEDS_LINE} or {@code DISPUTE_FULL}.
   */
  @Override
  public void openDispute(OpenDisputeRequest request, StreamObserver<Dispute> observer) {
    ProviderName provider = new Field("parent").name(ProviderName::parse, request.getParent());
    String id = request.getDisputeId();
    if (!id.isEmpty()) {
      new Field("dispute_id").name(given -> GivenId.check("dispute id", given), id);
    }
    List<Claim> claims =
        DisputeProtos.claims(new Field("dispute.lines"), request.getDispute().getLinesList());
    Origin origin = DisputeProtos.origin(new Field("dispute"), request.getDispute());
    Actor actor = CallContext.actor();
    Answers.send(
        observer,
        mutations.run(
            provider,
            DisputeServiceGrpc.getOpenDisputeMethod(),
            request,
            () -> toProto(disputes.open(provider, id, origin, claims, actor))));
  }

  /** Refuses by {@code NAME_INVALID} or {@code DISPUTE_NOT_FOUND}. */
  @Override
  public void getDispute(GetDisputeRequest request, StreamObserver<Dispute> observer) {
    DisputeName name = name(request.getName());
    Answers.send(observer, toProto(visible(disputes.get(name))));
  }

  /**
   * Refuses by {@code FILTER_INVALID}, {@code PAGE_TOKEN_INVALID} or {@code PROVIDER_NOT_FOUND}.
   */
  @Override
  public void listDisputes(
      ListDisputesRequest request, StreamObserver<ListDisputesResponse> observer) {
    ProviderName provider = new Field("parent").name(ProviderName::parse, request.getParent());
    Filter filter = Filter.parse(request.getFilter(), DISPUTE_FIELDS);
    DisputeFilter wanted =
        new DisputeFilter(
            filter.constant("state", DisputeState.class),
            filter.flag("open"),
            visibleCustomer(filter.text("customer")),
            filter.text("invoice"),
            filter.text("owner"));
    Page page =
        Page.of(
            "ListDisputes",
            provider.toString(),
            request.getFilter(),
            request.getPageSize(),
            request.getPageToken());
    providers.get(provider);
    List<dev.redress.dispute.Dispute> rows =
        disputes.list(provider, wanted, page.afterId(), page.countMax());
    Page.Part<Dispute> part = page.partById(rows, this::toProto, row -> row.name().dispute());
    Answers.send(
        observer,
        ListDisputesResponse.newBuilder()
            .addAllDisputes(part.messages())
            .setNextPageToken(part.nextPageToken())
            .build());
  }

  /**
   * Refuses by {@code DISPUTE_NOT_FOUND}, {@code STALE_VERSION} or {@code
   * DISPUTE_STATE_FORBIDS_ACTION}.
   */
  @Override
  public void beginReview(BeginReviewRequest request, StreamObserver<Dispute> observer) {
    DisputeName name = name(request.getName());
    @Nullable Long seen = Etags.version(request.getEtag(), request.getName());
    Actor actor = CallContext.actor();
    Answers.send(
        observer,
        mutations.run(
            name.provider(),
            DisputeServiceGrpc.getBeginReviewMethod(),
            request,
            () -> toProto(disputes.beginReview(name, seen, actor))));
  }

  /** Refuses as {@link #beginReview}, and by {@code FIELD_INVALID}. */
  @Override
  public void awaitProvider(AwaitProviderRequest request, StreamObserver<Dispute> observer) {
    DisputeName name = name(request.getName());
    @Nullable Long seen = Etags.version(request.getEtag(), request.getName());
    String awaited = new Field("awaited").requiredText(request.getAwaited(), Field.COMMENT_MAX);
    Instant respondBy =
        TimeProtos.fromProto(new Field("respond_by_time"), request.getRespondByTime());
    Actor actor = CallContext.actor();
    Answers.send(
        observer,
        mutations.run(
            name.provider(),
            DisputeServiceGrpc.getAwaitProviderMethod(),
            request,
            () -> toProto(disputes.awaitProvider(name, seen, awaited, respondBy, actor))));
  }

  /** Refuses as {@link #beginReview}, and by {@code FIELD_INVALID}. */
  @Override
  public void awaitCustomer(AwaitCustomerRequest request, StreamObserver<Dispute> observer) {
    DisputeName name = name(request.getName());
    @Nullable Long seen = Etags.version(request.getEtag(), request.getName());
    String awaited = new Field("awaited").requiredText(request.getAwaited(), Field.COMMENT_MAX);
    Instant respondBy =
        TimeProtos.fromProto(new Field("respond_by_time"), request.getRespondByTime());
    Actor actor = CallContext.actor();
    Answers.send(
        observer,
        mutations.run(
            name.provider(),
            DisputeServiceGrpc.getAwaitCustomerMethod(),
            request,
            () -> toProto(disputes.awaitCustomer(name, seen, awaited, respondBy, actor))));
  }

  /** Refuses as {@link #beginReview}, and by {@code FIELD_INVALID}. */
  @Override
  public void withdrawDispute(WithdrawDisputeRequest request, StreamObserver<Dispute> observer) {
    DisputeName name = name(request.getName());
    @Nullable Long seen = Etags.version(request.getEtag(), request.getName());
    SaidBack word = DisputeProtos.saidBack(new Field("withdrawal"), request.getWithdrawal());
    Actor actor = CallContext.actor();
    Answers.send(
        observer,
        mutations.run(
            name.provider(),
            DisputeServiceGrpc.getWithdrawDisputeMethod(),
            request,
            () -> toProto(disputes.withdraw(name, seen, word, actor))));
  }

  /** Refuses as {@link #beginReview}, and by {@code INVOICE_HAS_OPEN_DISPUTE}. */
  @Override
  public void reopenDispute(ReopenDisputeRequest request, StreamObserver<Dispute> observer) {
    DisputeName name = name(request.getName());
    @Nullable Long seen = Etags.version(request.getEtag(), request.getName());
    String reason = new Field("reason").requiredText(request.getReason(), Field.COMMENT_MAX);
    Actor actor = CallContext.actor();
    Answers.send(
        observer,
        mutations.run(
            name.provider(),
            DisputeServiceGrpc.getReopenDisputeMethod(),
            request,
            () -> toProto(disputes.reopen(name, seen, reason, actor))));
  }

  /** Refuses as {@link #beginReview}. */
  @Override
  public void closeDispute(CloseDisputeRequest request, StreamObserver<Dispute> observer) {
    DisputeName name = name(request.getName());
    @Nullable Long seen = Etags.version(request.getEtag(), request.getName());
    String note = new Field("note").text(request.getNote(), Field.COMMENT_MAX);
    Actor actor = CallContext.actor();
    Answers.send(
        observer,
        mutations.run(
            name.provider(),
            DisputeServiceGrpc.getCloseDisputeMethod(),
            request,
            () -> toProto(disputes.close(name, seen, note, actor))));
  }

  /**
   * Refuses as {@link #beginReview}, and by {@code OUTCOME_INCOMPLETE}, {@code CURRENCY_MISMATCH}
   * or {@code AMOUNT_EXCEEDS_LINE}.
   */
  @Override
  public void proposeResolution(
      ProposeResolutionRequest request, StreamObserver<Dispute> observer) {
    DisputeName name = name(request.getName());
    @Nullable Long seen = Etags.version(request.getEtag(), request.getName());
    Proposal proposal =
        DisputeProtos.proposal(request.getLineOutcomesList(), request.getOtherLinesOutcome());
    Actor actor = CallContext.actor();
    Answers.send(
        observer,
        mutations.run(
            name.provider(),
            DisputeServiceGrpc.getProposeResolutionMethod(),
            request,
            () -> toProto(settlements.propose(name, seen, proposal, actor))));
  }

  /** Refuses as {@link #beginReview}, and by {@code AUTHORITY_EXCEEDED}. */
  @Override
  public void approveResolution(
      ApproveResolutionRequest request, StreamObserver<Dispute> observer) {
    DisputeName name = name(request.getName());
    @Nullable Long seen = Etags.version(request.getEtag(), request.getName());
    Actor actor = CallContext.actor();
    Answers.send(
        observer,
        mutations.run(
            name.provider(),
            DisputeServiceGrpc.getApproveResolutionMethod(),
            request,
            () -> toProto(settlements.approve(name, seen, actor))));
  }

  /**
   * Without outcomes it resolves what was approved. Refuses as {@link #proposeResolution}, and by
   * {@code CUSTOMER_NOT_REACHED} (I3).
   */
  @Override
  public void resolve(ResolveRequest request, StreamObserver<Dispute> observer) {
    DisputeName name = name(request.getName());
    @Nullable Long seen = Etags.version(request.getEtag(), request.getName());
    Proposal proposal =
        DisputeProtos.proposal(request.getLineOutcomesList(), request.getOtherLinesOutcome());
    Actor actor = CallContext.actor();
    Answers.send(
        observer,
        mutations.run(
            name.provider(),
            DisputeServiceGrpc.getResolveMethod(),
            request,
            () -> toProto(settlements.resolve(name, seen, proposal, actor))));
  }

  /**
   * Refuses by {@code FIELD_INVALID}, {@code CREDIT_NOT_FOUND}, {@code CREDIT_REVERSED} or {@code
   * INVOICE_HAS_NO_OPEN_DISPUTE}.
   */
  @Override
  public void reverseCredit(ReverseCreditRequest request, StreamObserver<Credit> observer) {
    CreditName name = new Field("name").name(CreditName::parse, request.getName());
    String reason = new Field("reason").requiredText(request.getReason(), Field.COMMENT_MAX);
    Actor actor = CallContext.actor();
    Answers.send(
        observer,
        mutations.run(
            name.provider(),
            DisputeServiceGrpc.getReverseCreditMethod(),
            request,
            () -> DisputeProtos.toProto(settlements.reverse(name, reason, actor))));
  }

  /** Refuses by {@code NAME_INVALID} or {@code CREDIT_NOT_FOUND}. */
  @Override
  public void getCredit(GetCreditRequest request, StreamObserver<Credit> observer) {
    CreditName name = new Field("name").name(CreditName::parse, request.getName());
    Answers.send(observer, DisputeProtos.toProto(settlements.credit(name)));
  }

  /**
   * Refuses by {@code FILTER_INVALID}, {@code PAGE_TOKEN_INVALID} or {@code PROVIDER_NOT_FOUND}.
   */
  @Override
  public void listCredits(
      ListCreditsRequest request, StreamObserver<ListCreditsResponse> observer) {
    ProviderName provider = new Field("parent").name(ProviderName::parse, request.getParent());
    Filter filter = Filter.parse(request.getFilter(), CREDIT_FIELDS);
    Page page =
        Page.of(
            "ListCredits",
            provider.toString(),
            request.getFilter(),
            request.getPageSize(),
            request.getPageToken());
    providers.get(provider);
    List<dev.redress.dispute.Credit> rows =
        settlements.credits(
            provider,
            filter.text("dispute"),
            filter.text("customer"),
            page.afterId(),
            page.countMax());
    Page.Part<Credit> part =
        page.partById(rows, DisputeProtos::toProto, row -> row.name().credit());
    Answers.send(
        observer,
        ListCreditsResponse.newBuilder()
            .addAllCredits(part.messages())
            .setNextPageToken(part.nextPageToken())
            .build());
  }

  /** Refuses by {@code NAME_INVALID} or {@code DISPUTE_NOT_FOUND}. */
  @Override
  public void getBrief(GetBriefRequest request, StreamObserver<Brief> observer) {
    Answers.send(
        observer,
        BriefProtos.toProto(briefs.get(name(request.getName()), CallContext.actor().name())));
  }

  /**
   * Refuses by {@code FIELD_INVALID}, {@code DISPUTE_NOT_FOUND}, {@code STALE_VERSION}, {@code
   * DISPUTE_STATE_FORBIDS_ACTION}, {@code HANDOFF_PENDING} or {@code TOO_LARGE}.
   */
  @Override
  public void handOffDispute(HandOffDisputeRequest request, StreamObserver<Handoff> observer) {
    Answers.send(observer, handoffs.handOff(name(request.getName()), request));
  }

  /**
   * Refuses by {@code FIELD_INVALID}, {@code HANDOFF_NOT_FOUND}, {@code STALE_VERSION}, {@code
   * NOT_THE_RECEIVER} or {@code HANDOFF_NOT_PENDING}.
   */
  @Override
  public void acceptHandoff(AcceptHandoffRequest request, StreamObserver<Handoff> observer) {
    Answers.send(observer, handoffs.accept(request));
  }

  /** Refuses as {@link #acceptHandoff}. */
  @Override
  public void declineHandoff(DeclineHandoffRequest request, StreamObserver<Handoff> observer) {
    Answers.send(observer, handoffs.decline(request));
  }

  /** Refuses as {@link #acceptHandoff}, but by {@code NOT_THE_OWNER}. */
  @Override
  public void cancelHandoff(CancelHandoffRequest request, StreamObserver<Handoff> observer) {
    Answers.send(observer, handoffs.cancel(request));
  }

  /** Refuses by {@code NAME_INVALID} or {@code HANDOFF_NOT_FOUND}. */
  @Override
  public void getHandoff(GetHandoffRequest request, StreamObserver<Handoff> observer) {
    Answers.send(observer, handoffs.get(request));
  }

  /**
   * Refuses by {@code FILTER_INVALID}, {@code PAGE_TOKEN_INVALID} or {@code PROVIDER_NOT_FOUND}.
   */
  @Override
  public void listHandoffs(
      ListHandoffsRequest request, StreamObserver<ListHandoffsResponse> observer) {
    Answers.send(observer, handoffs.list(request));
  }

  private Dispute toProto(dev.redress.dispute.Dispute dispute) {
    return DisputeProtos.toProto(disputes.view(dispute));
  }

  private static DisputeName name(String name) {
    return new Field("name").name(DisputeName::parse, name);
  }

  /** A dispute that somebody of another customer asks for is not there. */
  private static dev.redress.dispute.Dispute visible(dev.redress.dispute.Dispute dispute) {
    Optional<CustomerName> own = CallContext.caller().customer();
    if (own.isPresent() && !own.get().equals(dispute.customer())) {
      throw new RedressException(
          ErrorReason.DISPUTE_NOT_FOUND, "there is no dispute " + dispute.name());
    }
    return dispute;
  }

  /** Whose disputes to list: somebody of a customer sees that customer's alone. */
  private static String visibleCustomer(String wanted) {
    Optional<CustomerName> own = CallContext.caller().customer();
    if (own.isEmpty() || wanted.isEmpty() || wanted.equals(own.get().customer())) {
      return own.map(CustomerName::customer).orElse(wanted);
    }
    throw new RedressException(
        ErrorReason.CUSTOMER_NOT_FOUND, "there is no customer '" + wanted + "'");
  }
}
