package dev.redress.ubl;

import com.helger.jaxb.GenericJAXBMarshaller;
import com.helger.ubl21.UBL21Marshaller;
import dev.redress.envelope.CreditNote;
import dev.redress.envelope.EnvelopeXml;
import dev.redress.envelope.InvoiceResponse;

/** Documents in UBL 2.1, written by the classes that were made from its schema. */
public final class UblEnvelopeXml implements EnvelopeXml {

  @Override
  public byte[] creditNote(CreditNote note) {
    return written(UBL21Marshaller.creditNote(), UblCreditNote.of(note));
  }

  @Override
  public byte[] invoiceResponse(InvoiceResponse response) {
    return written(UBL21Marshaller.applicationResponse(), UblInvoiceResponse.of(response));
  }

  private static <T> byte[] written(GenericJAXBMarshaller<T> marshaller, T document) {
    // What it writes is held against the schema, and the rules beyond it, by tests.
    byte[] xml = marshaller.setUseSchema(false).setFormattedOutput(true).getAsBytes(document);
    if (xml == null) {
      throw new IllegalStateException("the document cannot be written; the log says why");
    }
    return xml;
  }
}
