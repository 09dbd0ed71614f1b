package dev.redress.brief;

import static dev.redress.persistence.Samples.CUSTOMER;
import static dev.redress.persistence.Samples.INVOICE;
import static dev.redress.persistence.Samples.USD;
import static dev.redress.persistence.Samples.lineName;
import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.attachment.DisputeEvidence;
import dev.redress.attachment.DisputeNote;
import dev.redress.attachment.EvidenceSource;
import dev.redress.attachment.EvidenceType;
import dev.redress.attachment.NoteKind;
import dev.redress.callback.Attempt;
import dev.redress.callback.Callback;
import dev.redress.callback.CallbackState;
import dev.redress.callback.Outcome;
import dev.redress.customer.Customer;
import dev.redress.customer.CustomerCalendar;
import dev.redress.customer.ProviderSettings;
import dev.redress.dispute.Dispute;
import dev.redress.dispute.DisputeReason;
import dev.redress.dispute.DisputeState;
import dev.redress.dispute.DisputedLine;
import dev.redress.dispute.Hearing;
import dev.redress.dispute.RaisedBy;
import dev.redress.dispute.RequestedAction;
import dev.redress.dispute.Round;
import dev.redress.dispute.SlaClock;
import dev.redress.dispute.Waiting;
import dev.redress.finding.FindingCode;
import dev.redress.identity.Actor;
import dev.redress.identity.DisputeEvidenceName;
import dev.redress.identity.DisputeNoteName;
import dev.redress.identity.PromiseName;
import dev.redress.invoice.LaborLine;
import dev.redress.matching.Verdict;
import dev.redress.matching.Verdict.Answer;
import dev.redress.matching.Verdict.NotAuditableReason;
import dev.redress.money.Money;
import dev.redress.money.Rate;
import dev.redress.persistence.Samples;
import dev.redress.promise.Promise;
import dev.redress.promise.PromiseState;
import dev.redress.servicelevel.DisputePriority;
import dev.redress.time.BusinessCalendar;
import dev.redress.time.Holidays;
import dev.redress.time.Hours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Pages as somebody reads them who is about to call Harbor Dental in New York. */
class BriefWriterTest {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  /** A Tuesday, 10:00 in New York. */
  private static final Instant NOW = Instant.parse("2025-11-04T15:00:00Z");

  private static final Instant OPENED = Instant.parse("2025-10-30T14:00:00Z");

  @Test
  void write_tellsAStoryOnOnePage() {
    DisputedLine printer = claim("1", DisputeReason.UNCORRELATED, 12_000, "");
    DisputedLine firewall =
        claim("2", DisputeReason.CUSTOMER_UNRECOGNIZED, 18_000, "Nobody was here that evening");
    Waiting waiting = new Waiting("the technician's notes", OPENED, NOW.plus(Duration.ofDays(2)));
    Dispute dispute =
        dispute(
            DisputeState.AWAITING_PROVIDER, RaisedBy.CUSTOMER, waiting, List.of(printer, firewall));
    BriefFacts facts =
        facts(
            dispute,
            customer("dana", new Money(1_200_000, USD)),
            List.of(
                new BilledLine(
                    line("2", "Firewall firmware upgrade after hours"),
                    List.of(firewall),
                    verdict("2", "No request of October speaks of a firewall; the nearest is R-9."),
                    List.of(FindingCode.UNCORRELATED, FindingCode.NO_NOTES)),
                new BilledLine(line("1", "printer repair"), List.of(printer), null, List.of())),
            List.of(
                attempt(Outcome.VOICEMAIL, 1, "asked for a call back"),
                attempt(Outcome.HUNG_UP, 2, "was angry, a patient waited"),
                attempt(Outcome.REACHED, 3, "Dr. Kim: the office closed at five that day")),
            List.of(
                note(1, NoteKind.CUSTOMER_TOLD, 2, "that we look for the work order"),
                note(2, NoteKind.INTERNAL, 2, "Sam badges in at another site that day"),
                note(3, NoteKind.CUSTOMER_SAID, 4, "has a photo of the locked door")),
            List.of(evidence()),
            List.of(promise("send the technician's notes", -1), promise("a new rate card", 3)),
            List.of(new Earlier(2, new Money(45_000, USD), 1, new Money(12_050, USD))),
            new Money(25_000, USD));

    assertThat(BriefText.of(BriefWriter.write(facts)))
        .isEqualTo(
            """
            Brief for mia: dispute d1 (AWAITING_PROVIDER) of Harbor Dental, Tue 4 Nov 2025 10:00 in
                America/New_York

            Who the customer is
              - Harbor Dental, customer Harbor Dental, tier gold.
              - Call Dr. Kim, +1 555 0100.
              - It is worth 12000.00 USD a year.
              - Its account manager is dana.
              - It is Tue 4 Nov 2025 10:00 there now (America/New_York), within its business hours.

            What was billed
              - Invoice INV/7 of 2025-10-31: 2 lines in dispute, over 300.00 USD.
              - 2: 2025-10-25, Sam Ortiz, 1.5 h, 180.00 USD: Firewall firmware upgrade after hours
              - 1: 2025-10-25, Sam Ortiz, 1.5 h, 180.00 USD: printer repair

            What we found
              - 2: disputed because the customer does not recognise it (180.00 USD). No request of October
                speaks of a firewall; the nearest is R-9. Also found: no request backs it; the line does not say
                what was done.
              - 1: disputed because no request backs it (120.00 USD). Nobody has compared it with the requests
                yet.
              - Evidence 1, TIME_SHEET: Sam's badge of 25 October
              - Sat 1 Nov 2025 11:00, dana noted for us alone: Sam badges in at another site that day

            What the customer already said and was told
              - The customer brought this up itself on Thu 30 Oct 2025 10:00.
              - Noted on line 2: Nobody was here that evening
              - Sat 1 Nov 2025 10:00, to bo: was angry, a patient waited
              - Sat 1 Nov 2025 11:00, it was told by dana: that we look for the work order
              - Sun 2 Nov 2025 09:00, to bo: Dr. Kim: the office closed at five that day
              - Mon 3 Nov 2025 10:00, to dana: has a photo of the locked door

            What was tried
              - Fri 31 Oct 2025 10:00, bo: left a message (asked for a call back).
              - Sat 1 Nov 2025 10:00, bo: the customer hung up.
              - Sun 2 Nov 2025 09:00, bo: spoke with the customer.
              - Do it differently this time: begin with the patient who waited

            What not to ask again
              - Which lines it means: it named them when it brought this up.
              - Whether it recognises 2: it does not.
              - What it told bo on Sun 2 Nov 2025 09:00; it is written above.
              - What dana noted on Mon 3 Nov 2025 10:00 that it said; it is written above.

            What is promised
              - A call by Tue 4 Nov 2025 12:00, which dana owes.
              - send the technician's notes, by Mon 3 Nov 2025 10:00, which bo owes; that time has passed.
              - a new rate card, by Fri 7 Nov 2025 10:00, which bo owes.

            What is waited for
              - From us by Thu 6 Nov 2025 10:00: the technician's notes

            What there was before
              - In the last 12 months: 2 other disputes over 450.00 USD, and 1 credit of 120.50 USD given back.

            What you may concede
              - mia may concede up to 250.00 USD on this dispute.
              - In dispute are 300.00 USD; 0.00 USD were given back before.

            What must come out of the call
              - Speak with the customer: before that the dispute cannot end.
              - Say what we still owe it, and by when it comes.
              - Agree when we call again, unless nothing is left to say, and log the call.
            """);
  }

  @Test
  void write_saysWhatIsNotKnown() {
    DisputedLine printer = claim("1", DisputeReason.UNCORRELATED, 12_000, "");
    BriefFacts facts =
        facts(
            dispute(DisputeState.OPEN, RaisedBy.RECONCILIATION, null, List.of(printer)),
            customer("", null),
            List.of(new BilledLine(line("1", ""), List.of(printer), null, List.of())),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            null);

    assertThat(BriefText.of(BriefWriter.write(facts)))
        .isEqualTo(
            """
            Brief for mia: dispute d1 (OPEN) of Harbor Dental, Tue 4 Nov 2025 10:00 in America/New_York

            Who the customer is
              - Harbor Dental, customer Harbor Dental, of no recorded tier.
              - Call Dr. Kim, +1 555 0100.
              - What it is worth a year is not recorded; it is billed in USD.
              - It has no account manager; account-manager stands in.
              - It is Tue 4 Nov 2025 10:00 there now (America/New_York), within its business hours.

            What was billed
              - Invoice INV/7 of 2025-10-31: 1 line in dispute, over 120.00 USD.
              - 1: 2025-10-25, nobody named, 1.5 h, 180.00 USD: without a description

            What we found
              - 1: disputed because no request backs it (120.00 USD). Nobody has compared it with the requests
                yet.

            What the customer already said and was told
              - Nothing that it said is recorded.

            What was tried
              - Nobody has called yet.

            What not to ask again
              - Nothing is known that it has answered already.

            What is promised
              - A call by Tue 4 Nov 2025 12:00, which dana owes.

            What is waited for
              - Nobody is waited for.

            What there was before
              - No other dispute and no credit in the last 12 months.

            What you may concede
              - No limit is set for mia.
              - In dispute are 120.00 USD; 0.00 USD were given back before.

            What must come out of the call
              - Speak with the customer: before that the dispute cannot end.
              - Explain each line, and learn which charges it accepts and which it does not.
              - Agree when we call again, unless nothing is left to say, and log the call.
            """);
  }

  @Test
  void write_showsTheMostDisputedLinesAndTheSumOfTheRest() {
    List<DisputedLine> claims = new ArrayList<>();
    List<BilledLine> shown = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      DisputedLine claim = claim(Integer.toString(i), DisputeReason.UNCORRELATED, 1_000, "");
      claims.add(claim);
      if (i < BriefFacts.LINES_MAX) {
        LaborLine line = line(Integer.toString(i), "x".repeat(500) + "\u001b[31m");
        shown.add(new BilledLine(line, List.of(claim), null, List.of()));
      }
    }
    Brief brief =
        BriefWriter.write(
            facts(
                dispute(DisputeState.OPEN, RaisedBy.PROVIDER, null, claims),
                customer("dana", null),
                shown,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null));

    List<String> billed =
        brief.sections().stream()
            .filter(section -> section.topic() == Topic.BILLED)
            .findFirst()
            .orElseThrow()
            .sentences();
    assertThat(billed).hasSize(22);
    assertThat(billed.getFirst()).startsWith("Invoice INV/7 of 2025-10-31: 25 lines in dispute");
    assertThat(billed.get(1)).endsWith("xxx [...]").hasSizeLessThan(260);
    assertThat(billed.getLast())
        .isEqualTo("And 5 more lines with 50.00 USD in dispute, not shown.");
  }

  @Test
  void text_isCutAtALineAndSaysSo() {
    DisputedLine printer = claim("1", DisputeReason.UNCORRELATED, 12_000, "");
    Brief brief =
        BriefWriter.write(
            facts(
                dispute(DisputeState.OPEN, RaisedBy.PROVIDER, null, List.of(printer)),
                customer("dana", null),
                List.of(new BilledLine(line("1", "printer"), List.of(printer), null, List.of())),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null));

    assertThat(BriefText.of(brief, 30_000)).isEqualTo(BriefText.of(brief));
    assertThat(BriefText.of(brief, 500))
        .hasSizeLessThanOrEqualTo(500)
        .endsWith("\n[cut: the page was longer than is kept]\n");
  }

  @Test
  void oneLine_letsNoTextCommandATerminal() {
    assertThat(PlainText.oneLine(" a\tb\r\nc\u001b[2Jd\u202ee\u0007 "))
        .isEqualTo("a b  c\uFFFD[2Jd\uFFFDe\uFFFD");
    assertThat(PlainText.cut("abcdefghijkl", 12)).isEqualTo("abcdefghijkl");
    assertThat(PlainText.cut("abcdefghijklm", 12)).isEqualTo("abcdef [...]");
    // What two characters make up is not torn apart.
    assertThat(PlainText.cut("abcde\uD83D\uDE00ghijklm", 12)).isEqualTo("abcde [...]");
  }

  private static BriefFacts facts(
      Dispute dispute,
      Customer customer,
      List<BilledLine> lines,
      List<Attempt> attempts,
      List<DisputeNote> notes,
      List<DisputeEvidence> evidence,
      List<Promise> promises,
      List<Earlier> earlier,
      @Nullable Money limit) {
    return new BriefFacts(
        dispute,
        customer,
        "account-manager",
        new BusinessCalendar(ProviderSettings.DEFAULT.businessWeek(), NEW_YORK, Holidays.NONE),
        Samples.invoice(INVOICE),
        lines,
        call(attempts.isEmpty() ? "" : "begin with the patient who waited"),
        attempts,
        attempts.size(),
        notes,
        evidence,
        promises,
        earlier,
        "mia",
        limit,
        NOW);
  }

  private static Customer customer(String accountManager, @Nullable Money value) {
    return new Customer(
        CUSTOMER,
        "Harbor Dental",
        NEW_YORK,
        value == null ? "" : "gold",
        accountManager,
        "+1 555 0100",
        "office@example.com",
        value,
        USD,
        CustomerCalendar.AS_PROVIDER,
        Map.of(),
        OPENED,
        OPENED,
        1);
  }

  private static Dispute dispute(
      DisputeState state, RaisedBy raisedBy, @Nullable Waiting waiting, List<DisputedLine> lines) {
    return new Dispute(
        Samples.disputeName("1"),
        state,
        INVOICE,
        "dana",
        DisputePriority.NORMAL,
        raisedBy,
        USD,
        lines,
        Samples.callbackName("1"),
        Hearing.NONE,
        waiting,
        null,
        SlaClock.started(OPENED),
        Round.first(OPENED),
        OPENED,
        OPENED,
        1);
  }

  private static DisputedLine claim(String id, DisputeReason reason, long cents, String comment) {
    Money amount = new Money(cents, USD);
    return DisputedLine.claimed(
        lineName(id),
        reason,
        RequestedAction.CREDIT_PARTIALLY,
        Hours.of("1.5"),
        amount,
        amount,
        comment);
  }

  private static LaborLine line(String id, String description) {
    return new LaborLine(
        lineName(id),
        LocalDate.of(2025, 10, 25),
        description.isEmpty() ? "" : "Sam Ortiz",
        Hours.of("1.5"),
        new Rate(1_200_000, USD),
        new Money(18_000, USD),
        description,
        "",
        "",
        Map.of());
  }

  private static Verdict verdict(String id, String sentence) {
    return new Verdict(
        lineName(id),
        Answer.UNMATCHED,
        0.02,
        Hours.of("1.5"),
        List.of(),
        NotAuditableReason.NONE,
        List.of(),
        sentence);
  }

  private static Attempt attempt(Outcome outcome, int day, String note) {
    return new Attempt(outcome, OPENED.plus(Duration.ofDays(day)), new Actor("bo"), note);
  }

  private static DisputeNote note(int number, NoteKind kind, int day, String text) {
    return new DisputeNote(
        new DisputeNoteName(Samples.disputeName("1"), number),
        kind,
        text,
        new Actor("dana"),
        OPENED.plus(Duration.ofDays(day)).plusSeconds(3_600));
  }

  private static DisputeEvidence evidence() {
    return new DisputeEvidence(
        new DisputeEvidenceName(Samples.disputeName("1"), 1),
        EvidenceType.TIME_SHEET,
        "Sam's badge of 25 October",
        new EvidenceSource.Reference("BADGE-118"),
        new Actor("dana"),
        OPENED,
        null);
  }

  private static Promise promise(String text, int days) {
    return new Promise(
        new PromiseName(Samples.PROVIDER, "p" + (days + 1)),
        PromiseState.OPEN,
        Samples.disputeName("1"),
        Samples.callbackName("1"),
        CUSTOMER,
        "bo",
        text,
        NOW.plus(Duration.ofDays(days)),
        OPENED,
        null,
        1);
  }

  private static Callback call(String approach) {
    return new Callback(
        Samples.callbackName("1"),
        CallbackState.SCHEDULED,
        Samples.disputeName("1"),
        CUSTOMER,
        "dana",
        "Dr. Kim, +1 555 0100",
        approach,
        NOW.plus(Duration.ofHours(2)),
        0,
        0,
        null,
        null,
        null,
        null,
        OPENED,
        1);
  }
}
