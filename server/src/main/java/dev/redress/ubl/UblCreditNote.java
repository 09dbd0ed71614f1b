package dev.redress.ubl;

import dev.redress.envelope.CreditNote;
import dev.redress.envelope.Party;
import dev.redress.envelope.Vat;
import dev.redress.envelope.VatCategory;
import java.math.BigDecimal;
import java.util.List;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.BillingReferenceType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.CreditNoteLineType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.CustomerPartyType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.DocumentReferenceType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.ItemType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.MonetaryTotalType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PaymentMeansType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PaymentTermsType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PeriodType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PriceType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.SupplierPartyType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.TaxCategoryType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.TaxSubtotalType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.TaxTotalType;
import oasis.names.specification.ubl.schema.xsd.commonbasiccomponents_21.CreditedQuantityType;
import oasis.names.specification.ubl.schema.xsd.commonbasiccomponents_21.DescriptionType;
import oasis.names.specification.ubl.schema.xsd.commonbasiccomponents_21.NoteType;
import oasis.names.specification.ubl.schema.xsd.commonbasiccomponents_21.TaxExemptionReasonType;
import oasis.names.specification.ubl.schema.xsd.creditnote_21.CreditNoteType;

/** A credit note in UBL 2.1 by Peppol BIS Billing 3, which is one form of EN 16931. */
final class UblCreditNote {
  private static final String SPECIFICATION =
      "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0";
  private static final String PROCESS = "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0";

  /** UNTDID 1001: a credit note for goods and services. */
  private static final String CREDIT_NOTE = "381";

  /** UNTDID 4461: the way of payment is not defined. */
  private static final String NOT_DEFINED = "1";

  /** UN/ECE Recommendation 20: one. */
  private static final String ONE = "C62";

  private static final String GERMANY = "DE";

  private final CreditNote note;
  private final String currency;

  private UblCreditNote(CreditNote note) {
    this.note = note;
    this.currency = note.invoice().currency().getCurrencyCode();
  }

  /** The document. */
  static CreditNoteType of(CreditNote note) {
    return new UblCreditNote(note).document();
  }

  private CreditNoteType document() {
    CreditNoteType ubl = new CreditNoteType();
    ubl.setCustomizationID(SPECIFICATION);
    ubl.setProfileID(PROCESS);
    ubl.setID(XmlText.clean(note.number()));
    ubl.setIssueDate(note.issueDate());
    ubl.setCreditNoteTypeCode(CREDIT_NOTE);
    ubl.setDocumentCurrencyCode(currency);
    ubl.setBuyerReference(XmlText.clean(note.terms().buyerReference()));
    ubl.addBillingReference(invoice());
    ubl.setAccountingSupplierParty(seller());
    ubl.setAccountingCustomerParty(buyer());
    if (isWithinGermany()) {
      ubl.addPaymentMeans(paymentMeans());
    }
    ubl.addPaymentTerms(paymentTerms());
    ubl.addTaxTotal(taxTotal());
    ubl.setLegalMonetaryTotal(totals());
    List<CreditNote.Line> lines = note.lines();
    for (int i = 0; i < lines.size(); i++) {
      ubl.addCreditNoteLine(line(i + 1, lines.get(i)));
    }
    return ubl;
  }

  private BillingReferenceType invoice() {
    DocumentReferenceType invoice = new DocumentReferenceType();
    invoice.setID(XmlText.clean(note.invoice().name().invoice()));
    invoice.setIssueDate(note.invoice().invoiceDate());
    BillingReferenceType reference = new BillingReferenceType();
    reference.setInvoiceDocumentReference(invoice);
    return reference;
  }

  private SupplierPartyType seller() {
    SupplierPartyType seller = new SupplierPartyType();
    seller.setParty(UblParty.inFull(note.terms().seller()));
    return seller;
  }

  private CustomerPartyType buyer() {
    CustomerPartyType buyer = new CustomerPartyType();
    buyer.setParty(UblParty.inFull(note.terms().buyer()));
    return buyer;
  }

  private boolean isWithinGermany() {
    return isGerman(note.terms().seller()) && isGerman(note.terms().buyer());
  }

  private static boolean isGerman(Party party) {
    return party.address().country().equals(GERMANY);
  }

  /** Within Germany there must be one (DE-R-001); the Netherlands would not take this one. */
  private static PaymentMeansType paymentMeans() {
    PaymentMeansType means = new PaymentMeansType();
    means.setPaymentMeansCode(NOT_DEFINED);
    return means;
  }

  private PaymentTermsType paymentTerms() {
    PaymentTermsType terms = new PaymentTermsType();
    terms.addNote(
        new NoteType(
            "Credited against invoice " + XmlText.clean(note.invoice().name().invoice()) + "."));
    return terms;
  }

  private TaxTotalType taxTotal() {
    TaxSubtotalType subtotal = new TaxSubtotalType();
    subtotal.setTaxableAmount(note.net()).setCurrencyID(currency);
    subtotal.setTaxAmount(note.vat()).setCurrencyID(currency);
    TaxCategoryType category = category();
    Vat vat = note.terms().vat();
    String reason = XmlText.clean(vat.reason());
    if (!reason.isEmpty()) {
      category.addTaxExemptionReason(new TaxExemptionReasonType(reason));
    }
    if (!vat.category().reasonCode().isEmpty()) {
      category.setTaxExemptionReasonCode(vat.category().reasonCode());
    }
    subtotal.setTaxCategory(category);
    TaxTotalType total = new TaxTotalType();
    total.setTaxAmount(note.vat()).setCurrencyID(currency);
    total.addTaxSubtotal(subtotal);
    return total;
  }

  private TaxCategoryType category() {
    Vat vat = note.terms().vat();
    TaxCategoryType category = new TaxCategoryType();
    category.setID(vat.category().code());
    if (vat.category() != VatCategory.NOT_SUBJECT) {
      // BR-O-05: where VAT has nothing to do with it there is no rate, not even 0.
      category.setPercent(vat.percent());
    }
    category.setTaxScheme(UblParty.vat());
    return category;
  }

  private MonetaryTotalType totals() {
    MonetaryTotalType totals = new MonetaryTotalType();
    totals.setLineExtensionAmount(note.net()).setCurrencyID(currency);
    totals.setTaxExclusiveAmount(note.net()).setCurrencyID(currency);
    totals.setTaxInclusiveAmount(note.payable()).setCurrencyID(currency);
    totals.setPayableAmount(note.payable()).setCurrencyID(currency);
    return totals;
  }

  private CreditNoteLineType line(int position, CreditNote.Line line) {
    CreditNoteLineType ubl = new CreditNoteLineType();
    ubl.setID(Integer.toString(position));
    ubl.addNote(new NoteType(XmlText.clean(line.note())));
    CreditedQuantityType quantity = new CreditedQuantityType(BigDecimal.ONE);
    quantity.setUnitCode(ONE);
    ubl.setCreditedQuantity(quantity);
    ubl.setLineExtensionAmount(line.amount()).setCurrencyID(currency);
    PeriodType period = new PeriodType();
    period.setStartDate(line.billed().workDate());
    period.setEndDate(line.billed().workDate());
    ubl.addInvoicePeriod(period);
    ubl.setItem(item(line));
    PriceType price = new PriceType();
    price.setPriceAmount(line.amount()).setCurrencyID(currency);
    ubl.setPrice(price);
    return ubl;
  }

  private ItemType item(CreditNote.Line line) {
    ItemType item = new ItemType();
    String description = XmlText.clean(line.description());
    if (!description.isEmpty()) {
      item.addDescription(new DescriptionType(description));
    }
    String name = XmlText.clean(line.name());
    item.setName(name.isEmpty() ? "Labor" : name);
    item.addClassifiedTaxCategory(category());
    return item;
  }
}
