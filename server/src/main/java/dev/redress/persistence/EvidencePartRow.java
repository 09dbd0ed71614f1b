package dev.redress.persistence;

/** A row of the table dispute_evidence_part. */
record EvidencePartRow(
    String providerId, String disputeId, int evidenceNumber, int part, String content) {}
