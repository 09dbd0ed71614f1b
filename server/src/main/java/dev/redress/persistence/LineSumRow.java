package dev.redress.persistence;

/** An amount of money that was added up for a line of a customer. */
record LineSumRow(String invoiceId, String lineId, String currency, long sumMinor) {}
