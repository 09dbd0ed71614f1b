package dev.redress.persistence;

import java.time.Instant;

/**
 * A row of the table answered_request.
 *
 * @param part 0 for the first
 * @param answer a piece of the packed answer, see {@link PackedText}
 */
record AnswerRow(
    String providerId,
    String requestId,
    int part,
    String fingerprint,
    Instant createTime,
    String answer) {}
