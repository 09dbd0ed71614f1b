package dev.redress.grpc;

import com.google.protobuf.ByteString;
import dev.redress.envelope.CreditNote;
import dev.redress.envelope.CreditNoteTerms;
import dev.redress.envelope.EnvelopeService;
import dev.redress.envelope.EnvelopeXml;
import dev.redress.envelope.InvoiceResponse;
import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.identity.CreditName;
import dev.redress.identity.DisputeName;
import dev.redress.v1.Envelope;
import dev.redress.v1.EnvelopeServiceGrpc;
import dev.redress.v1.GetCreditNoteRequest;
import dev.redress.v1.GetInvoiceResponseRequest;
import io.grpc.stub.StreamObserver;

/** {@code redress.v1.EnvelopeService}. */
public final class EnvelopeGrpcService extends EnvelopeServiceGrpc.EnvelopeServiceImplBase {
  /** Below what clients take from a server unless they say otherwise: 4 MiB. */
  private static final int BYTES_MAX = 4_000_000;

  private static final int NUMBER_MAX = 50;

  private final EnvelopeService envelopes;
  private final EnvelopeXml xml;

  /** Over the use cases, and how documents look. */
  public EnvelopeGrpcService(EnvelopeService envelopes, EnvelopeXml xml) {
    this.envelopes = envelopes;
    this.xml = xml;
  }

  /**
   * Refuses by {@code FIELD_INVALID}, {@code CREDIT_NOT_FOUND}, {@code CREDIT_REVERSED}, {@code
   * AMOUNT_TOO_FINE} or {@code TOO_LARGE}.
   */
  @Override
  public void getCreditNote(GetCreditNoteRequest request, StreamObserver<Envelope> observer) {
    CreditName name = new Field("name").name(CreditName::parse, request.getName());
    CreditNoteTerms terms = EnvelopeProtos.creditNoteTerms(new Field("terms"), request.getTerms());
    String number = new Field("number").text(request.getNumber(), NUMBER_MAX).strip();
    CreditNote note = envelopes.creditNote(name, number, terms, request.getWithoutReversed());
    Answers.send(observer, envelope(note.number(), xml.creditNote(note)));
  }

  /** Refuses by {@code FIELD_INVALID}, {@code DISPUTE_NOT_FOUND} or {@code TOO_LARGE}. */
  @Override
  public void getInvoiceResponse(
      GetInvoiceResponseRequest request, StreamObserver<Envelope> observer) {
    DisputeName name = new Field("name").name(DisputeName::parse, request.getName());
    Field terms = new Field("terms");
    InvoiceResponse response =
        envelopes.invoiceResponse(
            name,
            EnvelopeProtos.party(terms.child("seller"), request.getTerms().getSeller()),
            EnvelopeProtos.party(terms.child("buyer"), request.getTerms().getBuyer()));
    Answers.send(observer, envelope(response.id(), xml.invoiceResponse(response)));
  }

  private static Envelope envelope(String id, byte[] content) {
    if (content.length > BYTES_MAX) {
      throw new RedressException(
          ErrorReason.TOO_LARGE,
          "the document would be longer than " + BYTES_MAX + " bytes, which no answer can hold");
    }
    return Envelope.newBuilder()
        .setDocumentId(id)
        .setMediaType("application/xml")
        .setContent(ByteString.copyFrom(content))
        .build();
  }
}
