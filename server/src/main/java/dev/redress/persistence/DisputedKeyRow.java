package dev.redress.persistence;

/** In which dispute a line of an invoice is or was disputed. */
record DisputedKeyRow(String lineId, String disputeId) {}
