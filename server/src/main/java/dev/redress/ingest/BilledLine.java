package dev.redress.ingest;

import dev.redress.invoice.Invoice;
import dev.redress.invoice.LaborLine;

/** A labor line with what its row says of the invoice. */
record BilledLine(Invoice invoice, LaborLine line) {}
