package dev.redress.persistence;

import dev.redress.attachment.DisputeEvidence;
import dev.redress.attachment.DisputeEvidence.Retraction;
import dev.redress.attachment.EvidenceSource;
import dev.redress.attachment.EvidenceSource.File;
import dev.redress.attachment.EvidenceSource.Reference;
import dev.redress.attachment.EvidenceType;
import dev.redress.identity.Actor;
import dev.redress.identity.DisputeEvidenceName;
import dev.redress.identity.DisputeName;
import dev.redress.identity.ProviderName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table dispute_evidence.
 *
 * @param mediaType of a file; with it the hash
 * @param reference of what is no file
 * @param retractActor who said that it does not count; with it the other two
 */
record DisputeEvidenceRow(
    String providerId,
    String disputeId,
    int evidenceNumber,
    EvidenceType evidenceType,
    String title,
    @Nullable String mediaType,
    int sizeBytes,
    @Nullable String sha256,
    @Nullable String reference,
    String author,
    Instant createTime,
    @Nullable String retractActor,
    @Nullable Instant retractTime,
    @Nullable String retractReason) {

  static DisputeEvidenceRow of(DisputeEvidence evidence) {
    DisputeName dispute = evidence.name().dispute();
    EvidenceSource source = evidence.source();
    Retraction retraction = evidence.retraction();
    return new DisputeEvidenceRow(
        dispute.provider().provider(),
        dispute.dispute(),
        evidence.name().number(),
        evidence.type(),
        evidence.title(),
        source instanceof File file ? file.mediaType() : null,
        evidence.sizeBytes(),
        source instanceof File file ? file.sha256() : null,
        source instanceof Reference it ? it.place() : null,
        evidence.author().name(),
        evidence.createTime(),
        retraction == null ? null : retraction.actor().name(),
        retraction == null ? null : retraction.time(),
        retraction == null ? null : retraction.reason());
  }

  DisputeEvidence toEvidence() {
    DisputeName dispute = new DisputeName(new ProviderName(providerId), disputeId);
    return new DisputeEvidence(
        new DisputeEvidenceName(dispute, evidenceNumber),
        evidenceType,
        title,
        source(),
        new Actor(author),
        createTime,
        retraction());
  }

  private EvidenceSource source() {
    if (reference != null) {
      return new Reference(reference);
    }
    if (mediaType == null || sha256 == null) {
      throw new IllegalStateException("evidence " + evidenceNumber + " is neither kept nor named");
    }
    return new File(mediaType, sizeBytes, sha256);
  }

  private @Nullable Retraction retraction() {
    return retractActor == null || retractTime == null || retractReason == null
        ? null
        : new Retraction(new Actor(retractActor), retractTime, retractReason);
  }
}
