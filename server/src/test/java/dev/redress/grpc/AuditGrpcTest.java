package dev.redress.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.redress.error.ErrorReason;
import dev.redress.persistence.TestDatabase;
import dev.redress.v1.AuditServiceGrpc;
import dev.redress.v1.AuditServiceGrpc.AuditServiceBlockingStub;
import dev.redress.v1.Event;
import dev.redress.v1.EventServiceGrpc;
import dev.redress.v1.GetJournalAnchorRequest;
import dev.redress.v1.JournalAnchor;
import dev.redress.v1.JournalBreak;
import dev.redress.v1.ListEventsRequest;
import dev.redress.v1.VerifyJournalRequest;
import dev.redress.v1.VerifyJournalResponse;
import io.grpc.Status;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whether the journal still is what was written, over the wire. */
class AuditGrpcTest {

  @ParameterizedTest
  @EnumSource
  void journal_holds_andFitsTheAnchorThatWasTaken(TestDatabase.Kind kind) {
    TestApi api = TestApi.on(kind);
    String provider = api.newProvider();
    api.newCustomer(provider, "ATLAS");
    Waiting.until(() -> anchor(api, provider).getSequence() == 2);
    JournalAnchor anchor = anchor(api, provider);
    api.newCustomer(provider, "BRASK");
    Waiting.until(() -> anchor(api, provider).getSequence() == 3);

    VerifyJournalResponse answer = verify(api, provider, anchor);

    assertThat(answer.getEventCount()).isEqualTo(3);
    assertThat(answer.getBreaksList()).isEmpty();
    List<Event> events =
        EventServiceGrpc.newBlockingStub(api.channel())
            .listEvents(
                ListEventsRequest.newBuilder().setParent(provider).setAfterSequence(1).build())
            .getEventsList();
    assertThat(events).extracting(Event::getSequence).containsExactly(2L, 3L);
    assertThat(events.getFirst().getHash()).isEqualTo(anchor.getHash());
    assertThat(answer.getLast().getHash()).isEqualTo(events.getLast().getHash());
  }

  @ParameterizedTest
  @EnumSource
  void anchorThatDoesNotFit_isABreak(TestDatabase.Kind kind) {
    TestApi api = TestApi.on(kind);
    String provider = api.newProvider();
    Waiting.until(() -> anchor(api, provider).getSequence() == 1);
    JournalAnchor other = anchor(api, provider).toBuilder().setHash("a".repeat(64)).build();

    VerifyJournalResponse answer = verify(api, provider, other);

    assertThat(answer.getBreaksList())
        .extracting(JournalBreak::getSequence, JournalBreak::getKind)
        .containsExactly(tuple(1L, JournalBreak.Kind.ANCHOR_WRONG));
    assertThat(answer.getBreaks(0).getSentence()).startsWith("event 1: ");
  }

  @ParameterizedTest
  @EnumSource
  void mistakes_areRefused(TestDatabase.Kind kind) {
    TestApi api = TestApi.on(kind);
    String provider = api.newProvider();
    JournalAnchor anchor = anchor(api, provider);

    Refusal.of(() -> anchor(api, "x"))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.NAME_INVALID, "parent");
    Refusal.of(() -> anchor(api, "providers/none"))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.PROVIDER_NOT_FOUND);
    Refusal.of(() -> verify(api, "providers/none"))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.PROVIDER_NOT_FOUND);
    Refusal.of(() -> verify(api, provider, anchor.toBuilder().setProvider("providers/b").build()))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "anchors[0].provider");
    Refusal.of(() -> verify(api, provider, anchor, anchor.toBuilder().setHash("x").build()))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "anchors[1]");
    Refusal.of(() -> verify(api, provider, anchor.toBuilder().setSequence(-1).build()))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "anchors[0]");
  }

  private static JournalAnchor anchor(TestApi api, String provider) {
    return audits(api)
        .getJournalAnchor(GetJournalAnchorRequest.newBuilder().setParent(provider).build());
  }

  private static VerifyJournalResponse verify(
      TestApi api, String provider, JournalAnchor... anchors) {
    return audits(api)
        .verifyJournal(
            VerifyJournalRequest.newBuilder()
                .setParent(provider)
                .addAllAnchors(List.of(anchors))
                .build());
  }

  private static AuditServiceBlockingStub audits(TestApi api) {
    return AuditServiceGrpc.newBlockingStub(api.channel());
  }
}
