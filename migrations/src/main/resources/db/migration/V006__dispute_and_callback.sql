-- Why: the promise of the product, held by the schema and not only by code.
--
-- I1: an open dispute names its live callback by (callback_id, callback_state = 'LIVE',
-- dispute_id), and the deferred foreign key checks at commit that this very callback is live and
-- is its own. A callback cannot end without its dispute naming another one or ending too.
--
-- I4: each credit of a line continues the sum of the one before: credited_before must be the
-- credited_after of its predecessor, the first one starts at 0, no two share a predecessor, and
-- credited_after is at most what was invoiced, which the foreign key to the line proves.

CREATE TABLE dispute (
  provider_id VARCHAR(63) NOT NULL,
  dispute_id VARCHAR(63) NOT NULL,
  customer_id VARCHAR(200) NOT NULL,
  invoice_id VARCHAR(200) NOT NULL,
  state VARCHAR(20) NOT NULL,
  owner VARCHAR(200) NOT NULL,
  currency CHAR(3) NOT NULL,
  callback_id VARCHAR(63),
  callback_state VARCHAR(5),
  -- The callback by which the customer was last reached; NULL before (I3).
  reached_callback_id VARCHAR(63),
  create_time TIMESTAMP NOT NULL,
  update_time TIMESTAMP NOT NULL,
  version BIGINT NOT NULL,
  CONSTRAINT dispute_pk PRIMARY KEY (provider_id, dispute_id),
  CONSTRAINT dispute_invoice_fk FOREIGN KEY (provider_id, customer_id, invoice_id)
    REFERENCES invoice (provider_id, customer_id, invoice_id),
  CONSTRAINT dispute_invoice_uk UNIQUE (provider_id, dispute_id, customer_id, invoice_id),
  -- One open dispute an invoice: callback_state is NULL once a dispute has ended.
  CONSTRAINT dispute_open_uk UNIQUE (provider_id, customer_id, invoice_id, callback_state),
  CONSTRAINT dispute_state_ck CHECK (state IN ('OPEN', 'IN_REVIEW', 'AWAITING_PROVIDER',
    'AWAITING_CUSTOMER', 'PROPOSED', 'APPROVED', 'RESOLVED', 'WITHDRAWN', 'REOPENED', 'CLOSED')),
  CONSTRAINT dispute_callback_ck CHECK (
    (state IN ('OPEN', 'IN_REVIEW', 'AWAITING_PROVIDER', 'AWAITING_CUSTOMER', 'PROPOSED',
        'APPROVED', 'REOPENED')
      AND callback_id IS NOT NULL AND callback_state IS NOT NULL AND callback_state = 'LIVE')
    OR (state IN ('RESOLVED', 'WITHDRAWN', 'CLOSED')
      AND callback_id IS NULL AND callback_state IS NULL)),
  CONSTRAINT dispute_reached_ck CHECK (state <> 'RESOLVED' OR reached_callback_id IS NOT NULL)
);

CREATE TABLE callback (
  provider_id VARCHAR(63) NOT NULL,
  callback_id VARCHAR(63) NOT NULL,
  dispute_id VARCHAR(63) NOT NULL,
  customer_id VARCHAR(200) NOT NULL,
  state VARCHAR(20) NOT NULL,
  -- 'LIVE' or 'ENDED', by the state; what the dispute's foreign key looks at.
  liveness VARCHAR(5) NOT NULL,
  -- The dispute's id while live, else NULL: a dispute has at most one live callback.
  live_dispute_id VARCHAR(63),
  owner VARCHAR(200) NOT NULL,
  contact VARCHAR(600) NOT NULL,
  due_time TIMESTAMP NOT NULL,
  attempts_before INTEGER NOT NULL,
  predecessor_id VARCHAR(63),
  create_time TIMESTAMP NOT NULL,
  -- The attempt that ended it.
  outcome VARCHAR(20),
  attempt_time TIMESTAMP,
  attempt_actor VARCHAR(200),
  attempt_note VARCHAR(2000),
  version BIGINT NOT NULL,
  CONSTRAINT callback_pk PRIMARY KEY (provider_id, callback_id),
  CONSTRAINT callback_liveness_uk UNIQUE (provider_id, callback_id, liveness, dispute_id),
  CONSTRAINT callback_live_dispute_uk UNIQUE (provider_id, live_dispute_id),
  CONSTRAINT callback_predecessor_uk UNIQUE (provider_id, predecessor_id),
  CONSTRAINT callback_dispute_fk FOREIGN KEY (provider_id, dispute_id)
    REFERENCES dispute (provider_id, dispute_id),
  CONSTRAINT callback_predecessor_fk FOREIGN KEY (provider_id, predecessor_id)
    REFERENCES callback (provider_id, callback_id),
  CONSTRAINT callback_liveness_ck CHECK (
    (state IN ('SCHEDULED', 'CLAIMED', 'EXHAUSTED')
      AND liveness = 'LIVE' AND live_dispute_id IS NOT NULL AND live_dispute_id = dispute_id)
    OR (state IN ('COMPLETED', 'SUPERSEDED', 'CANCELLED')
      AND liveness = 'ENDED' AND live_dispute_id IS NULL)),
  CONSTRAINT callback_outcome_ck CHECK (
    (state = 'COMPLETED' AND outcome IS NOT NULL AND outcome = 'REACHED')
    OR (state <> 'COMPLETED' AND (outcome IS NULL OR outcome <> 'REACHED'))),
  CONSTRAINT callback_due_time_ck CHECK (due_time >= create_time)
);

ALTER TABLE dispute ADD CONSTRAINT dispute_live_callback_fk
  FOREIGN KEY (provider_id, callback_id, callback_state, dispute_id)
  REFERENCES callback (provider_id, callback_id, liveness, dispute_id)
  DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE dispute ADD CONSTRAINT dispute_reached_callback_fk
  FOREIGN KEY (provider_id, reached_callback_id)
  REFERENCES callback (provider_id, callback_id) DEFERRABLE INITIALLY DEFERRED;

-- Finds the calls that are due.
CREATE INDEX callback_by_due_time ON callback (provider_id, liveness, due_time);

CREATE TABLE disputed_line (
  provider_id VARCHAR(63) NOT NULL,
  customer_id VARCHAR(200) NOT NULL,
  invoice_id VARCHAR(200) NOT NULL,
  line_id VARCHAR(200) NOT NULL,
  reason VARCHAR(30) NOT NULL,
  dispute_id VARCHAR(63) NOT NULL,
  invoiced_minor BIGINT NOT NULL,
  disputed_minor BIGINT NOT NULL,
  outcome VARCHAR(20),
  approved_minor BIGINT,
  remark VARCHAR(2000) NOT NULL,
  -- A line is disputed once for a reason, whatever the number of runs.
  CONSTRAINT disputed_line_pk PRIMARY KEY (provider_id, customer_id, invoice_id, line_id, reason),
  CONSTRAINT disputed_line_dispute_fk
    FOREIGN KEY (provider_id, dispute_id, customer_id, invoice_id)
    REFERENCES dispute (provider_id, dispute_id, customer_id, invoice_id),
  CONSTRAINT disputed_line_line_fk
    FOREIGN KEY (provider_id, customer_id, invoice_id, line_id, invoiced_minor)
    REFERENCES labor_line (provider_id, customer_id, invoice_id, line_id, amount_minor),
  CONSTRAINT disputed_line_disputed_ck
    CHECK (disputed_minor >= 0 AND disputed_minor <= invoiced_minor),
  CONSTRAINT disputed_line_approved_ck
    CHECK (approved_minor >= 0 AND approved_minor <= disputed_minor),
  CONSTRAINT disputed_line_outcome_ck
    CHECK (outcome IN ('EXPLAINED', 'CREDITED', 'PARTIALLY_CREDITED', 'DENIED'))
);

CREATE TABLE credit (
  provider_id VARCHAR(63) NOT NULL,
  customer_id VARCHAR(200) NOT NULL,
  invoice_id VARCHAR(200) NOT NULL,
  line_id VARCHAR(200) NOT NULL,
  -- 1, 2, 3 and so on for each line.
  ordinal INTEGER NOT NULL,
  -- ordinal - 1, NULL for the first.
  previous_ordinal INTEGER,
  credit_id VARCHAR(63) NOT NULL,
  dispute_id VARCHAR(63) NOT NULL,
  reason VARCHAR(30) NOT NULL,
  currency CHAR(3) NOT NULL,
  amount_minor BIGINT NOT NULL,
  invoiced_minor BIGINT NOT NULL,
  credited_before_minor BIGINT NOT NULL,
  credited_after_minor BIGINT NOT NULL,
  create_time TIMESTAMP NOT NULL,
  CONSTRAINT credit_pk PRIMARY KEY (provider_id, customer_id, invoice_id, line_id, ordinal),
  CONSTRAINT credit_id_uk UNIQUE (provider_id, credit_id),
  CONSTRAINT credit_sum_uk
    UNIQUE (provider_id, customer_id, invoice_id, line_id, ordinal, credited_after_minor),
  CONSTRAINT credit_line_fk
    FOREIGN KEY (provider_id, customer_id, invoice_id, line_id, invoiced_minor)
    REFERENCES labor_line (provider_id, customer_id, invoice_id, line_id, amount_minor),
  CONSTRAINT credit_dispute_fk FOREIGN KEY (provider_id, dispute_id, customer_id, invoice_id)
    REFERENCES dispute (provider_id, dispute_id, customer_id, invoice_id),
  CONSTRAINT credit_previous_fk
    FOREIGN KEY (provider_id, customer_id, invoice_id, line_id, previous_ordinal,
      credited_before_minor)
    REFERENCES credit (provider_id, customer_id, invoice_id, line_id, ordinal,
      credited_after_minor),
  CONSTRAINT credit_ordinal_ck CHECK (
    (ordinal = 1 AND previous_ordinal IS NULL AND credited_before_minor = 0)
    OR (ordinal > 1 AND previous_ordinal IS NOT NULL AND previous_ordinal = ordinal - 1)),
  CONSTRAINT credit_sum_ck CHECK (
    amount_minor > 0
    AND credited_after_minor = credited_before_minor + amount_minor
    AND credited_after_minor <= invoiced_minor)
);
