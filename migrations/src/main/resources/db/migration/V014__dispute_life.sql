-- Why: a dispute waits, is taken back, opened again and closed, and each of these must keep the
-- promise that nobody is left in silence: whoever is waited for has a date, a withdrawal says who
-- said so and when, and a case ends only once the customer was heard (I3).

ALTER TABLE dispute ADD COLUMN priority VARCHAR(10) DEFAULT 'NORMAL' NOT NULL;
ALTER TABLE dispute ADD COLUMN raised_by VARCHAR(20) DEFAULT 'PROVIDER' NOT NULL;
ALTER TABLE dispute ADD CONSTRAINT dispute_priority_ck
  CHECK (priority IN ('LOW', 'NORMAL', 'HIGH', 'URGENT'));
ALTER TABLE dispute ADD CONSTRAINT dispute_raised_by_ck
  CHECK (raised_by IN ('PROVIDER', 'RECONCILIATION', 'CUSTOMER'));

-- What is waited for, since when, and when the answer is due.
ALTER TABLE dispute ADD COLUMN awaited VARCHAR(2000);
ALTER TABLE dispute ADD COLUMN await_time TIMESTAMP;
ALTER TABLE dispute ADD COLUMN respond_by_time TIMESTAMP;
ALTER TABLE dispute ADD CONSTRAINT dispute_await_ck CHECK (
  (state IN ('AWAITING_PROVIDER', 'AWAITING_CUSTOMER')
    AND awaited IS NOT NULL AND await_time IS NOT NULL AND respond_by_time IS NOT NULL
    AND respond_by_time > await_time)
  OR (state NOT IN ('AWAITING_PROVIDER', 'AWAITING_CUSTOMER')
    AND awaited IS NULL AND await_time IS NULL AND respond_by_time IS NULL));

-- The account manager's word that the customer could not be reached and was written to.
ALTER TABLE dispute ADD COLUMN signed_off_callback_id VARCHAR(63);
ALTER TABLE dispute ADD CONSTRAINT dispute_signed_off_callback_fk
  FOREIGN KEY (provider_id, signed_off_callback_id)
  REFERENCES callback (provider_id, callback_id) DEFERRABLE INITIALLY DEFERRED;

-- Who of the customer took the dispute back, how and when, and what was said.
ALTER TABLE dispute ADD COLUMN withdrawn_by VARCHAR(200);
ALTER TABLE dispute ADD COLUMN withdrawal_channel VARCHAR(20);
ALTER TABLE dispute ADD COLUMN withdrawal_time TIMESTAMP;
ALTER TABLE dispute ADD COLUMN withdrawal_note VARCHAR(2000);
ALTER TABLE dispute ADD CONSTRAINT dispute_withdrawal_ck CHECK (
  (withdrawn_by IS NULL AND withdrawal_channel IS NULL AND withdrawal_time IS NULL
    AND withdrawal_note IS NULL)
  OR (withdrawn_by IS NOT NULL AND withdrawal_channel IS NOT NULL
    AND withdrawal_time IS NOT NULL AND withdrawal_note IS NOT NULL
    AND withdrawal_channel IN ('PHONE', 'MAIL', 'LETTER', 'PORTAL', 'IN_PERSON')));

ALTER TABLE dispute DROP CONSTRAINT dispute_reached_ck;
ALTER TABLE dispute ADD CONSTRAINT dispute_heard_ck CHECK (
  (state <> 'RESOLVED' OR reached_callback_id IS NOT NULL OR signed_off_callback_id IS NOT NULL)
  AND (state <> 'WITHDRAWN' OR withdrawn_by IS NOT NULL)
  AND (state <> 'CLOSED' OR reached_callback_id IS NOT NULL OR signed_off_callback_id IS NOT NULL
    OR withdrawn_by IS NOT NULL));

-- Who proposed the outcomes that stand.
ALTER TABLE dispute ADD COLUMN proposer VARCHAR(200);

-- The business time that had passed at clock_time since the dispute was opened or reopened; it
-- runs on from there unless the customer is waited for. Rows from before begin anew.
ALTER TABLE dispute ADD COLUMN clock_used_millis BIGINT DEFAULT 0 NOT NULL;
ALTER TABLE dispute ADD COLUMN clock_time TIMESTAMP;
ALTER TABLE dispute ADD COLUMN reopen_count INTEGER DEFAULT 0 NOT NULL;
-- When it was opened, or last reopened.
ALTER TABLE dispute ADD COLUMN open_time TIMESTAMP;
UPDATE dispute SET clock_time = create_time, open_time = create_time;

-- When an ended dispute closes for good.
ALTER TABLE dispute ADD COLUMN close_time TIMESTAMP;
UPDATE dispute SET close_time = update_time WHERE state IN ('RESOLVED', 'WITHDRAWN');
ALTER TABLE dispute ADD CONSTRAINT dispute_close_ck CHECK (
  (state IN ('RESOLVED', 'WITHDRAWN') AND close_time IS NOT NULL)
  OR (state NOT IN ('RESOLVED', 'WITHDRAWN') AND close_time IS NULL));

-- Finds the disputes that close now.
CREATE INDEX dispute_by_close_time ON dispute (close_time);

-- What the customer asks for; without a row's own, what goes with its reason.
ALTER TABLE disputed_line ADD COLUMN requested_action VARCHAR(30);
ALTER TABLE disputed_line ADD COLUMN root_cause VARCHAR(30);
-- All that was credited for this claim, in all rounds of the dispute.
ALTER TABLE disputed_line ADD COLUMN credited_minor BIGINT DEFAULT 0 NOT NULL;
UPDATE disputed_line SET credited_minor = (
  SELECT COALESCE(SUM(credit.amount_minor), 0)
  FROM credit
  WHERE credit.provider_id = disputed_line.provider_id
    AND credit.customer_id = disputed_line.customer_id
    AND credit.invoice_id = disputed_line.invoice_id
    AND credit.line_id = disputed_line.line_id
    AND credit.reason = disputed_line.reason
    AND credit.dispute_id = disputed_line.dispute_id);
ALTER TABLE disputed_line ADD CONSTRAINT disputed_line_credited_ck
  CHECK (credited_minor >= 0 AND credited_minor <= invoiced_minor);
ALTER TABLE disputed_line DROP CONSTRAINT disputed_line_outcome_ck;
ALTER TABLE disputed_line ADD CONSTRAINT disputed_line_outcome_ck
  CHECK (outcome IN ('EXPLAINED', 'DENIED', 'CREDITED', 'PARTIALLY_CREDITED', 'WRITTEN_OFF',
    'REBILLED', 'WITHDRAWN'));
-- I8: who was charged too little is never given a credit for it.
ALTER TABLE disputed_line ADD CONSTRAINT disputed_line_direction_ck
  CHECK (reason <> 'UNDERCHARGE' OR (disputed_minor = 0 AND credited_minor = 0));

-- How long an ended dispute can be reopened, and until when the disputed amount need not be paid.
ALTER TABLE provider ADD COLUMN cooling_off_days INTEGER DEFAULT 5 NOT NULL;
ALTER TABLE provider ADD COLUMN hold_days INTEGER DEFAULT 60 NOT NULL;
-- The business time within which a dispute is to be resolved.
ALTER TABLE provider ADD COLUMN resolution_target_minutes BIGINT DEFAULT 2400 NOT NULL;

-- Of which dispute an entry of the journal tells, so that its history can be read.
ALTER TABLE journal ADD COLUMN dispute_id VARCHAR(63);
CREATE INDEX journal_by_dispute ON journal (provider_id, dispute_id, sequence_number);
