package dev.redress.persistence;

import java.time.Instant;
import java.util.List;

/** Questions that only briefs ask. */
interface BriefMapper {
  /** The last ones first. */
  List<AttemptRow> lastAttempts(String providerId, String disputeId, int countMax);

  long attemptCount(String providerId, String disputeId);

  /** By currency; of each dispute what is in dispute. */
  List<EarlierRow> disputes(
      String providerId, String customerId, String exceptDisputeId, Instant since);

  /** By currency; counted are the credits, summed up also what was taken back. */
  List<EarlierRow> credits(String providerId, String customerId, Instant since);
}
