package dev.redress.envelope;

import dev.redress.dispute.Credit;
import dev.redress.dispute.Dispute;
import dev.redress.dispute.DisputeReason;
import dev.redress.dispute.DisputeState;
import dev.redress.dispute.DisputedLine;
import dev.redress.dispute.Hearing;
import dev.redress.dispute.LineOutcome;
import dev.redress.dispute.RaisedBy;
import dev.redress.dispute.RequestedAction;
import dev.redress.dispute.Round;
import dev.redress.dispute.SlaClock;
import dev.redress.dispute.Waiting;
import dev.redress.identity.CallbackName;
import dev.redress.identity.CreditName;
import dev.redress.identity.DisputeName;
import dev.redress.identity.InvoiceName;
import dev.redress.identity.LineName;
import dev.redress.identity.ProviderName;
import dev.redress.invoice.Invoice;
import dev.redress.invoice.LaborLine;
import dev.redress.money.Money;
import dev.redress.servicelevel.DisputePriority;
import dev.redress.time.Hours;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Documents to look at: two lines of one invoice, 1-01 and 1-02. */
public final class EnvelopeSamples {
  private static final ProviderName PROVIDER = new ProviderName("north");
  private static final InvoiceName INVOICE =
      InvoiceName.parse("providers/north/customers/QUAR/invoices/INV-26092");
  private static final DisputeName DISPUTE = new DisputeName(PROVIDER, "d1");
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

  private EnvelopeSamples() {}

  /** A seller in Germany with all that is asked of one there. */
  public static Party seller() {
    return new Party(
        "Nordtor IT GmbH & Co. KG",
        new Identifier("9930", "DE123456789"),
        "DE123456789",
        new Identifier("", "HRB 12345"),
        new Party.Address("Große Straße 1", "Köln", "50667", "DE"),
        new Party.Contact("Jürgen Müller", "+49 221 123456", "rechnung@nordtor.example"));
  }

  /** A buyer in Germany. */
  public static Party buyer() {
    return new Party(
        "Äußere Praxis <Dr. Varn>",
        new Identifier("0088", "4012345000009"),
        "DE987654321",
        Identifier.NONE,
        new Party.Address("Am Markt 2", "Düren", "52349", "DE"),
        new Party.Contact("", "", ""));
  }

  /** The same party in another country, without VAT id and contact. */
  public static Party abroad(Party party, String country) {
    return new Party(
        party.name(),
        party.endpoint(),
        "",
        party.registration(),
        new Party.Address("", "", "", country),
        new Party.Contact("", "", ""));
  }

  /** A VAT. */
  public static Vat vat(VatCategory category, String percent) {
    String reason = category == VatCategory.EXEMPT ? "Exempt as training" : "";
    return new Vat(category, new BigDecimal(percent), reason);
  }

  /** The terms between both. */
  public static CreditNoteTerms terms(Vat vat) {
    return new CreditNoteTerms(seller(), buyer(), "04011000-12345-34", vat);
  }

  /** A note over one line for each amount. */
  public static CreditNote note(CreditNoteTerms terms, String text, Money... amounts) {
    List<CreditNote.Line> lines = new ArrayList<>();
    for (Money amount : amounts) {
      lines.add(line("1-" + (lines.size() + 1), amount, text));
    }
    return new CreditNote(
        "c1", LocalDate.of(2026, 11, 23), invoice(amounts[0].currency()), terms, lines);
  }

  private static CreditNote.Line line(String id, Money amount, String text) {
    LineName name = new LineName(INVOICE, id);
    return new CreditNote.Line(
        new Credit(
            new CreditName(PROVIDER, "c" + id),
            DISPUTE,
            name,
            DisputeReason.UNCORRELATED,
            1,
            amount,
            amount,
            Money.zero(amount.currency()),
            null,
            "",
            NOW),
        new LaborLine(
            name,
            LocalDate.of(2026, 9, 23),
            text,
            Hours.of("4.5"),
            null,
            amount,
            text,
            "",
            "",
            Map.of()));
  }

  /** The invoice that everything is about. */
  public static Invoice invoice(Currency currency) {
    return new Invoice(INVOICE, LocalDate.of(2026, 9, 30), currency, null, null, null);
  }

  /** What a dispute says to the invoice of 300.00 USD. */
  public static InvoiceResponse response(Dispute dispute) {
    return new InvoiceResponse(
        "d1-1",
        LocalDate.of(2026, 11, 23),
        invoice(dispute.currency()),
        seller(),
        buyer(),
        BuyerStand.of(dispute, usd(300)));
  }

  /** A dispute in a state. */
  public static Dispute dispute(DisputeState state, List<DisputedLine> claims) {
    boolean open = state.isOpen();
    CallbackName call = new CallbackName(PROVIDER, "call");
    return new Dispute(
        DISPUTE,
        state,
        INVOICE,
        "mia",
        DisputePriority.NORMAL,
        RaisedBy.CUSTOMER,
        Currency.getInstance("USD"),
        claims,
        open ? call : null,
        open ? Hearing.NONE : Hearing.NONE.reached(call),
        state.isWaiting() ? new Waiting("the work order", NOW, NOW.plusSeconds(86_400)) : null,
        null,
        SlaClock.started(NOW),
        new Round(0, NOW, state.isReopenable() ? NOW : null),
        NOW,
        NOW,
        1);
  }

  /**
   * A claim on a line of 200.00 USD (1-01) or 100.00 USD (1-02), of one hour for each 100.00.
   *
   * @param outcome absent before a proposal
   * @param approved what the outcome gives back
   * @param credited what was given back up to now
   */
  public static DisputedLine claim(
      String line,
      DisputeReason reason,
      RequestedAction action,
      long disputed,
      @Nullable LineOutcome outcome,
      long approved,
      long credited) {
    long invoiced = line.equals("1-01") ? 200 : 100;
    return new DisputedLine(
        new LineName(INVOICE, line),
        reason,
        action,
        Hours.of(invoiced == 200 ? "2" : "1"),
        usd(invoiced),
        usd(disputed),
        outcome,
        outcome == null ? null : usd(approved),
        null,
        usd(credited),
        "");
  }

  /** An amount. */
  public static Money usd(long dollars) {
    return new Money(dollars * 100, Currency.getInstance("USD"));
  }
}
