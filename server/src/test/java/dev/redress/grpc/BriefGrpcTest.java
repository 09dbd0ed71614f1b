package dev.redress.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.error.ErrorReason;
import dev.redress.persistence.TestDatabase;
import dev.redress.v1.AuthorityLimit;
import dev.redress.v1.AuthorityServiceGrpc;
import dev.redress.v1.Brief;
import dev.redress.v1.Brief.Topic;
import dev.redress.v1.Callback;
import dev.redress.v1.CallbackServiceGrpc;
import dev.redress.v1.Commitment;
import dev.redress.v1.Dispute;
import dev.redress.v1.DisputeServiceGrpc;
import dev.redress.v1.DisputeServiceGrpc.DisputeServiceBlockingStub;
import dev.redress.v1.DisputedLine;
import dev.redress.v1.DisputedLine.Outcome;
import dev.redress.v1.DisputedLine.Reason;
import dev.redress.v1.GetBriefRequest;
import dev.redress.v1.LogAttemptRequest;
import dev.redress.v1.OpenDisputeRequest;
import dev.redress.v1.ResolveRequest;
import dev.redress.v1.SetAuthorityLimitRequest;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.stub.MetadataUtils;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is read from the database before a call; how it is put is the writer's own test. */
class BriefGrpcTest {

  @ParameterizedTest
  @EnumSource
  void getBrief_gathersWhatHappened(TestDatabase.Kind kind) {
    Billed billed = Billed.on(kind);
    Dispute first = open(billed, billed.invoiced("INV-2") + "/lines/L1", Reason.RATE);
    logged(billed, first.getCallback(), "Dr. Kim asked for the old rate");
    stub(billed)
        .resolve(
            ResolveRequest.newBuilder()
                .setName(first.getName())
                .setOtherLinesOutcome(Outcome.CREDITED)
                .build());
    Dispute dispute = open(billed, billed.line("L2"), Reason.CUSTOMER_UNRECOGNIZED);
    Callback next =
        CallbackServiceGrpc.newBlockingStub(billed.api().channel())
            .logAttempt(
                LogAttemptRequest.newBuilder()
                    .setName(dispute.getCallback())
                    .setOutcome(Callback.Outcome.NO_ANSWER)
                    .build())
            .getSuccessor();
    billed.api().advance(Duration.ofHours(5));
    logged(billed, next.getName(), "Dr. Kim: closed at five");
    limit(billed, "bo", 10);

    Brief brief = as("bo", billed).getBrief(request(dispute.getName()));

    assertThat(brief.getDispute()).isEqualTo(dispute.getName());
    assertThat(brief.getCustomer()).isEqualTo(billed.customer());
    assertThat(brief.getPerson()).isEqualTo("bo");
    assertThat(brief.getSectionsList())
        .extracting(Brief.Section::getTopic)
        .containsExactly(
            Topic.CUSTOMER,
            Topic.BILLED,
            Topic.FOUND,
            Topic.SAID,
            Topic.TRIED,
            Topic.NOT_TO_ASK,
            Topic.PROMISED,
            Topic.AWAITED,
            Topic.EARLIER,
            Topic.MAY_CONCEDE,
            Topic.NEXT);
    assertThat(section(brief, Topic.BILLED))
        .containsExactly(
            "Invoice INV-1 of 2025-05-31: 1 line in dispute, over 50.00 USD.",
            "L2: 2025-05-05, Tom Bell, 1 h, 50.00 USD: Firewall firmware upgrade after hours");
    assertThat(section(brief, Topic.SAID))
        .singleElement()
        .asString()
        .endsWith(", to local: Dr. Kim: closed at five");
    assertThat(section(brief, Topic.TRIED)).hasSize(2);
    assertThat(section(brief, Topic.TRIED).getFirst()).endsWith(", local: nobody answered.");
    assertThat(section(brief, Topic.TRIED).getLast()).endsWith(", local: spoke with the customer.");
    assertThat(section(brief, Topic.PROMISED)).hasSize(3);
    assertThat(section(brief, Topic.PROMISED).get(1)).startsWith("the report, by ");
    assertThat(section(brief, Topic.EARLIER))
        .containsExactly(
            "In the last 12 months: 1 other dispute over 75.00 USD, and 1 credit of 75.00 USD given"
                + " back.");
    assertThat(section(brief, Topic.MAY_CONCEDE).getFirst())
        .isEqualTo("bo may concede up to 10.00 USD on this dispute.");
    assertThat(brief.getText()).startsWith(brief.getHeading().substring(0, 40)).endsWith(".\n");
  }

  @ParameterizedTest
  @EnumSource
  void getBrief_isRefused(TestDatabase.Kind kind) {
    Billed billed = Billed.on(kind);

    Refusal.of(() -> stub(billed).getBrief(request(billed.provider() + "/disputes/unknown")))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.DISPUTE_NOT_FOUND);
    Refusal.of(() -> stub(billed).getBrief(request("disputes/x")))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.NAME_INVALID, "name");
  }

  private static List<String> section(Brief brief, Topic topic) {
    return brief.getSectionsList().stream()
        .filter(section -> section.getTopic() == topic)
        .findFirst()
        .orElseThrow()
        .getSentencesList();
  }

  private static Dispute open(Billed billed, String line, Reason reason) {
    return stub(billed)
        .openDispute(
            OpenDisputeRequest.newBuilder()
                .setParent(billed.provider())
                .setDispute(
                    Dispute.newBuilder()
                        .addLines(DisputedLine.newBuilder().setLine(line).setReason(reason)))
                .build());
  }

  private static void logged(Billed billed, String callback, String note) {
    CallbackServiceGrpc.newBlockingStub(billed.api().channel())
        .logAttempt(
            LogAttemptRequest.newBuilder()
                .setName(callback)
                .setOutcome(Callback.Outcome.REACHED)
                .setNote(note)
                .addPromises(
                    Commitment.newBuilder()
                        .setText("the report")
                        .setDueTime(
                            TimeProtos.toProto(
                                billed.api().advance(Duration.ZERO).plus(Duration.ofDays(2)))))
                .build());
  }

  private static void limit(Billed billed, String person, long usd) {
    AuthorityServiceGrpc.newBlockingStub(billed.api().channel())
        .setAuthorityLimit(
            SetAuthorityLimitRequest.newBuilder()
                .setParent(billed.provider())
                .setAuthorityLimit(
                    AuthorityLimit.newBuilder().setPerson(person).setLimit(Billed.usd(usd)))
                .build());
  }

  private static GetBriefRequest request(String dispute) {
    return GetBriefRequest.newBuilder().setName(dispute).build();
  }

  private static DisputeServiceBlockingStub as(String actor, Billed billed) {
    Metadata headers = new Metadata();
    headers.put(AccessInterceptor.ACTOR, actor);
    return stub(billed).withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers));
  }

  private static DisputeServiceBlockingStub stub(Billed billed) {
    return DisputeServiceGrpc.newBlockingStub(billed.api().channel());
  }
}
