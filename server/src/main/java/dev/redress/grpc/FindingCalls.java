package dev.redress.grpc;

import com.google.protobuf.FieldMask;
import dev.redress.finding.FindingCode;
import dev.redress.finding.FindingMode;
import dev.redress.identity.Actor;
import dev.redress.identity.CustomerName;
import dev.redress.identity.FindingRulesName;
import dev.redress.identity.InvoiceName;
import dev.redress.identity.LineName;
import dev.redress.identity.ProviderName;
import dev.redress.reconciliation.FindingService;
import dev.redress.reconciliation.FindingStore.FindingFilter;
import dev.redress.reconciliation.FindingStore.Place;
import dev.redress.reconciliation.KnownFinding;
import dev.redress.v1.DismissFindingRequest;
import dev.redress.v1.Finding;
import dev.redress.v1.FindingRules;
import dev.redress.v1.GetFindingRulesRequest;
import dev.redress.v1.ListFindingsRequest;
import dev.redress.v1.ListFindingsResponse;
import dev.redress.v1.ReconciliationServiceGrpc;
import dev.redress.v1.RestoreFindingRequest;
import dev.redress.v1.UpdateFindingRulesRequest;
import java.util.List;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/** The calls about what is wrong with lines. */
final class FindingCalls {
  private static final SequencedSet<String> FIELDS =
      Filter.fields("code", "mode", "dismissed", "customer", "invoice", "line_id");

  private final FindingService findings;
  private final Mutations mutations;

  FindingCalls(FindingService findings, Mutations mutations) {
    this.findings = findings;
    this.mutations = mutations;
  }

  ListFindingsResponse list(ListFindingsRequest request) {
    ProviderName provider = new Field("parent").name(ProviderName::parse, request.getParent());
    Filter filter = Filter.parse(request.getFilter(), FIELDS);
    FindingFilter wanted =
        new FindingFilter(
            filter.constant("code", FindingCode.class),
            filter.constant("mode", FindingMode.class),
            filter.flag("dismissed"),
            filter.text("customer"),
            filter.text("invoice"),
            filter.text("line_id"));
    Page page =
        Page.of(
            "ListFindings",
            provider.toString(),
            request.getFilter(),
            request.getPageSize(),
            request.getPageToken());
    Page.Part<Finding> part =
        page.part(
            findings.list(provider, wanted, after(provider, page), page.countMax()),
            FindingProtos::toProto,
            FindingCalls::keys);
    return ListFindingsResponse.newBuilder()
        .addAllFindings(part.messages())
        .setNextPageToken(part.nextPageToken())
        .build();
  }

  Finding dismiss(DismissFindingRequest request) {
    LineName line = new Field("line").name(LineName::parse, request.getLine());
    FindingCode code = Constants.fromProto(new Field("code"), request.getCode(), FindingCode.class);
    String reason = new Field("reason").requiredText(request.getReason(), Field.COMMENT_MAX);
    Actor actor = CallContext.actor();
    return mutations.run(
        line.provider(),
        ReconciliationServiceGrpc.getDismissFindingMethod(),
        request,
        () -> FindingProtos.toProto(findings.dismiss(line, code, reason, actor)));
  }

  Finding restore(RestoreFindingRequest request) {
    LineName line = new Field("line").name(LineName::parse, request.getLine());
    FindingCode code = Constants.fromProto(new Field("code"), request.getCode(), FindingCode.class);
    String reason = new Field("reason").text(request.getReason(), Field.COMMENT_MAX);
    Actor actor = CallContext.actor();
    return mutations.run(
        line.provider(),
        ReconciliationServiceGrpc.getRestoreFindingMethod(),
        request,
        () -> FindingProtos.toProto(findings.restore(line, code, reason, actor)));
  }

  FindingRules rules(GetFindingRulesRequest request) {
    ProviderName provider =
        new Field("name").name(FindingRulesName::parse, request.getName()).provider();
    return FindingProtos.toProto(provider, findings.rules(provider));
  }

  FindingRules change(UpdateFindingRulesRequest request) {
    FindingRules given = request.getFindingRules();
    ProviderName provider =
        new Field("finding_rules.name").name(FindingRulesName::parse, given.getName()).provider();
    FieldMask mask = FindingProtos.mask(request.getUpdateMask(), given);
    @Nullable Long seen = Etags.version(given.getEtag(), given.getName());
    Actor actor = CallContext.actor();
    return mutations.run(
        provider,
        ReconciliationServiceGrpc.getUpdateFindingRulesMethod(),
        request,
        () ->
            FindingProtos.toProto(
                provider,
                findings.change(
                    provider, seen, stored -> FindingProtos.merge(mask, given, stored), actor)));
  }

  private static @Nullable Place after(ProviderName provider, Page page) {
    List<String> keys = page.keys(5);
    if (keys.isEmpty()) {
      return null;
    }
    CustomerName customer = new CustomerName(provider, keys.get(1));
    return new Place(
        new LineName(new InvoiceName(customer, keys.get(2)), keys.get(3)),
        keys.get(4),
        Page.number(keys.get(0)));
  }

  private static List<String> keys(KnownFinding known) {
    LineName line = known.finding().line();
    return List.of(
        Long.toString(known.finding().atStake().minorUnits()),
        line.customer().customer(),
        line.invoice().invoice(),
        line.line(),
        known.finding().code().name());
  }
}
