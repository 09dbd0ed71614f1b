package dev.redress.persistence;

import static dev.redress.persistence.Samples.NOW;
import static dev.redress.persistence.Samples.lineName;
import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.attachment.AttachmentStore;
import dev.redress.attachment.AttachmentStore.Total;
import dev.redress.attachment.DisputeEvidence;
import dev.redress.attachment.DisputeEvidence.Retraction;
import dev.redress.attachment.DisputeNote;
import dev.redress.attachment.EvidenceSource;
import dev.redress.attachment.EvidenceSource.File;
import dev.redress.attachment.EvidenceSource.Reference;
import dev.redress.attachment.EvidenceType;
import dev.redress.attachment.NoteKind;
import dev.redress.error.ErrorReason;
import dev.redress.identity.Actor;
import dev.redress.identity.DisputeEvidenceName;
import dev.redress.identity.DisputeName;
import dev.redress.identity.DisputeNoteName;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Notes and evidence of disputes. */
class AttachmentStoreTest {
  private static final DisputeName FIRST = Samples.disputeName("1");
  private static final DisputeName NOTHING = Samples.disputeName("9");
  private static final String HASH = "0".repeat(64);

  @OnBothDatabases
  void notes_comeBackTheNewestFirst(TestDatabase database) {
    AttachmentStore store = stored(database);
    for (int number = 1; number <= 3; number++) {
      store.insert(note(number));
    }

    assertThat(store.note(note(2).name())).contains(note(2));
    assertThat(store.note(new DisputeNoteName(FIRST, 4))).isEmpty();
    assertThat(store.note(new DisputeNoteName(NOTHING, 1))).isEmpty();
    assertThat(store.lastNotes(FIRST, Integer.MAX_VALUE, 2)).containsExactly(note(3), note(2));
    assertThat(store.lastNotes(FIRST, 2, 2)).containsExactly(note(1));
    assertThat(store.lastNotes(NOTHING, Integer.MAX_VALUE, 2)).isEmpty();
    assertThat(store.total(FIRST)).isEqualTo(new Total(3, 0, 0));
    Refused.assertReason(ErrorReason.CONCURRENT_CHANGE, () -> store.insert(note(3)));
  }

  @OnBothDatabases
  void evidence_comesBackWithTheBytesOfItsFile(TestDatabase database) {
    AttachmentStore store = stored(database);
    // What cannot be compressed takes the most pieces.
    byte[] content = new byte[File.SIZE_BYTES_MAX];
    new Random(7).nextBytes(content);
    DisputeEvidence file = evidence(1, new File("application/pdf", content.length, HASH), null);
    DisputeEvidence reference = evidence(2, new Reference("https://dms.example.com/c/17"), null);
    DisputeEvidence small = evidence(3, new File("text/plain", 1, HASH), null);
    store.insert(file, content, 0);
    store.insert(reference, new byte[0], content.length);
    store.insert(small, new byte[] {0}, content.length);

    assertThat(store.evidence(file.name())).contains(file);
    assertThat(store.content(file.name())).isEqualTo(content);
    assertThat(store.content(reference.name())).isEmpty();
    assertThat(store.content(small.name())).containsExactly(0);
    assertThat(store.content(new DisputeEvidenceName(NOTHING, 1))).isEmpty();
    assertThat(store.evidence(new DisputeEvidenceName(FIRST, 4))).isEmpty();
    assertThat(store.listEvidence(FIRST, 0, 2)).containsExactly(file, reference);
    assertThat(store.listEvidence(FIRST, 2, 2)).containsExactly(small);
    assertThat(store.total(FIRST)).isEqualTo(new Total(0, 3, content.length + 1));
    Refused.assertReason(
        ErrorReason.CONCURRENT_CHANGE, () -> store.insert(small, new byte[] {0}, 262_144));
  }

  @OnBothDatabases
  void evidence_isRetractedOnceAndStays(TestDatabase database) {
    AttachmentStore store = stored(database);
    DisputeEvidence file = evidence(1, new File("text/plain", 1, HASH), null);
    store.insert(file, new byte[] {7}, 0);
    DisputeEvidence retracted =
        evidence(
            1, file.source(), new Retraction(new Actor("bo"), NOW.plusSeconds(9), "another's"));

    store.retract(retracted);

    assertThat(store.evidence(file.name())).contains(retracted);
    assertThat(store.content(file.name())).containsExactly(7);
    assertThat(store.total(FIRST)).isEqualTo(new Total(0, 1, 1));
    Refused.assertReason(ErrorReason.STALE_VERSION, () -> store.retract(retracted));
  }

  @OnBothDatabases
  void hold_tellsWhetherThereIsSuchADisputeAndChangesNothing(TestDatabase database) {
    AttachmentStore store = stored(database);
    MyBatisDisputeStore disputes = new MyBatisDisputeStore(database.transactions());
    var before = disputes.find(FIRST);

    assertThat(store.hold(FIRST)).isTrue();
    assertThat(store.hold(NOTHING)).isFalse();
    assertThat(store.exists(FIRST)).isTrue();
    assertThat(store.exists(NOTHING)).isFalse();
    assertThat(store.total(NOTHING)).isEqualTo(new Total(0, 0, 0));
    assertThat(disputes.find(FIRST)).isEqualTo(before);
  }

  private static DisputeNote note(int number) {
    return new DisputeNote(
        new DisputeNoteName(FIRST, number),
        NoteKind.CUSTOMER_SAID,
        "they never asked for it, Ünï\n" + number,
        new Actor("mia"),
        NOW);
  }

  private static DisputeEvidence evidence(
      int number, EvidenceSource source, @Nullable Retraction retraction) {
    return new DisputeEvidence(
        new DisputeEvidenceName(FIRST, number),
        EvidenceType.CONTRACT_CLAUSE,
        "what is included, Ünï",
        source,
        new Actor("mia"),
        NOW,
        retraction);
  }

  private static AttachmentStore stored(TestDatabase database) {
    Samples.storeLines(database.transactions(), lineName("1"));
    Samples.storeDispute(database.transactions(), "1", lineName("1"));
    return new MyBatisAttachmentStore(database.transactions());
  }
}
