package dev.redress.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.type.Date;
import dev.redress.persistence.TestDatabase;
import dev.redress.v1.AcceptHandoffRequest;
import dev.redress.v1.AcceptLineRequest;
import dev.redress.v1.AcknowledgeEscalationRequest;
import dev.redress.v1.AddDisputeEvidenceRequest;
import dev.redress.v1.AddDisputeNoteRequest;
import dev.redress.v1.AttachmentServiceGrpc;
import dev.redress.v1.BatchCreateTimeEntriesRequest;
import dev.redress.v1.Callback;
import dev.redress.v1.CallbackServiceGrpc;
import dev.redress.v1.CallbackServiceGrpc.CallbackServiceBlockingStub;
import dev.redress.v1.Commitment;
import dev.redress.v1.CreateCustomerRequest;
import dev.redress.v1.CreateInvoiceRequest;
import dev.redress.v1.CreateRequestRequest;
import dev.redress.v1.Customer;
import dev.redress.v1.CustomerServiceGrpc;
import dev.redress.v1.DismissFindingRequest;
import dev.redress.v1.Dispute;
import dev.redress.v1.DisputeEvidence;
import dev.redress.v1.DisputeNote;
import dev.redress.v1.DisputeServiceGrpc;
import dev.redress.v1.DisputeServiceGrpc.DisputeServiceBlockingStub;
import dev.redress.v1.DisputedLine;
import dev.redress.v1.Escalation;
import dev.redress.v1.EscalationServiceGrpc;
import dev.redress.v1.Finding;
import dev.redress.v1.GetCallbackRequest;
import dev.redress.v1.GetDisputeRequest;
import dev.redress.v1.GetStatementRequest;
import dev.redress.v1.HandOffDisputeRequest;
import dev.redress.v1.Import;
import dev.redress.v1.ImportHeader;
import dev.redress.v1.ImportServiceGrpc;
import dev.redress.v1.Invoice;
import dev.redress.v1.InvoiceServiceGrpc;
import dev.redress.v1.KeepPromiseRequest;
import dev.redress.v1.LaborLine;
import dev.redress.v1.LineOutcome;
import dev.redress.v1.ListCreditsRequest;
import dev.redress.v1.ListDisputesRequest;
import dev.redress.v1.ListEscalationsRequest;
import dev.redress.v1.LogAttemptRequest;
import dev.redress.v1.LogAttemptResponse;
import dev.redress.v1.Notice;
import dev.redress.v1.OpenDisputeRequest;
import dev.redress.v1.OwnHoliday;
import dev.redress.v1.Principal;
import dev.redress.v1.PromiseServiceGrpc;
import dev.redress.v1.ReconciliationServiceGrpc;
import dev.redress.v1.ReconciliationServiceGrpc.ReconciliationServiceBlockingStub;
import dev.redress.v1.RejectMatchRequest;
import dev.redress.v1.Request;
import dev.redress.v1.RequestServiceGrpc;
import dev.redress.v1.ResolveRequest;
import dev.redress.v1.RetractDisputeEvidenceRequest;
import dev.redress.v1.SignOffExhaustedRequest;
import dev.redress.v1.StartReconciliationRequest;
import dev.redress.v1.TimeEntry;
import dev.redress.v1.WatchReconciliationRequest;
import dev.redress.v1.WithdrawDisputeRequest;
import dev.redress.v1.Withdrawal;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.Metadata;
import io.grpc.stub.MetadataUtils;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * All that can happen to a customer until nothing is owed to it any more, through the API, with a
 * word of its own in every text that somebody can give.
 *
 * @param word stands in every text
 * @param lastDispute by name; ended, as the other is
 */
record CustomerStory(
    TestApi api, String provider, String customer, String word, String lastDispute) {
  private static final String OWNER = "account-manager";

  /** Happens to a new customer of a new provider. */
  static CustomerStory of(TestDatabase.Kind kind, String id, String word) {
    TestApi api = TestApi.on(kind);
    return new Teller(api, api.newProvider(), id, word).tell();
  }

  /** Tells it, step by step. */
  private static final class Teller {
    private final TestApi api;
    private final String provider;
    private final String id;
    private final String word;
    private final String customer;

    Teller(TestApi api, String provider, String id, String word) {
      this.api = api;
      this.provider = provider;
      this.id = id;
      this.word = word;
      this.customer = provider + "/customers/" + id;
    }

    CustomerStory tell() {
      created();
      imported();
      reconciled();
      decided();
      String first = disputeOf("INV-1");
      worked(first);
      String second = open("INV-1", "L1", DisputedLine.Reason.RATE);
      withdrawn(second);
      signedOff(open("INV-1", "L3", DisputedLine.Reason.RATE));
      read();
      reconciled();
      return new CustomerStory(api, provider, customer, word, second);
    }

    private void created() {
      CustomerServiceGrpc.newBlockingStub(api.channel())
          .createCustomer(
              CreateCustomerRequest.newBuilder()
                  .setParent(provider)
                  .setCustomerId(id)
                  .setRequestId(TestApi.requestId())
                  .setCustomer(
                      Customer.newBuilder()
                          .setDisplayName(said("name"))
                          .setTimeZone("America/Chicago")
                          .setPhone(said("phone"))
                          .setEmail(said("mail"))
                          .putAttributes("contact", said("attribute"))
                          .addOwnHolidays(
                              OwnHoliday.newBuilder()
                                  .setDate(date(2026, 3, 2))
                                  .setName(said("holiday"))))
                  .build());
      var requests = RequestServiceGrpc.newBlockingStub(api.channel());
      requests.createRequest(
          CreateRequestRequest.newBuilder()
              .setParent(customer)
              .setLoggedRequestId("INC-1")
              .setRequestId(TestApi.requestId())
              .setRequest(
                  Request.newBuilder()
                      .setOpenTime(TimeProtos.toProto(Instant.parse("2025-05-05T13:00:00Z")))
                      .setCloseTime(TimeProtos.toProto(Instant.parse("2025-05-05T20:00:00Z")))
                      .setSummary(said("reception printer jams"))
                      .setDescription(said("description"))
                      .setRequester(said("Kim"))
                      .setAssignee("Tom Bell")
                      .putAttributes("site", said("attribute")))
              .build());
      requests.batchCreateTimeEntries(
          BatchCreateTimeEntriesRequest.newBuilder()
              .setParent(customer)
              .setRequestId(TestApi.requestId())
              .addTimeEntries(
                  TimeEntry.newBuilder()
                      .setName(customer + "/requests/INC-1/timeEntries/E1")
                      .setTechnician("Tom Bell")
                      .setWorkDate(date(2025, 5, 5))
                      .setHours(1)
                      .setNotes(said("printer rollers"))
                      .putAttributes("where", said("attribute")))
              .build());
      InvoiceServiceGrpc.newBlockingStub(api.channel())
          .createInvoice(
              CreateInvoiceRequest.newBuilder()
                  .setParent(customer)
                  .setInvoiceId("INV-1")
                  .setRequestId(TestApi.requestId())
                  .setInvoice(
                      Invoice.newBuilder().setInvoiceDate(date(2025, 5, 31)).setCurrencyCode("USD"))
                  .addLaborLines(
                      line("L1", 100, "INC-1 reception printer jams, rollers")
                          .setReference("INC-1"))
                  .addLaborLines(line("L2", 50, "Firewall firmware").setReference(word))
                  .addLaborLines(line("L3", 60, "Quarterly review").setWorkDate(date(2025, 5, 7)))
                  .build());
      Keys.principal(
          api,
          provider,
          "portal",
          Principal.newBuilder()
              .setRole(Principal.Role.CUSTOMER)
              .setCustomer(customer)
              .setActor(said("portal user"))
              .setSubject("sub-" + word));
    }

    /** A row that is refused with the word in it, and one that is stored. */
    private void imported() {
      SentFile.send(
          ImportServiceGrpc.newStub(api.channel())::importFile,
          SentFile.parts(
              ImportHeader.newBuilder()
                  .setParent(provider)
                  .setKind(Import.Kind.REQUESTS)
                  .setFileName("requests.csv")
                  .setRequestId(TestApi.requestId())
                  .build(),
              """
              request_id,customer_id,opened_at,summary
              INC-2,%s,2025-05-06T10:00:00Z,%s
              INC-3,%s,%s,x
              """
                  .formatted(id, word, id, word)));
    }

    private void reconciled() {
      String run =
          runs()
              .startReconciliation(
                  StartReconciliationRequest.newBuilder()
                      .setParent(provider)
                      .setRequestId(TestApi.requestId())
                      .build())
              .getReconciliation()
              .getName();
      runs()
          .watchReconciliation(WatchReconciliationRequest.newBuilder().setName(run).build())
          .forEachRemaining(_ -> {});
    }

    private void decided() {
      runs()
          .rejectMatch(
              RejectMatchRequest.newBuilder()
                  .setLine(lineName("L2"))
                  .setRequest(customer + "/requests/INC-1")
                  .setReason(said("other work"))
                  .setRequestId(TestApi.requestId())
                  .build());
      runs()
          .acceptLine(
              AcceptLineRequest.newBuilder()
                  .setLine(lineName("L3"))
                  .setReason(said("agreed by mail"))
                  .setRequestId(TestApi.requestId())
                  .build());
      runs()
          .dismissFinding(
              DismissFindingRequest.newBuilder()
                  .setLine(lineName("L2"))
                  .setCode(Finding.Code.UNCORRELATED)
                  .setReason(said("known"))
                  .setRequestId(TestApi.requestId())
                  .build());
    }

    private void worked(String dispute) {
      var attachments = AttachmentServiceGrpc.newBlockingStub(api.channel());
      attachments.addDisputeNote(
          AddDisputeNoteRequest.newBuilder()
              .setParent(dispute)
              .setRequestId(TestApi.requestId())
              .setNote(
                  DisputeNote.newBuilder()
                      .setKind(DisputeNote.Kind.CUSTOMER_SAID)
                      .setText(said("never saw him")))
              .build());
      attachments.addDisputeEvidence(
          AddDisputeEvidenceRequest.newBuilder()
              .setParent(dispute)
              .setRequestId(TestApi.requestId())
              .setEvidence(
                  DisputeEvidence.newBuilder()
                      .setType(DisputeEvidence.Type.EMAIL)
                      .setTitle(said("mail of May"))
                      .setMediaType("text/plain")
                      .setContent(ByteString.copyFromUtf8(said("Dear Tom"))))
              .build());
      DisputeEvidence reference =
          attachments.addDisputeEvidence(
              AddDisputeEvidenceRequest.newBuilder()
                  .setParent(dispute)
                  .setRequestId(TestApi.requestId())
                  .setEvidence(
                      DisputeEvidence.newBuilder()
                          .setType(DisputeEvidence.Type.TICKET_EXPORT)
                          .setTitle(said("ticket"))
                          .setReference("https://example.com/" + word))
                  .build());
      attachments.retractDisputeEvidence(
          RetractDisputeEvidenceRequest.newBuilder()
              .setName(reference.getName())
              .setReason(said("not theirs"))
              .setRequestId(TestApi.requestId())
              .build());
      String handoff =
          disputesAs(OWNER)
              .handOffDispute(
                  HandOffDisputeRequest.newBuilder()
                      .setName(dispute)
                      .setReceiver("mia")
                      .setReason(said("leave"))
                      .setNote(said("is angry"))
                      .setRequestId(TestApi.requestId())
                      .build())
              .getName();
      disputesAs("mia")
          .acceptHandoff(
              AcceptHandoffRequest.newBuilder()
                  .setName(handoff)
                  .setNote(said("mine now"))
                  .setRequestId(TestApi.requestId())
                  .build());
      escalated(dispute);
      calls()
          .logAttempt(
              LogAttemptRequest.newBuilder()
                  .setName(callback(dispute))
                  .setOutcome(Callback.Outcome.HUNG_UP)
                  .setNote(said("hung up on us"))
                  .setApproach(said("let the boss call"))
                  .setRequestId(TestApi.requestId())
                  .build());
      Instant soon = api.advance(Duration.ZERO).plus(Duration.ofDays(2));
      LogAttemptResponse reached =
          calls()
              .logAttempt(
                  LogAttemptRequest.newBuilder()
                      .setName(callback(dispute))
                      .setOutcome(Callback.Outcome.REACHED)
                      .setNote(said("was glad"))
                      .addPromises(
                          Commitment.newBuilder()
                              .setText(said("send the report"))
                              .setDueTime(TimeProtos.toProto(soon)))
                      .setRequestId(TestApi.requestId())
                      .build());
      PromiseServiceGrpc.newBlockingStub(api.channel())
          .keepPromise(
              KeepPromiseRequest.newBuilder()
                  .setName(reached.getPromises(0).getName())
                  .setNote(said("sent it"))
                  .setRequestId(TestApi.requestId())
                  .build());
      disputes()
          .resolve(
              ResolveRequest.newBuilder()
                  .setName(dispute)
                  .addLineOutcomes(
                      LineOutcome.newBuilder()
                          .setLine(lineName("L2"))
                          .setReason(DisputedLine.Reason.UNCORRELATED)
                          .setOutcome(DisputedLine.Outcome.CREDITED)
                          .setComment(said("our mistake")))
                  .setOtherLinesOutcome(DisputedLine.Outcome.EXPLAINED)
                  .setRequestId(TestApi.requestId())
                  .build());
    }

    /** The call is late, and somebody says so. */
    private void escalated(String dispute) {
      api.escalate();
      api.advance(Duration.ofDays(6));
      List<Escalation> fired = List.of();
      // One sweep is not enough where more is due of other providers, or one of theirs fails.
      for (int sweeps = 0; fired.isEmpty(); sweeps++) {
        assertThat(sweeps).isLessThan(50);
        api.escalate();
        api.advance(Duration.ofHours(1));
        fired =
            EscalationServiceGrpc.newBlockingStub(api.channel())
                .listEscalations(ListEscalationsRequest.newBuilder().setParent(provider).build())
                .getEscalationsList();
      }
      for (Escalation escalation : fired) {
        var _ =
            EscalationServiceGrpc.newBlockingStub(api.channel())
                .acknowledgeEscalation(
                    AcknowledgeEscalationRequest.newBuilder()
                        .setName(escalation.getName())
                        .setNote(said("calling " + dispute.length()))
                        .setRequestId(TestApi.requestId())
                        .build());
      }
    }

    /** Nobody answers until nobody has to call any more, and the customer is written to. */
    private void signedOff(String dispute) {
      for (String call = callback(dispute); !isExhausted(call); call = callback(dispute)) {
        calls()
            .logAttempt(
                LogAttemptRequest.newBuilder()
                    .setName(call)
                    .setOutcome(Callback.Outcome.NO_ANSWER)
                    .setNote(said("nobody"))
                    .build());
      }
      CallbackServiceGrpc.newBlockingStub(as(OWNER))
          .signOffExhausted(
              SignOffExhaustedRequest.newBuilder()
                  .setName(callback(dispute))
                  .setReason(said("never there"))
                  .setNotice(
                      Notice.newBuilder()
                          .setChannel(Notice.Channel.LETTER)
                          .setText(said("Dear customer")))
                  .setRequestId(TestApi.requestId())
                  .build());
      disputes()
          .resolve(
              ResolveRequest.newBuilder()
                  .setName(dispute)
                  .setOtherLinesOutcome(DisputedLine.Outcome.EXPLAINED)
                  .build());
    }

    private boolean isExhausted(String callback) {
      return calls()
              .getCallback(GetCallbackRequest.newBuilder().setName(callback).build())
              .getState()
          == Callback.State.EXHAUSTED;
    }

    private void withdrawn(String dispute) {
      disputes()
          .withdrawDispute(
              WithdrawDisputeRequest.newBuilder()
                  .setName(dispute)
                  .setRequestId(TestApi.requestId())
                  .setWithdrawal(
                      Withdrawal.newBuilder()
                          .setWithdrawnBy(said("Lee"))
                          .setChannel(Withdrawal.Channel.PHONE)
                          .setNote(said("found the order")))
                  .build());
    }

    /** By the customer's own people, whom the journal then names. */
    private void read() {
      String secret = Keys.key(api, provider + "/principals/portal").getSecret();
      InvoiceServiceGrpc.newBlockingStub(Keys.with(api.channel(), secret))
          .getStatement(
              GetStatementRequest.newBuilder().setName(customer + "/invoices/INV-1").build());
      disputes().listCredits(ListCreditsRequest.newBuilder().setParent(provider).build());
    }

    private String open(String invoice, String line, DisputedLine.Reason reason) {
      return disputes()
          .openDispute(
              OpenDisputeRequest.newBuilder()
                  .setParent(provider)
                  .setRequestId(TestApi.requestId())
                  .setDispute(
                      Dispute.newBuilder()
                          .addLines(
                              DisputedLine.newBuilder()
                                  .setLine(customer + "/invoices/" + invoice + "/lines/" + line)
                                  .setReason(reason)
                                  .setComment(said("comment"))))
                  .build())
          .getName();
    }

    /** The one that the run has opened, or a new one. */
    private String disputeOf(String invoice) {
      List<Dispute> open =
          disputes()
              .listDisputes(ListDisputesRequest.newBuilder().setParent(provider).build())
              .getDisputesList();
      return open.isEmpty()
          ? open(invoice, "L2", DisputedLine.Reason.UNCORRELATED)
          : open.getFirst().getName();
    }

    private String callback(String dispute) {
      return disputes()
          .getDispute(GetDisputeRequest.newBuilder().setName(dispute).build())
          .getCallback();
    }

    private String lineName(String line) {
      return customer + "/invoices/INV-1/lines/" + line;
    }

    private LaborLine.Builder line(String line, long amount, String text) {
      return LaborLine.newBuilder()
          .setName("lines/" + line)
          .setWorkDate(date(2025, 5, 5))
          .setTechnician("Tom Bell")
          .setHours(1)
          .setRate(Billed.usd(amount))
          .setAmount(Billed.usd(amount))
          .setDescription(said(text))
          .putAttributes("site", said("attribute"));
    }

    private String said(String what) {
      return what + " " + word;
    }

    private static Date date(int year, int month, int day) {
      return Date.newBuilder().setYear(year).setMonth(month).setDay(day).build();
    }

    private ReconciliationServiceBlockingStub runs() {
      return ReconciliationServiceGrpc.newBlockingStub(api.channel());
    }

    private DisputeServiceBlockingStub disputes() {
      return DisputeServiceGrpc.newBlockingStub(api.channel());
    }

    private DisputeServiceBlockingStub disputesAs(String actor) {
      return DisputeServiceGrpc.newBlockingStub(as(actor));
    }

    private CallbackServiceBlockingStub calls() {
      return CallbackServiceGrpc.newBlockingStub(api.channel());
    }

    private Channel as(String actor) {
      Metadata headers = new Metadata();
      headers.put(AccessInterceptor.ACTOR, actor);
      return ClientInterceptors.intercept(
          api.channel(), MetadataUtils.newAttachHeadersInterceptor(headers));
    }
  }
}
