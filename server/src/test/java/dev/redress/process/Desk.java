package dev.redress.process;

import com.google.type.Date;
import com.google.type.Money;
import dev.redress.life.Situation;
import dev.redress.v1.CreateCustomerRequest;
import dev.redress.v1.CreateInvoiceRequest;
import dev.redress.v1.Credit;
import dev.redress.v1.Customer;
import dev.redress.v1.CustomerServiceGrpc;
import dev.redress.v1.Dispute;
import dev.redress.v1.Invoice;
import dev.redress.v1.InvoiceServiceGrpc;
import dev.redress.v1.LaborLine;
import io.grpc.Channel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The invoices that several people dispute at the same time. */
final class Desk {
  private static final int LINES = 3;
  private static final int KNOWN_MAX = 20;

  private final List<Case> cases;

  private Desk(List<Case> cases) {
    this.cases = cases;
  }

  /** Creates customers of a provider, and invoices for each. */
  static Desk create(Channel channel, String provider, int customers, int invoices) {
    List<Case> cases = new ArrayList<>();
    for (int customer = 0; customer < customers; customer++) {
      String name =
          CustomerServiceGrpc.newBlockingStub(channel)
              .createCustomer(
                  CreateCustomerRequest.newBuilder()
                      .setParent(provider)
                      .setCustomerId("c" + customer)
                      .setCustomer(
                          Customer.newBuilder()
                              .setDisplayName("Customer " + customer)
                              .setTimeZone("Europe/Berlin")
                              .setPhone("+1 312 555 0100")
                              // One of the clerks, who can sign off.
                              .setAccountManager("clerk0"))
                      .build())
              .getName();
      for (int invoice = 0; invoice < invoices; invoice++) {
        cases.add(invoiced(channel, name, "i" + invoice));
      }
    }
    return new Desk(cases);
  }

  private static Case invoiced(Channel channel, String customer, String id) {
    String invoice =
        InvoiceServiceGrpc.newBlockingStub(channel)
            .createInvoice(
                CreateInvoiceRequest.newBuilder()
                    .setParent(customer)
                    .setInvoiceId(id)
                    .setInvoice(Invoice.newBuilder().setInvoiceDate(day(31)).setCurrencyCode("USD"))
                    .addAllLaborLines(IntStream.range(0, LINES).mapToObj(Desk::line).toList())
                    .build())
            .getName();
    return new Case(
        IntStream.range(0, LINES).mapToObj(line -> invoice + "/lines/L" + line).toList());
  }

  private static LaborLine line(int number) {
    return LaborLine.newBuilder()
        .setName("lines/L" + number)
        .setWorkDate(day(5))
        .setTechnician("Tom Bell")
        .setHours(2)
        .setRate(Money.newBuilder().setCurrencyCode("USD").setUnits(100))
        .setAmount(Money.newBuilder().setCurrencyCode("USD").setUnits(200))
        .setDescription("Firewall firmware upgrade")
        .build();
  }

  private static Date day(int day) {
    return Date.newBuilder().setYear(2026).setMonth(5).setDay(day).build();
  }

  /** Any of them. */
  Case any(RandomGenerator random) {
    return cases.get(random.nextInt(cases.size()));
  }

  /** What is known of one invoice and its last dispute; shared, and often out of date. */
  static final class Case {
    private final List<String> lines;
    private String dispute = "";
    private Dispute.State state = Dispute.State.STATE_UNSPECIFIED;
    private String callback = "";
    private List<String> credits = List.of();
    private List<String> promises = List.of();
    private String handoff = "";

    private Case(List<String> lines) {
      this.lines = lines;
    }

    synchronized Dispute.State state() {
      return state;
    }

    synchronized Situation situation(Instant now) {
      return new Situation(dispute, lines, callback, credits, promises, handoff, now);
    }

    synchronized void see(Dispute now) {
      dispute = now.getName();
      state = now.getState();
      if (now.hasCallback()) {
        callback = now.getCallback();
      }
    }

    synchronized void sees(List<Credit> given) {
      credits = given.stream().map(Credit::getName).toList();
    }

    synchronized void follows(String successor) {
      callback = successor;
    }

    synchronized void asked(String pending) {
      handoff = pending;
    }

    synchronized void promised(String promise) {
      promises = Stream.concat(Stream.of(promise), promises.stream()).limit(KNOWN_MAX).toList();
    }
  }
}
