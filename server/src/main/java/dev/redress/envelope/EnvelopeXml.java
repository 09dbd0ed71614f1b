package dev.redress.envelope;

/** Writes documents as XML in UTF-8; the same document gives the same bytes. */
public interface EnvelopeXml {

  /** A UBL 2.1 credit note by Peppol BIS Billing 3. */
  byte[] creditNote(CreditNote note);

  /** A UBL 2.1 application response by Peppol BIS Invoice Response 3. */
  byte[] invoiceResponse(InvoiceResponse response);
}
