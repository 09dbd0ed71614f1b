package dev.redress.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.type.Date;
import com.google.type.Money;
import dev.redress.error.ErrorReason;
import dev.redress.persistence.TestDatabase;
import dev.redress.v1.CreateInvoiceRequest;
import dev.redress.v1.GetInvoiceRequest;
import dev.redress.v1.GetLaborLineRequest;
import dev.redress.v1.Invoice;
import dev.redress.v1.InvoiceServiceGrpc;
import dev.redress.v1.InvoiceServiceGrpc.InvoiceServiceBlockingStub;
import dev.redress.v1.LaborLine;
import dev.redress.v1.ListInvoicesRequest;
import dev.redress.v1.ListLaborLinesRequest;
import io.grpc.Status;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InvoiceGrpcServiceTest {
  private static final Invoice INVOICE =
      Invoice.newBuilder()
          .setInvoiceDate(date(2025, 5, 31))
          .setCurrencyCode("USD")
          .setPeriodStartDate(date(2025, 5, 1))
          .setPeriodEndDate(date(2025, 5, 31))
          .setLaborTotal(usd(264, 280_000_000))
          .build();

  private static final LaborLine LINE =
      LaborLine.newBuilder()
          .setName("lines/L1")
          .setWorkDate(date(2025, 5, 5))
          .setTechnician("Tom Bell")
          .setHours(1.1)
          .setRate(usd(120, 125_000_000))
          .setAmount(usd(132, 140_000_000))
          .setDescription("Printer repair")
          .setReference("INC-1")
          .setWorkType("Onsite")
          .putAttributes("po", "77")
          .build();

  @ParameterizedTest
  @EnumSource
  void create_keepsInvoiceAndLines(TestDatabase.Kind kind) {
    String customer = TestApi.on(kind).newCustomer();
    LaborLine second =
        LINE.toBuilder()
            .setName(customer + "/invoices/INV-1/lines/L%2F2")
            .clearRate()
            .setDescription("")
            .build();

    Invoice created = stub(kind).createInvoice(create(customer, INVOICE, List.of(LINE, second)));

    assertThat(created)
        .isEqualTo(INVOICE.toBuilder().setName(customer + "/invoices/INV-1").build());
    assertThat(
            stub(kind)
                .getInvoice(GetInvoiceRequest.newBuilder().setName(created.getName()).build()))
        .isEqualTo(created);
    assertThat(
            stub(kind)
                .listLaborLines(
                    ListLaborLinesRequest.newBuilder().setParent(created.getName()).build())
                .getLaborLinesList())
        .containsExactlyInAnyOrder(
            LINE.toBuilder().setName(created.getName() + "/lines/L1").build(), second);
    assertThat(
            stub(kind)
                .getLaborLine(GetLaborLineRequest.newBuilder().setName(second.getName()).build()))
        .isEqualTo(second);
    assertThat(
            stub(kind)
                .listInvoices(ListInvoicesRequest.newBuilder().setParent(customer).build())
                .getInvoicesList())
        .containsExactly(created);
  }

  @ParameterizedTest
  @EnumSource
  void create_isAllOrNothing(TestDatabase.Kind kind) {
    String customer = TestApi.on(kind).newCustomer();
    CreateInvoiceRequest request = create(customer, INVOICE, List.of(LINE));
    stub(kind).createInvoice(request);

    Refusal.of(
            () ->
                stub(kind)
                    .createInvoice(
                        create(
                            customer,
                            INVOICE,
                            List.of(LINE.toBuilder().setName("lines/L9").build()))))
        .assertIs(Status.Code.ALREADY_EXISTS, ErrorReason.RESOURCE_EXISTS);
    Refusal.of(
            () ->
                stub(kind)
                    .getLaborLine(
                        GetLaborLineRequest.newBuilder()
                            .setName(customer + "/invoices/INV-1/lines/L9")
                            .build()))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.LINE_NOT_FOUND);
    Refusal.of(() -> stub(kind).createInvoice(create(customer + "x", INVOICE, List.of())))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.CUSTOMER_NOT_FOUND);
  }

  @ParameterizedTest
  @EnumSource
  void unknownOnes_areNotFound(TestDatabase.Kind kind) {
    String customer = TestApi.on(kind).newCustomer();
    String nothing = customer + "/invoices/NOTHING";

    Refusal.of(() -> stub(kind).getInvoice(GetInvoiceRequest.newBuilder().setName(nothing).build()))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.INVOICE_NOT_FOUND);
    Refusal.of(
            () ->
                stub(kind)
                    .listLaborLines(ListLaborLinesRequest.newBuilder().setParent(nothing).build()))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.INVOICE_NOT_FOUND);
    Refusal.of(
            () ->
                stub(kind)
                    .listInvoices(
                        ListInvoicesRequest.newBuilder().setParent(customer + "x").build()))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.CUSTOMER_NOT_FOUND);
  }

  @Test
  void create_refusesInvoicesWithTheirField() {
    assertInvoiceRefused(INVOICE.toBuilder().clearInvoiceDate().build(), "invoice.invoice_date");
    assertInvoiceRefused(
        INVOICE.toBuilder().setInvoiceDate(date(2025, 2, 31)).build(), "invoice.invoice_date");
    assertInvoiceRefused(
        INVOICE.toBuilder().setPeriodEndDate(date(2025, 4, 30)).build(), "invoice.period_end_date");
    assertInvoiceRefused(
        INVOICE.toBuilder().setLaborTotal(usd(-1, 0)).build(), "invoice.labor_total");
    assertInvoiceRefused(INVOICE.toBuilder().clearCurrencyCode().build(), "invoice.currency_code");
  }

  @Test
  void create_refusesLinesWithTheirField() {
    assertLineRefused(LINE.toBuilder().clearWorkDate().build(), "work_date");
    assertLineRefused(LINE.toBuilder().clearAmount().build(), "amount");
    assertLineRefused(LINE.toBuilder().setAmount(usd(-1, 0)).build(), "amount");
    assertLineRefused(LINE.toBuilder().setAmount(usd(1, 1)).build(), "amount");
    assertLineRefused(LINE.toBuilder().setRate(usd(1, 10)).build(), "rate");
    assertLineRefused(LINE.toBuilder().setHours(10_001).build(), "hours");
    assertLineRefused(LINE.toBuilder().setDescription("x".repeat(32_001)).build(), "description");
    assertLineRefused(LINE.toBuilder().setReference("x".repeat(201)).build(), "reference");
  }

  @Test
  void create_refusesOtherCurrenciesAndNames() {
    Money euro = usd(1, 0).toBuilder().setCurrencyCode("EUR").build();

    refusal(INVOICE, List.of(LINE.toBuilder().setAmount(euro).build()))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.CURRENCY_MISMATCH);
    refusal(INVOICE.toBuilder().setLaborTotal(euro).build(), List.of(LINE))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.CURRENCY_MISMATCH);
    refusal(INVOICE, List.of(LINE.toBuilder().setRate(euro).build()))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.CURRENCY_MISMATCH);
    refusal(INVOICE, List.of(LINE.toBuilder().setName("L1").build()))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.NAME_INVALID, "labor_lines[0].name");
    refusal(INVOICE, List.of(LINE, LINE))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "labor_lines[1].name");
  }

  private static void assertInvoiceRefused(Invoice invoice, String field) {
    refusal(invoice, List.of(LINE))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, field);
  }

  private static void assertLineRefused(LaborLine line, String field) {
    refusal(INVOICE, List.of(line))
        .assertIs(
            Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "labor_lines[0]." + field);
  }

  private static Refusal refusal(Invoice invoice, List<LaborLine> lines) {
    String customer = TestApi.on(TestDatabase.Kind.DERBY).newCustomer();
    return Refusal.of(
        () -> stub(TestDatabase.Kind.DERBY).createInvoice(create(customer, invoice, lines)));
  }

  private static InvoiceServiceBlockingStub stub(TestDatabase.Kind kind) {
    return InvoiceServiceGrpc.newBlockingStub(TestApi.on(kind).channel());
  }

  private static CreateInvoiceRequest create(
      String parent, Invoice invoice, List<LaborLine> lines) {
    return CreateInvoiceRequest.newBuilder()
        .setParent(parent)
        .setInvoiceId("INV-1")
        .setInvoice(invoice)
        .addAllLaborLines(lines)
        .build();
  }

  private static Money usd(long units, int nanos) {
    return Money.newBuilder().setCurrencyCode("USD").setUnits(units).setNanos(nanos).build();
  }

  private static Date date(int year, int month, int day) {
    return Date.newBuilder().setYear(year).setMonth(month).setDay(day).build();
  }
}
