package dev.redress.report;

/**
 * What is open now, of all providers together.
 *
 * @param liveCallbacks calls that must be made, one for each open dispute
 * @param overdueCallbacks those of them whose due time has passed
 */
public record OpenWork(long openDisputes, long liveCallbacks, long overdueCallbacks) {}
