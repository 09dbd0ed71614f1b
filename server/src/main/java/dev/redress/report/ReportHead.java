package dev.redress.report;

import java.time.Instant;

/**
 * Of whom a report is, and of when.
 *
 * @param provider its display name
 * @param createTime when it was made: it says what was known then
 */
public record ReportHead(String provider, Instant createTime) {}
