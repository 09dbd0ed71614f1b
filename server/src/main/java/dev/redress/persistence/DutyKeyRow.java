package dev.redress.persistence;

import dev.redress.escalation.DutyKey;
import dev.redress.escalation.DutyKind;
import dev.redress.identity.ProviderName;
import java.time.Instant;

/** The key of a duty. */
record DutyKeyRow(String providerId, DutyKind subjectKind, String subjectId, Instant sinceTime) {

  DutyKey toKey() {
    return new DutyKey(new ProviderName(providerId), subjectKind, subjectId, sinceTime);
  }
}
