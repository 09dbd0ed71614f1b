package dev.redress.envelope;

import dev.redress.invoice.Invoice;
import java.time.LocalDate;

/**
 * How a customer stands to an invoice, as a document of the customer (Peppol Invoice Response,
 * transaction T111).
 *
 * @param id another one with each change of the dispute
 * @param date the day of the last change, in the customer's time zone
 * @param seller the provider, who gets it
 * @param buyer the customer, who sends it
 */
public record InvoiceResponse(
    String id, LocalDate date, Invoice invoice, Party seller, Party buyer, BuyerStand stand) {}
