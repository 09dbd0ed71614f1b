package dev.redress.persistence;

/** The content hash of a labor line. */
record LineHashRow(String invoiceId, String lineId, String contentHash) {}
