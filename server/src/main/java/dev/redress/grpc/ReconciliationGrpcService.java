package dev.redress.grpc;

import com.google.protobuf.Message;
import dev.redress.customer.ProviderService;
import dev.redress.idempotency.Retries;
import dev.redress.identity.Actor;
import dev.redress.identity.CustomerName;
import dev.redress.identity.LineName;
import dev.redress.identity.ProviderName;
import dev.redress.identity.ReconciliationName;
import dev.redress.identity.RequestName;
import dev.redress.ingest.DraftFile;
import dev.redress.ingest.ImportHeader;
import dev.redress.ingest.ImportKind;
import dev.redress.ingest.ImportService;
import dev.redress.ingest.Upload;
import dev.redress.invariant.InvariantService;
import dev.redress.invariant.InvariantService.Check;
import dev.redress.invoice.LaborLine;
import dev.redress.invoice.LaborLineStore.LineScope;
import dev.redress.matching.MatchDecision;
import dev.redress.matching.Verdict.Answer;
import dev.redress.reconciliation.CatchAllService;
import dev.redress.reconciliation.CatchAllStore;
import dev.redress.reconciliation.DecisionService;
import dev.redress.reconciliation.FindingService;
import dev.redress.reconciliation.LineService;
import dev.redress.reconciliation.LineVerdict;
import dev.redress.reconciliation.Reconciliation.State;
import dev.redress.reconciliation.ReconciliationService;
import dev.redress.reconciliation.ReconciliationService.RunView;
import dev.redress.reconciliation.SplitPart;
import dev.redress.reconciliation.VerdictStore.VerdictFilter;
import dev.redress.request.Request;
import dev.redress.request.RequestService;
import dev.redress.v1.AcceptLineRequest;
import dev.redress.v1.CatchAllRequest;
import dev.redress.v1.ConfirmMatchRequest;
import dev.redress.v1.DismissFindingRequest;
import dev.redress.v1.ExplainLineRequest;
import dev.redress.v1.Finding;
import dev.redress.v1.FindingRules;
import dev.redress.v1.GetFindingRulesRequest;
import dev.redress.v1.GetReconciliationRequest;
import dev.redress.v1.ImportFileRequest;
import dev.redress.v1.ListCatchAllRequestsRequest;
import dev.redress.v1.ListCatchAllRequestsResponse;
import dev.redress.v1.ListFindingsRequest;
import dev.redress.v1.ListFindingsResponse;
import dev.redress.v1.ListReconciliationsRequest;
import dev.redress.v1.ListReconciliationsResponse;
import dev.redress.v1.ListVerdictsRequest;
import dev.redress.v1.ListVerdictsResponse;
import dev.redress.v1.ReconcileFileRequest;
import dev.redress.v1.ReconcileFileResponse;
import dev.redress.v1.ReconcileLineRequest;
import dev.redress.v1.Reconciliation;
import dev.redress.v1.ReconciliationServiceGrpc;
import dev.redress.v1.RejectMatchRequest;
import dev.redress.v1.RestoreFindingRequest;
import dev.redress.v1.SplitLineRequest;
import dev.redress.v1.StartReconciliationRequest;
import dev.redress.v1.StartReconciliationResponse;
import dev.redress.v1.UndoDecisionRequest;
import dev.redress.v1.UpdateFindingRulesRequest;
import dev.redress.v1.Verdict;
import dev.redress.v1.VerifyInvariantsRequest;
import dev.redress.v1.VerifyInvariantsResponse;
import dev.redress.v1.WatchReconciliationRequest;
import dev.redress.v1.WatchReconciliationResponse;
import io.grpc.MethodDescriptor;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.Currency;
import java.util.List;
import java.util.SequencedSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code redress.v1.ReconciliationService}. */
public final class ReconciliationGrpcService
    extends ReconciliationServiceGrpc.ReconciliationServiceImplBase {
  private static final SequencedSet<String> FIELDS =
      Filter.fields("verdict", "customer", "invoice", "line_id");

  private final UseCases useCases;
  private final Mutations mutations;
  private final FindingCalls findings;
  private final OpenStreams streams;
  private final StreamLimits limits;

  /** Over the use cases. */
  public ReconciliationGrpcService(
      UseCases useCases, Retries retries, OpenStreams streams, StreamLimits limits) {
    this.useCases = useCases;
    this.mutations = new Mutations(retries);
    this.findings = new FindingCalls(useCases.findings(), mutations);
    this.streams = streams;
    this.limits = limits;
  }

  /** What the calls of this service come down to. */
  public record UseCases(
      ReconciliationService reconciliations,
      FindingService findings,
      DecisionService decisions,
      LineService lines,
      ImportService imports,
      CatchAllService catchAlls,
      InvariantService invariants,
      ProviderService providers,
      RequestService requests) {}

  /** A run that stores nothing needs no protection against being started twice. */
  @Override
  public void startReconciliation(
      StartReconciliationRequest request, StreamObserver<StartReconciliationResponse> observer) {
    ProviderName provider = new Field("parent").name(ProviderName::parse, request.getParent());
    LineScope scope = ReconciliationProtos.scope(new Field("scope"), provider, request.getScope());
    Actor actor = CallContext.actor();
    Answers.send(
        observer,
        request.getValidateOnly()
            ? ReconciliationProtos.toProto(useCases.reconciliations().check(provider, scope, actor))
            : mutations.run(
                provider,
                ReconciliationServiceGrpc.getStartReconciliationMethod(),
                request,
                () ->
                    StartReconciliationResponse.newBuilder()
                        .setReconciliation(
                            ReconciliationProtos.toProto(
                                useCases.reconciliations().start(provider, scope, actor)))
                        .build()));
  }

  /**
   * A watcher sees every state in which it looks, not every one that there was. Refuses by {@code
   * NAME_INVALID} or {@code RECONCILIATION_NOT_FOUND} before the stream begins.
   */
  @Override
  public void watchReconciliation(
      WatchReconciliationRequest request, StreamObserver<WatchReconciliationResponse> observer) {
    ReconciliationName name = new Field("name").name(ReconciliationName::parse, request.getName());
    RunView now = useCases.reconciliations().get(name);
    PacedStream.start(
        (ServerCallStreamObserver<WatchReconciliationResponse>) observer,
        streams,
        limits.patience(),
        stream -> follow(now, stream));
  }

  /** Refuses by {@code NAME_INVALID} or {@code RECONCILIATION_NOT_FOUND}. */
  @Override
  public void getReconciliation(
      GetReconciliationRequest request, StreamObserver<Reconciliation> observer) {
    ReconciliationName name = new Field("name").name(ReconciliationName::parse, request.getName());
    Answers.send(observer, ReconciliationProtos.toProto(useCases.reconciliations().get(name)));
  }

  /**
   * Newest first. Refuses by {@code FIELD_INVALID}, {@code PAGE_TOKEN_INVALID} or {@code
   * PROVIDER_NOT_FOUND}.
   */
  @Override
  public void listReconciliations(
      ListReconciliationsRequest request, StreamObserver<ListReconciliationsResponse> observer) {
    ProviderName provider = new Field("parent").name(ProviderName::parse, request.getParent());
    Page page =
        Page.of(
            "ListReconciliations",
            provider.toString(),
            "",
            request.getPageSize(),
            request.getPageToken());
    useCases.providers().get(provider);
    List<RunView> rows = useCases.reconciliations().list(provider, page.afterId(), page.countMax());
    Page.Part<Reconciliation> part =
        page.partById(
            rows, ReconciliationProtos::toProto, row -> row.run().name().reconciliation());
    Answers.send(
        observer,
        ListReconciliationsResponse.newBuilder()
            .addAllReconciliations(part.messages())
            .setNextPageToken(part.nextPageToken())
            .build());
  }

  /**
   * Refuses by {@code FILTER_INVALID}, {@code FIELD_INVALID}, {@code PAGE_TOKEN_INVALID} or {@code
   * PROVIDER_NOT_FOUND}.
   */
  @Override
  public void listVerdicts(
      ListVerdictsRequest request, StreamObserver<ListVerdictsResponse> observer) {
    ProviderName provider = new Field("parent").name(ProviderName::parse, request.getParent());
    Filter filter = Filter.parse(request.getFilter(), FIELDS);
    VerdictFilter wanted =
        new VerdictFilter(
            filter.constant("verdict", Answer.class),
            filter.text("customer"),
            filter.text("invoice"),
            filter.text("line_id"));
    Page page =
        Page.of(
            "ListVerdicts",
            provider.toString(),
            request.getFilter() + '\n' + request.getOrderBy(),
            request.getPageSize(),
            request.getPageToken());
    useCases.providers().get(provider);
    VerdictOrder order = VerdictOrder.of(request.getOrderBy());
    List<LineVerdict> rows = order.list(useCases.reconciliations(), provider, wanted, page);
    Page.Part<Verdict> part = page.part(rows, row -> VerdictProtos.summary(row, true), order::keys);
    Answers.send(
        observer,
        ListVerdictsResponse.newBuilder()
            .addAllVerdicts(part.messages())
            .setNextPageToken(part.nextPageToken())
            .build());
  }

  /** Refuses by {@code FIELD_INVALID}, {@code PAGE_TOKEN_INVALID} or {@code PROVIDER_NOT_FOUND}. */
  @Override
  public void listCatchAllRequests(
      ListCatchAllRequestsRequest request, StreamObserver<ListCatchAllRequestsResponse> observer) {
    ProviderName provider = new Field("parent").name(ProviderName::parse, request.getParent());
    Page page =
        Page.of(
            "ListCatchAllRequests",
            provider.toString(),
            "",
            request.getPageSize(),
            request.getPageToken());
    useCases.providers().get(provider);
    List<String> keys = page.keys(2);
    @Nullable RequestName after =
        keys.isEmpty()
            ? null
            : new RequestName(new CustomerName(provider, keys.get(0)), keys.get(1));
    Page.Part<CatchAllRequest> part =
        page.part(
            useCases.catchAlls().list(CatchAllStore.Scope.of(provider), after, page.countMax()),
            ReconciliationProtos::toProto,
            row -> List.of(row.request().customer().customer(), row.request().request()));
    Answers.send(
        observer,
        ListCatchAllRequestsResponse.newBuilder()
            .addAllRequests(part.messages())
            .setNextPageToken(part.nextPageToken())
            .build());
  }

  /** Refuses by {@code NAME_INVALID}, {@code LINE_NOT_FOUND} or {@code VERDICT_NOT_FOUND}. */
  @Override
  public void explainLine(ExplainLineRequest request, StreamObserver<Verdict> observer) {
    LineName line = new Field("line").name(LineName::parse, request.getLine());
    Answers.send(observer, explained(useCases.reconciliations().explain(line), true));
  }

  /**
   * Refuses by {@code FIELD_INVALID}, {@code LINE_NOT_FOUND}, {@code CUSTOMER_NOT_FOUND} or {@code
   * CURRENCY_MISMATCH}.
   */
  @Override
  public void reconcileLine(ReconcileLineRequest request, StreamObserver<Verdict> observer) {
    LineVerdict answer =
        switch (request.getSubjectCase()) {
          case LINE ->
              useCases.lines().answer(new Field("line").name(LineName::parse, request.getLine()));
          case DRAFT -> useCases.lines().answer(draft(new Field("draft"), request.getDraft()));
          case SUBJECT_NOT_SET -> throw new Field("line").invalid("must be set, or draft");
        };
    Answers.send(observer, explained(answer, false));
  }

  /** See {@link ImportReceiver}. Nothing is stored, so that a retry needs no protection. */
  @Override
  public StreamObserver<ReconcileFileRequest> reconcileFile(
      StreamObserver<ReconcileFileResponse> observer) {
    Actor actor = CallContext.actor();
    return new TranslatedStream<>(
        ImportReceiver.start(
            observer,
            header -> useCases.imports().begin(ofInvoices(ImportProtos.fromProto(header)), actor),
            (complete, _) -> reconciled(complete, actor)),
        ReconciliationGrpcService::asImport);
  }

  private static ImportFileRequest asImport(ReconcileFileRequest part) {
    return switch (part.getPartCase()) {
      case HEADER -> ImportFileRequest.newBuilder().setHeader(part.getHeader()).build();
      case CONTENT -> ImportFileRequest.newBuilder().setContent(part.getContent()).build();
      case PART_NOT_SET -> ImportFileRequest.getDefaultInstance();
    };
  }

  private static ImportHeader ofInvoices(ImportHeader header) {
    if (header.kind() != ImportKind.INVOICES) {
      throw new Field("header").child("kind").invalid("must be INVOICES");
    }
    return header.checkingOnly();
  }

  private ReconcileFileResponse reconciled(Upload complete, Actor actor) {
    DraftFile drafts = complete.drafts();
    return ReconciliationProtos.toProto(
        drafts.file(),
        useCases.reconciliations().check(complete.name().provider(), drafts.drafts(), actor));
  }

  private static LaborLine draft(Field field, dev.redress.v1.LaborLine proto) {
    LineName name = field.child("name").name(LineName::parse, proto.getName());
    Currency currency =
        MoneyProtos.currency(
            field.child("amount").child("currency_code"), proto.getAmount().getCurrencyCode());
    return InvoiceProtos.fromProto(field, name, currency, proto);
  }

  /**
   * Refuses by {@code FIELD_INVALID}, {@code LINE_NOT_FOUND}, {@code REQUEST_NOT_FOUND} or {@code
   * CONCURRENT_CHANGE}.
   */
  @Override
  public void confirmMatch(ConfirmMatchRequest request, StreamObserver<Verdict> observer) {
    LineName line = new Field("line").name(LineName::parse, request.getLine());
    RequestName backing = new Field("request").name(RequestName::parse, request.getRequest());
    String reason = new Field("reason").text(request.getReason(), Field.COMMENT_MAX);
    Actor actor = CallContext.actor();
    answerDecision(
        observer,
        line,
        ReconciliationServiceGrpc.getConfirmMatchMethod(),
        request,
        () ->
            useCases
                .decisions()
                .decide(line, backing, MatchDecision.Kind.CONFIRMED, reason, actor));
  }

  /** As {@link #confirmMatch}, but a rejection must be given a reason. */
  @Override
  public void rejectMatch(RejectMatchRequest request, StreamObserver<Verdict> observer) {
    LineName line = new Field("line").name(LineName::parse, request.getLine());
    RequestName other = new Field("request").name(RequestName::parse, request.getRequest());
    String reason = new Field("reason").requiredText(request.getReason(), Field.COMMENT_MAX);
    Actor actor = CallContext.actor();
    answerDecision(
        observer,
        line,
        ReconciliationServiceGrpc.getRejectMatchMethod(),
        request,
        () -> useCases.decisions().decide(line, other, MatchDecision.Kind.REJECTED, reason, actor));
  }

  /** As {@link #rejectMatch}. */
  @Override
  public void splitLine(SplitLineRequest request, StreamObserver<Verdict> observer) {
    LineName line = new Field("line").name(LineName::parse, request.getLine());
    List<SplitPart> parts = SplitProtos.fromProto(new Field("parts"), request.getPartsList());
    String reason = new Field("reason").requiredText(request.getReason(), Field.COMMENT_MAX);
    Actor actor = CallContext.actor();
    answerDecision(
        observer,
        line,
        ReconciliationServiceGrpc.getSplitLineMethod(),
        request,
        () -> useCases.decisions().split(line, parts, reason, actor));
  }

  /** Refuses by {@code FIELD_INVALID}, {@code LINE_NOT_FOUND} or {@code CONCURRENT_CHANGE}. */
  @Override
  public void acceptLine(AcceptLineRequest request, StreamObserver<Verdict> observer) {
    LineName line = new Field("line").name(LineName::parse, request.getLine());
    String reason = new Field("reason").requiredText(request.getReason(), Field.COMMENT_MAX);
    Actor actor = CallContext.actor();
    answerDecision(
        observer,
        line,
        ReconciliationServiceGrpc.getAcceptLineMethod(),
        request,
        () -> useCases.decisions().accept(line, reason, actor));
  }

  /** Refuses as {@link #acceptLine}, and by {@code DECISION_NOT_FOUND}. */
  @Override
  public void undoDecision(UndoDecisionRequest request, StreamObserver<Verdict> observer) {
    LineName line = new Field("line").name(LineName::parse, request.getLine());
    @Nullable RequestName decided =
        request.getRequest().isEmpty()
            ? null
            : new Field("request").name(RequestName::parse, request.getRequest());
    String reason = new Field("reason").text(request.getReason(), Field.COMMENT_MAX);
    Actor actor = CallContext.actor();
    answerDecision(
        observer,
        line,
        ReconciliationServiceGrpc.getUndoDecisionMethod(),
        request,
        () -> useCases.decisions().undo(line, decided, reason, actor));
  }

  /**
   * Refuses by {@code FILTER_INVALID}, {@code FIELD_INVALID}, {@code PAGE_TOKEN_INVALID} or {@code
   * PROVIDER_NOT_FOUND}.
   */
  @Override
  public void listFindings(
      ListFindingsRequest request, StreamObserver<ListFindingsResponse> observer) {
    Answers.send(observer, findings.list(request));
  }

  /** Refuses by {@code FIELD_INVALID}, {@code LINE_NOT_FOUND} or {@code FINDING_NOT_FOUND}. */
  @Override
  public void dismissFinding(DismissFindingRequest request, StreamObserver<Finding> observer) {
    Answers.send(observer, findings.dismiss(request));
  }

  /** As {@link #dismissFinding}. */
  @Override
  public void restoreFinding(RestoreFindingRequest request, StreamObserver<Finding> observer) {
    Answers.send(observer, findings.restore(request));
  }

  /** Refuses by {@code NAME_INVALID} or {@code PROVIDER_NOT_FOUND}. */
  @Override
  public void getFindingRules(
      GetFindingRulesRequest request, StreamObserver<FindingRules> observer) {
    Answers.send(observer, findings.rules(request));
  }

  /**
   * Merged within the transaction. Refuses by {@code FIELD_INVALID}, {@code PROVIDER_NOT_FOUND} or
   * {@code STALE_VERSION}.
   */
  @Override
  public void updateFindingRules(
      UpdateFindingRulesRequest request, StreamObserver<FindingRules> observer) {
    Answers.send(observer, findings.change(request));
  }

  /**
   * Broken invariants are an answer and no refusal. Refuses by {@code NAME_INVALID} or {@code
   * PROVIDER_NOT_FOUND}.
   */
  @Override
  public void verifyInvariants(
      VerifyInvariantsRequest request, StreamObserver<VerifyInvariantsResponse> observer) {
    ProviderName provider = new Field("parent").name(ProviderName::parse, request.getParent());
    VerifyInvariantsResponse.Builder answer = VerifyInvariantsResponse.newBuilder();
    for (Check check : useCases.invariants().verify(provider)) {
      answer
          .addChecksBuilder()
          .setInvariant(check.invariant().name())
          .setStatement(check.invariant().statement())
          .setChecked(check.checked())
          .addAllViolations(
              check.violations().stream()
                  .map(violation -> violation.resource() + ": " + violation.sentence())
                  .toList());
    }
    Answers.send(observer, answer.build());
  }

  /** Sends how a run stands whenever that has changed, until it ends. */
  private void follow(RunView begin, PacedStream<WatchReconciliationResponse> stream) {
    RunView now = begin;
    Reconciliation sent = ReconciliationProtos.toProto(now);
    stream.send(WatchReconciliationResponse.newBuilder().setReconciliation(sent).build());
    while (now.run().state() == State.RUNNING && stream.isOpen()) {
      stream.await(limits.poll());
      now = useCases.reconciliations().get(now.run().name());
      Reconciliation next = ReconciliationProtos.toProto(now);
      if (!next.equals(sent)) {
        stream.send(WatchReconciliationResponse.newBuilder().setReconciliation(next).build());
        sent = next;
      }
    }
  }

  private <Q extends Message> void answerDecision(
      StreamObserver<Verdict> observer,
      LineName line,
      MethodDescriptor<Q, Verdict> method,
      Q request,
      Supplier<LineVerdict> decision) {
    Answers.send(
        observer,
        mutations.run(line.provider(), method, request, () -> explained(decision.get(), true)));
  }

  private Verdict explained(LineVerdict answer, boolean stored) {
    CustomerName customer = answer.line().customer();
    return VerdictProtos.explained(
        answer,
        stored,
        id ->
            useCases
                .requests()
                .find(new RequestName(customer, id))
                .map(Request::summary)
                .orElse(""));
  }
}
