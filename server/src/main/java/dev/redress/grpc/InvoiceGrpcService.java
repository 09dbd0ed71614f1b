package dev.redress.grpc;

import dev.redress.idempotency.Retries;
import dev.redress.identity.Actor;
import dev.redress.identity.CustomerName;
import dev.redress.identity.InvoiceName;
import dev.redress.identity.LineName;
import dev.redress.invoice.InvoiceService;
import dev.redress.statement.StatementPage;
import dev.redress.statement.StatementService;
import dev.redress.v1.CreateInvoiceRequest;
import dev.redress.v1.GetInvoiceRequest;
import dev.redress.v1.GetLaborLineRequest;
import dev.redress.v1.GetStatementPageRequest;
import dev.redress.v1.GetStatementRequest;
import dev.redress.v1.Invoice;
import dev.redress.v1.InvoiceServiceGrpc;
import dev.redress.v1.LaborLine;
import dev.redress.v1.ListInvoicesRequest;
import dev.redress.v1.ListInvoicesResponse;
import dev.redress.v1.ListLaborLinesRequest;
import dev.redress.v1.ListLaborLinesResponse;
import dev.redress.v1.Statement;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;

/** {@code redress.v1.InvoiceService}. */
public final class InvoiceGrpcService extends InvoiceServiceGrpc.InvoiceServiceImplBase {
  private final InvoiceService invoices;
  private final StatementCalls statements;
  private final Mutations mutations;

  /** Over the use cases. */
  public InvoiceGrpcService(
      InvoiceService invoices, StatementService statements, StatementPage page, Retries retries) {
    this.invoices = invoices;
    this.statements = new StatementCalls(statements, page);
    this.mutations = new Mutations(retries);
  }

  /**
   * Invoice and lines in one transaction. Refuses by {@code NAME_INVALID}, {@code FIELD_INVALID},
   * {@code CURRENCY_MISMATCH}, {@code CUSTOMER_NOT_FOUND} or {@code RESOURCE_EXISTS}.
   */
  @Override
  public void createInvoice(CreateInvoiceRequest request, StreamObserver<Invoice> observer) {
    CustomerName customer = new Field("parent").name(CustomerName::parse, request.getParent());
    InvoiceName name =
        new Field("invoice_id").name(id -> new InvoiceName(customer, id), request.getInvoiceId());
    dev.redress.invoice.Invoice invoice =
        InvoiceProtos.fromProto(new Field("invoice"), name, request.getInvoice());
    List<dev.redress.invoice.LaborLine> billed = billed(invoice, request.getLaborLinesList());
    Actor actor = CallContext.actor();
    Answers.send(
        observer,
        mutations.run(
            customer.provider(),
            InvoiceServiceGrpc.getCreateInvoiceMethod(),
            request,
            () -> InvoiceProtos.toProto(invoices.create(invoice, billed, actor))));
  }

  /** Refuses by {@code NAME_INVALID} or {@code INVOICE_NOT_FOUND}. */
  @Override
  public void getInvoice(GetInvoiceRequest request, StreamObserver<Invoice> observer) {
    InvoiceName name = new Field("name").name(InvoiceName::parse, request.getName());
    Answers.send(observer, InvoiceProtos.toProto(invoices.get(name)));
  }

  /** Refuses by {@code FIELD_INVALID}, {@code PAGE_TOKEN_INVALID} or {@code CUSTOMER_NOT_FOUND}. */
  @Override
  public void listInvoices(
      ListInvoicesRequest request, StreamObserver<ListInvoicesResponse> observer) {
    CustomerName customer = new Field("parent").name(CustomerName::parse, request.getParent());
    Page page =
        Page.of(
            "ListInvoices", customer.toString(), "", request.getPageSize(), request.getPageToken());
    List<dev.redress.invoice.Invoice> rows =
        invoices.list(customer, page.afterId(), page.countMax());
    Page.Part<Invoice> part =
        page.partById(rows, InvoiceProtos::toProto, row -> row.name().invoice());
    Answers.send(
        observer,
        ListInvoicesResponse.newBuilder()
            .addAllInvoices(part.messages())
            .setNextPageToken(part.nextPageToken())
            .build());
  }

  /** Refuses by {@code NAME_INVALID} or {@code LINE_NOT_FOUND}. */
  @Override
  public void getLaborLine(GetLaborLineRequest request, StreamObserver<LaborLine> observer) {
    LineName name = new Field("name").name(LineName::parse, request.getName());
    Answers.send(observer, InvoiceProtos.toProto(invoices.getLine(name)));
  }

  /** Refuses by {@code FIELD_INVALID}, {@code PAGE_TOKEN_INVALID} or {@code INVOICE_NOT_FOUND}. */
  @Override
  public void listLaborLines(
      ListLaborLinesRequest request, StreamObserver<ListLaborLinesResponse> observer) {
    InvoiceName invoice = new Field("parent").name(InvoiceName::parse, request.getParent());
    Page page =
        Page.of(
            "ListLaborLines",
            invoice.toString(),
            "",
            request.getPageSize(),
            request.getPageToken());
    List<dev.redress.invoice.LaborLine> rows =
        invoices.listLines(invoice, page.afterId(), page.countMax());
    Page.Part<LaborLine> part =
        page.partById(rows, InvoiceProtos::toProto, row -> row.name().line());
    Answers.send(
        observer,
        ListLaborLinesResponse.newBuilder()
            .addAllLaborLines(part.messages())
            .setNextPageToken(part.nextPageToken())
            .build());
  }

  /**
   * Refuses by {@code NAME_INVALID}, {@code FIELD_INVALID}, {@code INVOICE_NOT_FOUND} or {@code
   * TOO_LARGE}.
   */
  @Override
  public void getStatement(GetStatementRequest request, StreamObserver<Statement> observer) {
    Answers.send(observer, statements.get(request));
  }

  /** Refuses as {@link #getStatement}. */
  @Override
  public void getStatementPage(
      GetStatementPageRequest request, StreamObserver<dev.redress.v1.StatementPage> observer) {
    Answers.send(observer, statements.page(request));
  }

  private static List<dev.redress.invoice.LaborLine> billed(
      dev.redress.invoice.Invoice invoice, List<LaborLine> given) {
    Field field = new Field("labor_lines");
    field.list(given, 0, InvoiceService.LINES_MAX);
    List<dev.redress.invoice.LaborLine> billed = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      LaborLine line = given.get(i);
      LineName name =
          field
              .at(i)
              .child("name")
              .name(text -> InvoiceProtos.newName(invoice.name(), text), line.getName());
      billed.add(InvoiceProtos.fromProto(field.at(i), name, invoice.currency(), line));
    }
    field.distinct(billed.stream().map(dev.redress.invoice.LaborLine::name).toList());
    return billed;
  }
}
