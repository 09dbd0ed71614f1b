package dev.redress.grpc;

import com.google.type.Date;
import com.google.type.Money;
import dev.redress.persistence.TestDatabase;
import dev.redress.v1.CreateInvoiceRequest;
import dev.redress.v1.CreateRequestRequest;
import dev.redress.v1.Invoice;
import dev.redress.v1.InvoiceServiceGrpc;
import dev.redress.v1.LaborLine;
import dev.redress.v1.Request;
import dev.redress.v1.RequestServiceGrpc;
import java.time.Instant;

/**
 * A customer with one request, and an invoice over two lines: L1 of 100.00 USD for the request, L2
 * of 50.00 USD that nobody asked for.
 *
 * @param provider its name
 * @param customer its name
 */
record Billed(TestApi api, String provider, String customer) {

  /** A new one. */
  static Billed on(TestDatabase.Kind kind) {
    TestApi api = TestApi.on(kind);
    return of(api, api.newProvider(), "ATLAS");
  }

  /** A new one of this provider. */
  static Billed of(TestApi api, String provider, String customerId) {
    String customer = api.newCustomer(provider, customerId);
    RequestServiceGrpc.newBlockingStub(api.channel())
        .createRequest(
            CreateRequestRequest.newBuilder()
                .setParent(customer)
                .setLoggedRequestId("INC-1001")
                .setRequest(
                    Request.newBuilder()
                        .setOpenTime(TimeProtos.toProto(Instant.parse("2025-05-05T13:00:00Z")))
                        .setCloseTime(TimeProtos.toProto(Instant.parse("2025-05-05T20:00:00Z")))
                        .setSummary("Reception printer jams with every page")
                        .setRequester("Dr. Kim")
                        .setAssignee("Tom Bell"))
                .build());
    InvoiceServiceGrpc.newBlockingStub(api.channel())
        .createInvoice(
            CreateInvoiceRequest.newBuilder()
                .setParent(customer)
                .setInvoiceId("INV-1")
                .setInvoice(
                    Invoice.newBuilder()
                        .setInvoiceDate(Date.newBuilder().setYear(2025).setMonth(5).setDay(31))
                        .setCurrencyCode("USD"))
                .addLaborLines(
                    line("L1", 100)
                        .setDescription("INC-1001 reception printer jams, replaced rollers")
                        .setReference("INC-1001"))
                .addLaborLines(
                    line("L2", 50).setDescription("Firewall firmware upgrade after hours"))
                .build());
    return new Billed(api, provider, customer);
  }

  /** The name of a line. */
  String line(String id) {
    return customer + "/invoices/INV-1/lines/" + id;
  }

  /** A further invoice over one line, L1, of 75.00 USD; gives its name. */
  String invoiced(String invoiceId) {
    return InvoiceServiceGrpc.newBlockingStub(api.channel())
        .createInvoice(
            CreateInvoiceRequest.newBuilder()
                .setParent(customer)
                .setInvoiceId(invoiceId)
                .setInvoice(
                    Invoice.newBuilder()
                        .setInvoiceDate(Date.newBuilder().setYear(2025).setMonth(5).setDay(31))
                        .setCurrencyCode("USD"))
                .addLaborLines(line("L1", 75).setDescription("Switch replaced"))
                .build())
        .getName();
  }

  /** The name of the request. */
  String request() {
    return customer + "/requests/INC-1001";
  }

  /** An amount. */
  static Money usd(long units) {
    return Money.newBuilder().setCurrencyCode("USD").setUnits(units).build();
  }

  private static LaborLine.Builder line(String id, long amount) {
    return LaborLine.newBuilder()
        .setName("lines/" + id)
        .setWorkDate(Date.newBuilder().setYear(2025).setMonth(5).setDay(5))
        .setTechnician("Tom Bell")
        .setHours(1)
        .setRate(usd(amount))
        .setAmount(usd(amount));
  }
}
