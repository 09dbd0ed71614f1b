package dev.redress.persistence;

import dev.redress.identity.NotificationTargetName;
import dev.redress.identity.ProviderName;
import dev.redress.notification.Letter;
import dev.redress.notification.LetterState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of the table notification_letter. */
record LetterRow(
    String providerId,
    String targetId,
    long sequenceNumber,
    LetterState state,
    int tries,
    @Nullable Instant nextTime,
    String lastError,
    Instant createTime,
    Instant updateTime) {

  static LetterRow of(Letter letter) {
    return new LetterRow(
        letter.target().provider().provider(),
        letter.target().target(),
        letter.sequence(),
        letter.state(),
        letter.tries(),
        letter.nextTime(),
        letter.lastError(),
        letter.createTime(),
        letter.updateTime());
  }

  Letter toLetter() {
    return new Letter(
        new NotificationTargetName(new ProviderName(providerId), targetId),
        sequenceNumber,
        state,
        tries,
        nextTime,
        lastError,
        createTime,
        updateTime);
  }
}
