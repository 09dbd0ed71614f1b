package dev.redress.privacy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where personal data stands: every column with text of every table, what it holds, and what the
 * erasure of a customer does with it. Export and erasure go by this list alone; a test compares it
 * with the tables of the database, so that a new column is not forgotten.
 */
public final class PersonalData {
  /** Stands where words were erased. */
  public static final String ERASED = "[erased]";

  /**
   * A table by its name and {@link Scope}, then its columns: name, {@link Treatment}, and for what
   * is personal whose it is and what it is. A column of the table {@code *} is that of every table.
   */
  private static final String LIST =
      """
      * NONE
        provider_id              ID
        customer_id              ID
        request_id               ID
        entry_id                 ID
        agreement_id             ID
        invoice_id               ID
        line_id                  ID
        reconciliation_id        ID
        dispute_id               ID
        callback_id              ID
        promise_id               ID
        handoff_id               ID
        credit_id                ID
        escalation_id            ID
        import_id                ID
        target_id                ID
        subject_id               ID
        principal_id             ID
        api_key_id               ID
        absence_id               ID
        service_level_id         ID
        currency                 CODE
        state                    CODE
        kind                     CODE
        answer                   CODE
      customer CUSTOMER
        display_name             TEXT     contact     name of the customer, which may be a person's
        time_zone                TERM
        tier                     TERM
        account_manager          STAFF
        phone                    TEXT     contact     where to call
        email                    TEXT     contact     where to write
        attributes               JSON     contact     whatever else the source says
        content_hash             HASH     contact     hash over the above
        business_week            TERM
        holiday_region           TERM
        own_holidays             EMPTY    contact     days that are closed, with what they are called
      customer_erasure CUSTOMER
        actor                    STAFF
        reason                   TERM
      request CUSTOMER
        summary                  TEXT     contact     what was asked for
        description              TEXT     contact     what was asked for, in full
        requester                TEXT     contact     who asked
        assignee                 STAFF
        request_type             TERM
        status                   TERM
        component                TERM
        attributes               JSON     contact     whatever else the source says
        content_hash             HASH     contact     hash over the above
      time_entry CUSTOMER
        technician               STAFF
        notes                    TEXT     contact     what was done, and often for whom
        work_type                TERM
        attributes               JSON     contact     whatever else the source says
        content_hash             HASH     contact     hash over the above
      agreement CUSTOMER
        included_period          CODE
        rounding_per             CODE
        covered_work_types       TERM
        excluded_work_types      TERM
      agreement_rate CUSTOMER
        role                     TERM
        technician               STAFF
        work_type                TERM
        time_of_work             CODE
      invoice CUSTOMER
        content_hash             HASH     contact     hash over the invoice
      labor_line CUSTOMER
        technician               STAFF
        description              TEXT     contact     what was billed, and often for whom
        reference                TEXT     contact     what the line refers to, as somebody typed it
        work_type                TERM
        attributes               JSON     contact     whatever else the source says
        content_hash             HASH     contact     hash over the above
      verdict CUSTOMER
        not_auditable_reason     CODE
        findings                 CODE
        evidence                 OWN      contact     words of the line and its requests that were compared, and the sentence; what backs the line, and the bits, stay
      swallowed_line CUSTOMER
      match_decision CUSTOMER
        reason                   TEXT     contact     why a clerk decided so
        actor                    AUTHOR   clerk       who decided
      accepted_line CUSTOMER
        reason                   TEXT     contact     why a clerk decided so
        actor                    AUTHOR   clerk       who decided
      finding CUSTOMER
        code                     CODE
        mode                     CODE
        billed                   TEXT     contact     what the line says, in its own words
        expected                 TERM
        rule_text                TERM
        related                  ID
        line_hash                HASH     contact     hash over the line as it was
      finding_dismissal CUSTOMER
        code                     CODE
        content_hash             HASH     contact     hash over the line as it was
        reason                   TEXT     contact     why a clerk dismissed it
        actor                    AUTHOR   clerk       who dismissed it
      dispute CUSTOMER
        owner                    STAFF
        callback_state           CODE
        reached_callback_id      ID
        signed_off_callback_id   ID
        priority                 CODE
        raised_by                CODE
        awaited                  TEXT     contact     what is waited for
        withdrawn_by             TEXT     contact     who took the dispute back
        withdrawal_channel       CODE
        withdrawal_note          TEXT     contact     what was said
        proposer                 AUTHOR   clerk       who proposed the outcomes
        opening_owner            STAFF
      disputed_line CUSTOMER
        reason                   CODE
        outcome                  CODE
        remark                   TEXT     contact     what was said of the line
        requested_action         CODE
        root_cause               CODE
      credit CUSTOMER
        reason                   CODE
        remark                   TEXT     contact     what was said of the credit
        reversed_credit_id       ID
      callback CUSTOMER
        liveness                 CODE
        live_dispute_id          ID
        owner                    STAFF
        contact                  TEXT     contact     whom to call, and where
        predecessor_id           ID
        outcome                  CODE
        attempt_actor            AUTHOR   clerk       who called
        attempt_note             TEXT     contact     what was said on the call
        approach                 TEXT     contact     what to do otherwise next time
        claim_actor              STAFF
        reschedule_actor         AUTHOR   clerk       who moved the call
        reschedule_reason        TEXT     contact     why the call was moved
      callback_sign_off DISPUTE
        actor                    AUTHOR   clerk       who signed off
        reason                   TEXT     contact     why nobody could be reached
        notice_channel           CODE
        notice_text              TEXT     contact     the letter to the customer
      promise CUSTOMER
        owner                    STAFF
        promised                 TEXT     contact     what was promised on a call
        end_actor                AUTHOR   clerk       who says how it ended
        end_note                 TEXT     contact     how it ended
      handoff DISPUTE
        pending_dispute_id       ID
        pending_liveness         CODE
        sender                   STAFF
        receiver                 STAFF
        reason                   TEXT     contact     why somebody else takes over
        note                     TEXT     contact     what to know
        brief                    TEXT     contact     all that was known of the case
        create_actor             AUTHOR   clerk       who asked
        answer_actor             STAFF
        answer_note              TEXT     contact     what was answered
      dispute_note DISPUTE
        content                  TEXT     contact     what somebody wrote down
        author                   AUTHOR   clerk       who wrote it
      dispute_evidence DISPUTE
        evidence_type            CODE
        title                    TEXT     contact     what a document shows
        media_type               CODE
        sha256                   OWN      contact     hash over the file; zeros take its place
        reference                TEXT     contact     where a document is
        author                   AUTHOR   clerk       who added it
        retract_actor            AUTHOR   clerk       who said that it does not count
        retract_reason           TEXT     contact     why it does not count
      dispute_evidence_part DISPUTE
        content                  OWN      contact     the file itself; its rows are deleted
      escalation CUSTOMER
        subject_kind             CODE
        recipient_role           CODE
        meant_person             STAFF
        person                   STAFF
        acknowledge_actor        AUTHOR   clerk       who acknowledged it
        acknowledge_note         TEXT     contact     what was done
      service_level CUSTOMER
        tier                     TERM
        priority                 CODE
      reconciliation_part CUSTOMER
        claimed_by               SECRET
      reconciliation_share CUSTOMER
      principal CUSTOMER
        actor                    TEXT     contact     who may see the customer's own data; shut out by the erasure
        role                     CODE
        subject                  NULL     contact     the same person at an identity provider
      api_key PRINCIPAL
        hash                     SECRET
      journal EVENT
        actor                    OWN      contact     who did it, where it is one of the customer's people
        action                   CODE
        resource                 ID
        reason                   OWN      contact     why, in the words of who did it
        details                  OWN      contact     names, numbers, notes and hashes; ids, amounts, dates and states stay
        hash                     SECRET
        erased_customer_id       ID
        remains_hash             SECRET
      notification_letter EVENT
        last_error               TERM
      journal_inbox NONE
        actor                    OWN      contact     as in the journal, into which it is numbered first
        action                   CODE
        resource                 ID
        reason                   OWN      contact     as in the journal
        details                  OWN      contact     as in the journal
      answered_request NONE
        fingerprint              OWN      contact     hash over a call; a fixed text takes its place
        answer                   OWN      contact     what was answered, for retries; taken out where it names the customer, or an import
      import_problem NONE
        column_name              TERM
        value_text               OWN      contact     what stood in a row that was refused, of whomever: erased in all imports of the provider
        message                  OWN      contact     what was wrong with it: erased likewise
        code                     CODE
      file_import NONE
        file_name                TERM
        content_sha256           SECRET
      provider NONE
        display_name             TERM
        default_owner            STAFF
        business_week            TERM
        holiday_region           TERM
        own_holidays             TERM
      absence NONE
        person                   STAFF
        deputy                   STAFF
        remark                   STAFF
      authority_limit NONE
        holder_kind              CODE
        holder                   STAFF
      escalation_policy NONE
        lead_person              STAFF
        superior_person          STAFF
      escalation_watch NONE
        subject_kind             CODE
      finding_rules NONE
        watch_words              TERM
        modes                    CODE
      model_use NONE
        model_version            ID
      model_version NONE
        model_version            ID
        base_version             ID
        actor                    STAFF
        numbers                  TERM
        report                   TERM
      notification_target NONE
        pause_reason             TERM
        destination              TERM
        secret                   SECRET
        previous_secret          SECRET
        actions                  CODE
        last_error               TERM
        claimed_by               SECRET
      reconciliation NONE
        scope_customer_id        ID
        scope_invoice_id         ID
        model_version            ID
        actor                    STAFF
      journal_head NONE
        hash                     SECRET
      """;

  private static final String EVERY = "*";
  private static final Map<String, Table> TABLES = read();

  private PersonalData() {}

  /**
   * A table.
   *
   * @param columns those with text, by name, without those of every table
   */
  public record Table(String name, Scope scope, Map<String, Column> columns) {
    public Table {
      columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }

    /** What a column holds; empty when nobody said. */
    public Optional<Column> column(String column) {
      Column own = columns.get(column);
      return own == null ? ofEvery(column) : Optional.of(own);
    }

    private static Optional<Column> ofEvery(String column) {
      return table(EVERY).map(every -> every.columns().get(column));
    }

    /** The columns to be treated so, in their order. */
    public List<String> columns(Treatment treatment) {
      return columns.values().stream()
          .filter(column -> column.treatment() == treatment)
          .map(Column::name)
          .toList();
    }
  }

  /**
   * A column with text.
   *
   * @param whose of whom it tells: {@code contact} for the customer's people, {@code clerk}; empty
   *     where it is not erased
   * @param what it is, for people
   */
  public record Column(String name, Treatment treatment, String whose, String what) {}

  /** All tables, in the order of the list. */
  public static List<Table> tables() {
    return TABLES.values().stream().filter(table -> !table.name().equals(EVERY)).toList();
  }

  /** The table of this name; empty when nobody said what it holds. */
  public static Optional<Table> table(String name) {
    return Optional.ofNullable(TABLES.get(name));
  }

  private static Map<String, Table> read() {
    Map<String, Table> tables = new LinkedHashMap<>();
    String heading = "";
    Map<String, Column> columns = new LinkedHashMap<>();
    for (String line : (LIST + "end NONE").lines().toList()) {
      if (line.startsWith(" ")) {
        Column column = column(line.strip());
        refuseTwice(columns.put(column.name(), column), heading + line);
        continue;
      }
      if (!heading.isEmpty()) {
        List<String> cells = List.of(heading.split(" ", -1));
        Table table = new Table(cells.getFirst(), Scope.valueOf(cells.getLast()), columns);
        refuseTwice(tables.put(table.name(), table), heading);
      }
      heading = line;
      columns = new LinkedHashMap<>();
    }
    return tables;
  }

  private static Column column(String line) {
    List<String> cells = List.of(line.split(" +", 4));
    return new Column(
        cells.getFirst(),
        Treatment.valueOf(cells.get(1)),
        cells.size() > 2 ? cells.get(2) : "",
        cells.size() > 3 ? cells.get(3) : "");
  }

  private static void refuseTwice(@Nullable Object before, String line) {
    if (before != null) {
      throw new IllegalStateException(line + " is in the list twice");
    }
  }
}
