package dev.redress.persistence;

/** In which dispute a line is or was disputed. */
record DisputedKeyRow(String invoiceId, String lineId, String disputeId) {}
