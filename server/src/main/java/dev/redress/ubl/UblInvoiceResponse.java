package dev.redress.ubl;

import dev.redress.envelope.Clarification;
import dev.redress.envelope.Clarification.ProposedValue;
import dev.redress.envelope.InvoiceResponse;
import oasis.names.specification.ubl.schema.xsd.applicationresponse_21.ApplicationResponseType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.ConditionType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.DocumentReferenceType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.DocumentResponseType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.ResponseType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.StatusType;
import oasis.names.specification.ubl.schema.xsd.commonbasiccomponents_21.DescriptionType;
import oasis.names.specification.ubl.schema.xsd.commonbasiccomponents_21.StatusReasonCodeType;
import oasis.names.specification.ubl.schema.xsd.commonbasiccomponents_21.StatusReasonType;

/** An answer to an invoice in UBL 2.1 by Peppol BIS Invoice Response 3, transaction T111. */
final class UblInvoiceResponse {
  private static final String SPECIFICATION = "urn:fdc:peppol.eu:poacc:trns:invoice_response:3";
  private static final String PROCESS = "urn:fdc:peppol.eu:poacc:bis:invoice_response:3";

  /** UNTDID 1001: a commercial invoice. */
  private static final String INVOICE = "380";

  private UblInvoiceResponse() {}

  /** The document. */
  static ApplicationResponseType of(InvoiceResponse response) {
    ApplicationResponseType ubl = new ApplicationResponseType();
    ubl.setCustomizationID(SPECIFICATION);
    ubl.setProfileID(PROCESS);
    ubl.setID(XmlText.clean(response.id()));
    ubl.setIssueDate(response.date());
    ubl.setSenderParty(UblParty.inShort(response.buyer()));
    ubl.setReceiverParty(UblParty.inShort(response.seller()));
    DocumentResponseType answer = new DocumentResponseType();
    answer.setResponse(stand(response));
    DocumentReferenceType invoice = new DocumentReferenceType();
    invoice.setID(XmlText.clean(response.invoice().name().invoice()));
    invoice.setIssueDate(response.invoice().invoiceDate());
    invoice.setDocumentTypeCode(INVOICE);
    answer.addDocumentReference(invoice);
    ubl.addDocumentResponse(answer);
    return ubl;
  }

  private static ResponseType stand(InvoiceResponse response) {
    ResponseType stand = new ResponseType();
    stand.setResponseCode(response.stand().status().code());
    stand.setEffectiveDate(response.date());
    response.stand().clarifications().forEach(each -> stand.addStatus(status(each)));
    return stand;
  }

  private static StatusType status(Clarification clarification) {
    StatusType status = new StatusType();
    StatusReasonCodeType code = new StatusReasonCodeType(clarification.code());
    code.setListID(clarification.list().id());
    status.setStatusReasonCode(code);
    status.addStatusReason(new StatusReasonType(XmlText.clean(clarification.text())));
    clarification.values().forEach(value -> status.addCondition(condition(value)));
    return status;
  }

  private static ConditionType condition(ProposedValue value) {
    ConditionType condition = new ConditionType();
    condition.setAttributeID(value.term());
    condition.addDescription(new DescriptionType(XmlText.clean(value.value())));
    return condition;
  }
}
