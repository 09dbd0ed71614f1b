package dev.redress.persistence;

/** A request of another customer. */
record RequestElsewhereRow(String customerId, String requestId, String summary) {}
