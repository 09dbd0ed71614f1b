package dev.redress.grpc;

import dev.redress.identity.CustomerName;
import dev.redress.identity.InvoiceName;
import dev.redress.identity.ProviderName;
import dev.redress.ingest.FileImport;
import dev.redress.invoice.LaborLineStore.LineScope;
import dev.redress.reconciliation.CatchAll;
import dev.redress.reconciliation.DryRun;
import dev.redress.reconciliation.LineVerdict;
import dev.redress.reconciliation.ReconciliationService.RunView;
import dev.redress.reconciliation.Share;
import dev.redress.v1.CatchAllRequest;
import dev.redress.v1.Coverage;
import dev.redress.v1.ReconcileFileResponse;
import dev.redress.v1.Reconciliation;
import dev.redress.v1.ReconciliationScope;
import dev.redress.v1.StartReconciliationResponse;
import dev.redress.v1.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Conversion of runs and their scopes. */
final class ReconciliationProtos {
  private ReconciliationProtos() {}

  /** For the wire. */
  static Reconciliation toProto(RunView view) {
    return builder(view).setName(view.run().name().toString()).build();
  }

  /**
   * For the wire. A run that stores nothing has no name, and gives as many of its open verdicts as
   * fit one answer.
   */
  static StartReconciliationResponse toProto(DryRun dry) {
    return StartReconciliationResponse.newBuilder()
        .setReconciliation(builder(dry.view()))
        .addAllOpenVerdicts(open(dry))
        .build();
  }

  /** For the wire, with as many open verdicts. */
  static ReconcileFileResponse toProto(FileImport file, DryRun dry) {
    return ReconcileFileResponse.newBuilder()
        .setImport(ImportProtos.toProto(file))
        .setReconciliation(builder(dry.view()))
        .addAllOpenVerdicts(open(dry))
        .build();
  }

  private static List<Verdict> open(DryRun dry) {
    List<Verdict> verdicts = new ArrayList<>();
    long bytes = 0;
    for (LineVerdict open : dry.openVerdicts()) {
      Verdict verdict = VerdictProtos.summary(open, false);
      bytes += verdict.getSerializedSize();
      if (bytes > Page.BYTES_MAX) {
        break;
      }
      verdicts.add(verdict);
    }
    return verdicts;
  }

  /**
   * Which lines, from the wire.
   *
   * @throws dev.redress.error.RedressException {@code FIELD_INVALID}, {@code NAME_INVALID}
   */
  static LineScope scope(Field field, ProviderName provider, ReconciliationScope scope) {
    @Nullable CustomerName customer = customer(field.child("customer"), provider, scope);
    @Nullable InvoiceName invoice = invoice(field.child("invoice"), provider, scope);
    if (customer != null && invoice != null && !invoice.customer().equals(customer)) {
      throw field.child("invoice").invalid(invoice + " is not of " + customer);
    }
    CustomerName whose = invoice == null ? customer : invoice.customer();
    @Nullable LocalDate from =
        scope.hasFromDate()
            ? TimeProtos.fromProto(field.child("from_date"), scope.getFromDate())
            : null;
    @Nullable LocalDate to =
        scope.hasToDate() ? TimeProtos.fromProto(field.child("to_date"), scope.getToDate()) : null;
    return field.checked(
        () ->
            new LineScope(
                whose == null ? "" : whose.customer(),
                invoice == null ? "" : invoice.invoice(),
                from,
                to));
  }

  private static Reconciliation.Builder builder(RunView view) {
    dev.redress.reconciliation.Reconciliation run = view.run();
    Reconciliation.Builder proto =
        Reconciliation.newBuilder()
            .setState(Constants.toProto(run.state(), Reconciliation.State.class))
            .setScope(toProto(run.name().provider(), run.scope()))
            .setModelVersion(run.modelVersion())
            .setCustomersTotal(view.progress().partsTotal())
            .setCustomersDone(view.progress().partsDone())
            .setCoverage(coverage(view))
            .setCreateTime(TimeProtos.toProto(run.createTime()))
            .setDisputesOpened(view.progress().disputesOpened())
            .setLinesDisputed(view.progress().linesDisputed());
    Instant endTime = run.endTime();
    if (endTime != null) {
      proto.setEndTime(TimeProtos.toProto(endTime));
    }
    return proto;
  }

  private static ReconciliationScope toProto(ProviderName provider, LineScope scope) {
    ReconciliationScope.Builder proto = ReconciliationScope.newBuilder();
    if (!scope.customerId().isEmpty()) {
      CustomerName customer = new CustomerName(provider, scope.customerId());
      proto.setCustomer(customer.toString());
      if (!scope.invoiceId().isEmpty()) {
        proto.setInvoice(new InvoiceName(customer, scope.invoiceId()).toString());
      }
    }
    LocalDate from = scope.from();
    if (from != null) {
      proto.setFromDate(TimeProtos.toProto(from));
    }
    LocalDate to = scope.to();
    if (to != null) {
      proto.setToDate(TimeProtos.toProto(to));
    }
    return proto.build();
  }

  private static Coverage coverage(RunView view) {
    Coverage.Builder proto = Coverage.newBuilder();
    long lines = 0;
    for (Share share : view.shares()) {
      lines += share.lines();
      proto
          .addSharesBuilder()
          .setVerdict(Constants.toProto(share.answer(), Verdict.Answer.class))
          .setLines(share.lines())
          .setHours(HoursProtos.toProto(share.hours()))
          .setAmount(MoneyProtos.toProto(share.amount()));
    }
    view.inconclusiveCustomers()
        .forEach(customer -> proto.addInconclusiveCustomers(customer.toString()));
    return proto.setLinesTotal(lines).build();
  }

  private static @Nullable CustomerName customer(
      Field field, ProviderName provider, ReconciliationScope scope) {
    if (scope.getCustomer().isEmpty()) {
      return null;
    }
    CustomerName customer = field.name(CustomerName::parse, scope.getCustomer());
    requireOf(field, provider, customer.provider());
    return customer;
  }

  private static @Nullable InvoiceName invoice(
      Field field, ProviderName provider, ReconciliationScope scope) {
    if (scope.getInvoice().isEmpty()) {
      return null;
    }
    InvoiceName invoice = field.name(InvoiceName::parse, scope.getInvoice());
    requireOf(field, provider, invoice.provider());
    return invoice;
  }

  private static void requireOf(Field field, ProviderName provider, ProviderName other) {
    if (!other.equals(provider)) {
      throw field.invalid("is not of " + provider);
    }
  }

  static CatchAllRequest toProto(CatchAll catchAll) {
    return CatchAllRequest.newBuilder()
        .setRequest(catchAll.request().toString())
        .setSummary(catchAll.summary())
        .setLineCount(catchAll.lines())
        .setUnrelatedLineCount(catchAll.unrelatedLines())
        .setHours(HoursProtos.toProto(catchAll.hours()))
        .addAllAmounts(catchAll.amounts().stream().map(MoneyProtos::toProto).toList())
        .setBits(catchAll.bits())
        .build();
  }
}
