package dev.redress.persistence;

import static dev.redress.persistence.Samples.CUSTOMER;
import static dev.redress.persistence.Samples.credit;
import static dev.redress.persistence.Samples.lineName;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.redress.attachment.DisputeEvidence;
import dev.redress.attachment.DisputeNote;
import dev.redress.attachment.EvidenceSource;
import dev.redress.attachment.EvidenceType;
import dev.redress.attachment.NoteKind;
import dev.redress.identity.Actor;
import dev.redress.identity.DisputeEvidenceName;
import dev.redress.identity.DisputeName;
import dev.redress.identity.DisputeNoteName;
import dev.redress.identity.InvoiceName;
import dev.redress.identity.LineName;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Somebody goes past the code and writes SQL. The schema alone refuses what would break I1, I3, I4
 * or I6, or hold more than it may, at the statement or at the commit.
 *
 * <p>Each attack begins with two open disputes, d1 and d2, on two invoices, with their live
 * callbacks c1 and c2; 50.00 and then 20.00 of the 120.00 of line 1 are credited; d2 has a pending
 * handoff.
 */
class SchemaAttackTest {

  private static final String ATTACKS =
      """
      # I1: every open dispute has exactly one live callback
      an open dispute without a callback
          UPDATE dispute SET callback_id = NULL, callback_state = NULL WHERE {d1}
      the same, half
          UPDATE dispute SET callback_state = NULL WHERE {d1}
      a dispute with an ended callback
          UPDATE dispute SET callback_state = 'ENDED' WHERE {d1}
      a dispute with another's callback
          UPDATE callback SET state = 'CANCELLED', liveness = 'ENDED', live_dispute_id = NULL
          WHERE {c1} ;; UPDATE dispute SET callback_id = 'c2' WHERE {d1}
      a dispute with a missing callback
          UPDATE dispute SET callback_id = 'nothing' WHERE {d1}
      a new dispute without a callback
          INSERT INTO dispute {dispute} VALUES ({customer}, 'INV/9', 'd9', 'OPEN', NULL, NULL,
          {rest})
      a new dispute, callback missing
          INSERT INTO dispute {dispute} VALUES ({customer}, 'INV/9', 'd9', 'OPEN', 'c9', 'LIVE',
          {rest})
      an unknown state
          UPDATE dispute SET state = 'FORGOTTEN' WHERE {d1}
      the callback is completed
          UPDATE callback SET state = 'COMPLETED', outcome = 'REACHED', liveness = 'ENDED',
          live_dispute_id = NULL WHERE {c1}
      the callback is cancelled
          UPDATE callback SET state = 'CANCELLED', liveness = 'ENDED', live_dispute_id = NULL
          WHERE {c1}
      the same, but called live
          UPDATE callback SET state = 'CANCELLED' WHERE {c1}
      the callback is deleted
          DELETE FROM callback WHERE {c1}
      two live callbacks
          INSERT INTO callback {callback} VALUES ({customer}, 'c9', 'd1', 'SCHEDULED', 'LIVE',
          'd1', {call})
      the same, hidden
          INSERT INTO callback {callback} VALUES ({customer}, 'c9', 'd1', 'SCHEDULED', 'LIVE',
          NULL, {call})
      the same, under another dispute
          INSERT INTO callback {callback} VALUES ({customer}, 'c9', 'd1', 'SCHEDULED', 'LIVE',
          'd2', {call})
      a callback for no dispute
          INSERT INTO callback {callback} VALUES ({customer}, 'c9', 'd9', 'SCHEDULED', 'LIVE',
          'd9', {call})
      a callback due before its promise
          UPDATE callback SET due_time = CAST('2020-01-01 00:00:00' AS TIMESTAMP) WHERE {c1}
      a claim of nobody
          UPDATE callback SET state = 'CLAIMED' WHERE {c1}
      a claim of a call that waits for nobody
          UPDATE callback SET claim_actor = 'mia', claim_time = {now}, claim_expire_time =
          CAST('2026-01-01 00:30:00' AS TIMESTAMP) WHERE {c1}
      a claim that ended before it began
          UPDATE callback SET state = 'CLAIMED', claim_actor = 'mia', claim_time = {now},
          claim_expire_time = {now} WHERE {c1}
      a call that was moved and is live
          UPDATE callback SET reschedule_actor = 'mia', reschedule_time = {now},
          reschedule_reason = 'ill' WHERE {c1}
      a call that was moved once more
          UPDATE callback SET reschedules_before = 4 WHERE {c1}
      a second open dispute
          INSERT INTO dispute {dispute} VALUES ({customer}, 'INV/7', 'd9', 'OPEN', 'c9', 'LIVE',
          {rest}) ;; INSERT INTO callback {callback} VALUES ({customer}, 'c9', 'd9',
          'SCHEDULED', 'LIVE', 'd9', {call})
      a dispute moved to that invoice
          UPDATE dispute SET invoice_id = 'INV/7' WHERE {d2}

      # I3: no dispute is resolved in silence
      resolved before anyone was reached
          UPDATE dispute SET state = 'RESOLVED', callback_id = NULL, callback_state = NULL WHERE
          {d1}
      signed off by nobody
          UPDATE dispute SET signed_off_callback_id = 'c1' WHERE {d1}
      signed off for another dispute
          INSERT INTO callback_sign_off VALUES ('acme', 'c2', 'd2', 'dana', 'gone', 'LETTER',
          'letters/117', {now}, {now}) ;; UPDATE dispute SET signed_off_callback_id = 'c2' WHERE
          {d1}
      signed off without a notice
          INSERT INTO callback_sign_off VALUES ('acme', 'c1', 'd1', 'dana', 'gone', 'LETTER', '',
          {now}, {now})
      signed off before the notice
          INSERT INTO callback_sign_off VALUES ('acme', 'c1', 'd1', 'dana', 'gone', 'LETTER',
          'letters/117', CAST('2026-01-01 00:00:01' AS TIMESTAMP), {now})
      reached by a call that never was
          UPDATE dispute SET reached_callback_id = 'c9' WHERE {d1}
      a call that reached but goes on
          UPDATE callback SET outcome = 'REACHED' WHERE {c1}

      # I4: never more credited than invoiced
      a credit above the line
          INSERT INTO credit {credit} VALUES ({line1}, 3, 2, 'k9', 5001, 12000, 7000, 12001,
          {credited})
      the same, with a false invoice
          INSERT INTO credit {credit} VALUES ({line1}, 3, 2, 'k9', 5001, 12001, 7000, 12001,
          {credited})
      the same, with a false sum
          INSERT INTO credit {credit} VALUES ({line1}, 3, 2, 'k9', 5001, 12000, 7000, 12000,
          {credited})
      the same, from an older sum
          INSERT INTO credit {credit} VALUES ({line1}, 3, 2, 'k9', 5001, 12000, 5000, 10001,
          {credited})
      two credits from the same sum
          INSERT INTO credit {credit} VALUES ({line1}, 2, 1, 'k9', 5001, 12000, 5000, 10001,
          {credited})
      another first credit
          INSERT INTO credit {credit} VALUES ({line1}, 1, NULL, 'k9', 5001, 12000, 0, 5001,
          {credited})
      a later one that is first
          INSERT INTO credit {credit} VALUES ({line1}, 3, NULL, 'k9', 5001, 12000, 0, 5001,
          {credited})
      one that skips another
          INSERT INTO credit {credit} VALUES ({line1}, 4, 3, 'k9', 1, 12000, 7000, 7001,
          {credited})
      a first one that skips the sum
          INSERT INTO credit {credit} VALUES ({line2}, 1, NULL, 'k9', 1, 12000, 7000, 7001,
          {credited})
      a credit of nothing
          INSERT INTO credit {credit} VALUES ({line1}, 3, 2, 'k9', 0, 12000, 7000, 7000,
          {credited})
      a credit that takes back
          INSERT INTO credit {credit} VALUES ({line1}, 3, 2, 'k9', -7000, 12000, 7000, 0,
          {credited})
      a credit for no dispute
          INSERT INTO credit {credit} VALUES ({line1}, 3, 2, 'k9', 1, 12000, 7000, 7001, 'd9',
          'UNCORRELATED', 'USD', {now})
      a credit for another's dispute
          INSERT INTO credit {credit} VALUES ({line1}, 3, 2, 'k9', 1, 12000, 7000, 7001, 'd2',
          'UNCORRELATED', 'USD', {now})
      a credit is made smaller
          UPDATE credit SET amount_minor = 1 WHERE {provider} AND credit_id = 'k1'
      the same, with its sum
          UPDATE credit SET amount_minor = 1, credited_after_minor = 1 WHERE {provider} AND
          credit_id = 'k1'
      a credit in the middle is deleted
          DELETE FROM credit WHERE {provider} AND credit_id = 'k1'
      the line is made cheaper
          UPDATE labor_line SET amount_minor = 6999 WHERE {provider} AND line_id = '1'
      the line is made dearer
          UPDATE labor_line SET amount_minor = 99000 WHERE {provider} AND line_id = '1'
      the line is deleted
          DELETE FROM labor_line WHERE {provider} AND line_id = '1'
      more disputed than invoiced
          UPDATE disputed_line SET disputed_minor = 12001 WHERE {provider} AND line_id = '1'
      more approved than disputed
          UPDATE disputed_line SET disputed_minor = 1, outcome = 'CREDITED', approved_minor = 2
          WHERE {provider} AND line_id = '1'

      # I6: a handoff needs a brief and an acceptance
      two pending handoffs
          INSERT INTO handoff {handoff} VALUES ('d2', 2, 'h9', 'PENDING', 'd2', 'LIVE', 'brief',
          NULL, NULL, NULL, {asked})
      a second one that is hidden
          INSERT INTO handoff {handoff} VALUES ('d2', 2, 'h9', 'PENDING', NULL, NULL, 'brief',
          NULL, NULL, NULL, {asked})
      a second one under another dispute
          INSERT INTO handoff {handoff} VALUES ('d2', 2, 'h9', 'PENDING', 'd1', 'LIVE', 'brief',
          NULL, NULL, NULL, {asked})
      another handoff of the same ordinal
          INSERT INTO handoff {handoff} VALUES ('d2', 1, 'h9', 'DECLINED', NULL, NULL, 'brief',
          'mia', {now}, '', {asked})
      a handoff of no dispute
          INSERT INTO handoff {handoff} VALUES ('d9', 1, 'h9', 'DECLINED', NULL, NULL, 'brief',
          'mia', {now}, '', {asked})
      a dispute that ends with a pending handoff
          UPDATE callback SET state = 'CANCELLED', liveness = 'ENDED', live_dispute_id = NULL
          WHERE {provider} AND callback_id = 'c2' ;;
          UPDATE dispute SET state = 'WITHDRAWN', callback_id = NULL, callback_state = NULL,
          withdrawn_by = 'Jo', withdrawal_channel = 'PHONE', withdrawal_time = {now},
          withdrawal_note = '', close_time = {now} WHERE {d2}
      accepted by nobody
          UPDATE handoff SET state = 'ACCEPTED', pending_dispute_id = NULL, pending_liveness = NULL
          WHERE {h1}
      accepted by the sender
          UPDATE handoff SET state = 'ACCEPTED', pending_dispute_id = NULL, pending_liveness = NULL,
          answer_actor = 'dana', answer_time = {now}, answer_note = '' WHERE {h1}
      accepted and still pending
          UPDATE handoff SET state = 'ACCEPTED', answer_actor = 'mia', answer_time = {now},
          answer_note = '' WHERE {h1}
      a handoff without a brief
          UPDATE handoff SET brief = '' WHERE {h1}
      a handoff without a reason
          UPDATE handoff SET reason = '' WHERE {h1}
      a handoff to the sender
          UPDATE handoff SET receiver = 'dana' WHERE {h1}

      # Notes and evidence: no more than a dispute holds
      a note too many
          INSERT INTO dispute_note VALUES ('acme', 'd1', 501, 'INTERNAL', 'x', 'mia', {now})
      a note that says nothing
          INSERT INTO dispute_note VALUES ('acme', 'd1', 2, 'INTERNAL', '', 'mia', {now})
      a note twice
          INSERT INTO dispute_note VALUES ('acme', 'd1', 1, 'INTERNAL', 'x', 'mia', {now})
      a note about no dispute
          INSERT INTO dispute_note VALUES ('acme', 'd9', 1, 'INTERNAL', 'x', 'mia', {now})
      evidence that skips another
          INSERT INTO dispute_evidence {evidence} VALUES ({d1evidence}, 3, 2, {file}, 1, 1, 2)
      evidence that is first again
          INSERT INTO dispute_evidence {evidence} VALUES ({d1evidence}, 2, NULL, {file}, 1, 0, 1)
      evidence from a false sum
          INSERT INTO dispute_evidence {evidence} VALUES ({d1evidence}, 2, 1, {file}, 1, 0, 1)
      evidence with a false sum
          INSERT INTO dispute_evidence {evidence} VALUES ({d1evidence}, 2, 1, {file}, 2, 1, 2)
      a file that is too large
          INSERT INTO dispute_evidence {evidence} VALUES ({d1evidence}, 2, 1, {file}, 262145, 1,
          262146)
      a file of a false size
          UPDATE dispute_evidence SET size_bytes = 2 WHERE {d1}
      the same, with its sum, with another after it
          INSERT INTO dispute_evidence {evidence} VALUES ({d1evidence}, 2, 1, {file}, 1, 1, 2) ;;
          UPDATE dispute_evidence SET size_bytes = 5, bytes_after = 5 WHERE {d1} AND
          evidence_number = 1
      a file that is kept elsewhere, too
          UPDATE dispute_evidence SET reference = 'INC-1' WHERE {d1}
      evidence that is nowhere
          UPDATE dispute_evidence SET media_type = NULL, sha256 = NULL WHERE {d1}
      evidence retracted by nobody
          UPDATE dispute_evidence SET retract_reason = 'wrong' WHERE {d1}
      evidence deleted with its bytes left
          DELETE FROM dispute_evidence WHERE {d1}
      """;

  @OnBothDatabases
  void everyAttackIsRefused(TestDatabase database) throws SQLException {
    LineName other = new LineName(new InvoiceName(CUSTOMER, "INV/8"), "1");
    MyBatisTransactions transactions = database.transactions();
    Samples.storeLines(transactions, lineName("1"), lineName("2"));
    new MyBatisInvoiceStore(transactions)
        .insertAll(
            List.of(
                Samples.invoice(other.invoice()),
                Samples.invoice(new InvoiceName(CUSTOMER, "INV/9"))));
    new MyBatisLaborLineStore(transactions).insertAll(List.of(Samples.line(other)));
    Samples.storeDispute(transactions, "1", lineName("1"), lineName("2"));
    Samples.storeDispute(transactions, "2", other);
    new MyBatisCreditStore(transactions).insert(credit("1", "1", lineName("1"), 1, 5_000, 0));
    new MyBatisCreditStore(transactions).insert(credit("2", "1", lineName("1"), 2, 2_000, 5_000));

    new MyBatisHandoffStore(transactions).insert(Samples.handoff("1", "2", 1), "brief");
    attach(new MyBatisAttachmentStore(transactions));

    Map<String, String> attacks = attacks();

    assertThat(attacks).hasSize(79);
    for (Map.Entry<String, String> attack : attacks.entrySet()) {
      String[] statements = filled(attack.getValue()).split(";;");
      assertThatThrownBy(() -> database.execute(statements))
          .as(attack.getKey())
          .isInstanceOf(SQLException.class)
          .extracting(refusal -> ((SQLException) refusal).getSQLState())
          .asString()
          .as(attack.getKey())
          .startsWith("23");
    }
  }

  /** A note and a file of one byte of dispute d1. */
  private static void attach(MyBatisAttachmentStore store) {
    DisputeName dispute = Samples.disputeName("1");
    Actor mia = new Actor("mia");
    store.insert(
        new DisputeNote(new DisputeNoteName(dispute, 1), NoteKind.INTERNAL, "x", mia, Samples.NOW));
    store.insert(
        new DisputeEvidence(
            new DisputeEvidenceName(dispute, 1),
            EvidenceType.OTHER,
            "x",
            new EvidenceSource.File("text/plain", 1, "0".repeat(64)),
            mia,
            Samples.NOW,
            null),
        new byte[] {0},
        0);
  }

  /** The statements, indented in the table, by the name above them. */
  private static Map<String, String> attacks() {
    Map<String, String> attacks = new LinkedHashMap<>();
    String name = "";
    for (String row : ATTACKS.lines().toList()) {
      if (row.startsWith(" ")) {
        attacks.merge(name, row.strip(), (before, more) -> before + " " + more);
      } else if (!row.startsWith("#")) {
        name = row;
      }
    }
    return attacks;
  }

  /** The statement with what most of them have in common. */
  private static String filled(String statement) {
    return statement
        .replace("{d1}", "{provider} AND dispute_id = 'd1'")
        .replace("{d2}", "{provider} AND dispute_id = 'd2'")
        .replace("{c1}", "{provider} AND callback_id = 'c1'")
        .replace("{h1}", "{provider} AND handoff_id = 'h1'")
        .replace("{provider}", "provider_id = 'acme'")
        .replace(
            "{dispute}",
            "(provider_id, customer_id, invoice_id, dispute_id, state, callback_id,"
                + " callback_state, owner, currency, create_time, update_time, version)")
        .replace("{rest}", "'dana', 'USD', {now}, {now}, 1")
        .replace(
            "{callback}",
            "(provider_id, customer_id, callback_id, dispute_id, state, liveness, live_dispute_id,"
                + " owner, contact, due_time, create_time, attempts_before, version)")
        .replace("{call}", "'dana', 'phone', {now}, {now}, 0, 1")
        .replace(
            "{credit}",
            "(provider_id, customer_id, invoice_id, line_id, ordinal, previous_ordinal, credit_id,"
                + " amount_minor, invoiced_minor, credited_before_minor, credited_after_minor,"
                + " dispute_id, reason, currency, create_time)")
        .replace(
            "{evidence}",
            "(provider_id, dispute_id, evidence_type, title, author, create_time, evidence_number,"
                + " previous_number, media_type, sha256, size_bytes, bytes_before, bytes_after)")
        .replace("{d1evidence}", "'acme', 'd1', 'OTHER', 'x', 'mia', {now}")
        .replace("{file}", "'text/plain', 'hash'")
        .replace("{credited}", "'d1', 'UNCORRELATED', 'USD', {now}")
        .replace("{line1}", "{customer}, 'INV/7', '1'")
        .replace("{line2}", "{customer}, 'INV/7', '2'")
        .replace("{customer}", "'acme', 'Harbor Dental'")
        .replace(
            "{handoff}",
            "(dispute_id, ordinal, handoff_id, state, pending_dispute_id, pending_liveness, brief,"
                + " answer_actor, answer_time, answer_note, provider_id, sender, receiver, reason,"
                + " note, create_actor, create_time, due_time, version)")
        .replace("{asked}", "'acme', 'dana', 'mia', 'away', '', 'dana', {now}, {now}, 1")
        .replace("{now}", "CAST('2026-01-01 00:00:00' AS TIMESTAMP)");
  }
}
