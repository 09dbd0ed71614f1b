package dev.redress.persistence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Statements on {@code notification_letter}. */
interface LetterMapper {
  Optional<LetterRow> find(String providerId, String targetId, long sequenceNumber);

  Optional<LetterRow> due(String providerId, String targetId, Instant now);

  List<LetterRow> dead(String providerId, String targetId, long afterSequence, int countMax);

  LetterCountsRow count(String providerId, String targetId);

  int insert(LetterRow row);

  int update(LetterRow before, LetterRow after);

  int delete(String providerId, String targetId, long sequenceNumber);

  int deleteAll(String providerId, String targetId);

  int revive(String providerId, String targetId, Instant now);

  int discard(String providerId, String targetId);
}
