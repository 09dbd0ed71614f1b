package dev.redress.persistence;

/**
 * What a catch-all request swallows in one currency.
 *
 * @param hours in 1/10,000 h
 */
record CatchAllRow(
    String customerId,
    String requestId,
    String summary,
    String currency,
    int lineCount,
    int unrelatedCount,
    long hours,
    long amountMinor,
    double bits) {}
