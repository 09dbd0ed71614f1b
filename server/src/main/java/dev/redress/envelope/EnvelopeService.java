package dev.redress.envelope;

import dev.redress.customer.Customer;
import dev.redress.customer.CustomerStore;
import dev.redress.customer.Provider;
import dev.redress.customer.ProviderStore;
import dev.redress.dispute.Credit;
import dev.redress.dispute.CreditStore;
import dev.redress.dispute.Dispute;
import dev.redress.dispute.DisputeStore;
import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.identity.CreditName;
import dev.redress.identity.DisputeName;
import dev.redress.identity.InvoiceName;
import dev.redress.invoice.Invoice;
import dev.redress.invoice.InvoiceStore;
import dev.redress.invoice.LaborLine;
import dev.redress.invoice.LaborLineStore;
import dev.redress.money.Money;
import dev.redress.transaction.Transactions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gathers what documents for others say, all as it is at one moment. */
public final class EnvelopeService {
  /** Most lines of a document. */
  public static final int LINES_MAX = 5_000;

  private static final int PART = 1_000;

  private final Transactions transactions;
  private final ProviderStore providers;
  private final CustomerStore customers;
  private final InvoiceStore invoices;
  private final LaborLineStore lines;
  private final DisputeStore disputes;
  private final CreditStore credits;

  /** Over the stores that it needs. */
  public EnvelopeService(
      Transactions transactions,
      ProviderStore providers,
      CustomerStore customers,
      InvoiceStore invoices,
      LaborLineStore lines,
      DisputeStore disputes,
      CreditStore credits) {
    this.transactions = transactions;
    this.providers = providers;
    this.customers = customers;
    this.invoices = invoices;
    this.lines = lines;
    this.disputes = disputes;
    this.credits = credits;
  }

  /**
   * The credit note of a settlement: one line for each credit that was issued together with this
   * one.
   *
   * @param number BT-1; empty: the id of the first credit, with {@code -2} behind it where one was
   *     left out, {@code -3} for two and so on, so that no number has two contents
   * @param withoutReversed whether credits that were taken back since are left out; otherwise there
   *     is no note as soon as one was
   * @throws RedressException {@code CREDIT_NOT_FOUND}; {@code CREDIT_REVERSED}; {@code
   *     AMOUNT_TOO_FINE}; {@code TOO_LARGE} beyond {@value #LINES_MAX} lines
   */
  public CreditNote creditNote(
      CreditName name, String number, CreditNoteTerms terms, boolean withoutReversed) {
    return transactions.run(
        () -> {
          Credit asked =
              credits
                  .find(name)
                  .orElseThrow(
                      () ->
                          new RedressException(
                              ErrorReason.CREDIT_NOT_FOUND, "there is no credit " + name));
          Settlement settlement = settlement(asked);
          List<Credit> standing = settlement.noted(asked, withoutReversed);
          if (standing.size() > LINES_MAX) {
            throw tooLarge("credit note", standing.size());
          }
          Invoice invoice = invoices.require(asked.line().invoice());
          Customer customer = customers.require(invoice.customer());
          return new CreditNote(
              number.isEmpty() ? settlement.number(standing) : number,
              day(asked.createTime(), customer),
              invoice,
              terms.named(provider(invoice).displayName(), customer.displayName()),
              standing.stream()
                  .map(each -> new CreditNote.Line(each, lines.require(each.line())))
                  .toList());
        });
  }

  /**
   * How the customer of a dispute stands to the invoice now.
   *
   * @throws RedressException {@code DISPUTE_NOT_FOUND}; {@code TOO_LARGE} beyond {@value
   *     #LINES_MAX} disputed lines
   */
  public InvoiceResponse invoiceResponse(DisputeName name, Party seller, Party buyer) {
    return transactions.run(
        () -> {
          Dispute dispute =
              disputes
                  .find(name)
                  .orElseThrow(
                      () ->
                          new RedressException(
                              ErrorReason.DISPUTE_NOT_FOUND, "there is no dispute " + name));
          if (dispute.lines().size() > LINES_MAX) {
            throw tooLarge("response", dispute.lines().size());
          }
          Invoice invoice = invoices.require(dispute.invoice());
          Customer customer = customers.require(invoice.customer());
          return new InvoiceResponse(
              name.dispute() + "-" + dispute.version(),
              day(dispute.updateTime(), customer),
              invoice,
              seller.orNamed(provider(invoice).displayName()),
              buyer.orNamed(customer.displayName()),
              BuyerStand.of(dispute, invoiced(invoice)));
        });
  }

  private Provider provider(Invoice invoice) {
    return providers.find(invoice.customer().provider()).orElseThrow();
  }

  private static LocalDate day(Instant time, Customer customer) {
    return LocalDate.ofInstant(time, customer.timeZone());
  }

  private Money invoiced(Invoice invoice) {
    InvoiceName name = invoice.name();
    Money sum = Money.zero(invoice.currency());
    String last = "";
    List<LaborLine> part;
    do {
      part = lines.list(name, last, PART);
      for (LaborLine line : part) {
        sum = sum.plus(line.amount());
        last = line.name().line();
      }
    } while (part.size() == PART);
    return sum;
  }

  /** What was issued together with a credit: in one transaction, at one moment. */
  private Settlement settlement(Credit asked) {
    List<Credit> together = new ArrayList<>();
    Set<CreditName> reversed = new HashSet<>();
    String last = "";
    List<Credit> part;
    do {
      part = credits.list(asked.name().provider(), asked.dispute().dispute(), "", last, PART);
      for (Credit each : part) {
        last = each.name().credit();
        if (each.reversed() != null) {
          reversed.add(each.reversed());
        } else if (each.createTime().equals(asked.createTime())) {
          together.add(each);
        }
      }
    } while (part.size() == PART);
    return new Settlement(together, reversed);
  }

  private static RedressException tooLarge(String what, int count) {
    return new RedressException(
        ErrorReason.TOO_LARGE,
        "the " + what + " would have " + count + " lines; at most " + LINES_MAX + " are possible");
  }

  /**
   * Credits that were issued together.
   *
   * @param together ordered by id
   * @param reversed all credits of the dispute that were taken back since
   */
  private record Settlement(List<Credit> together, Set<CreditName> reversed) {

    private List<Credit> noted(Credit asked, boolean withoutReversed) {
      List<Credit> standing =
          together.stream().filter(each -> !reversed.contains(each.name())).toList();
      if (asked.reversed() != null || standing.isEmpty()) {
        throw reversed(asked, "is a reversal, or was taken back, so no note may give it");
      }
      if (standing.size() < together.size() && !withoutReversed) {
        throw reversed(
            asked,
            "was issued together with "
                + (together.size() - standing.size())
                + " that was taken back since; if the note was not sent yet, ask for it without_reversed");
      }
      return standing;
    }

    private String number(List<Credit> standing) {
      String first = together.getFirst().name().credit();
      int left = together.size() - standing.size();
      return left == 0 ? first : first + "-" + (left + 1);
    }

    private static RedressException reversed(Credit asked, String why) {
      return new RedressException(
          ErrorReason.CREDIT_REVERSED,
          "credit " + asked.name().credit() + " " + why,
          Map.of("credit", asked.name().toString()));
    }
  }
}
