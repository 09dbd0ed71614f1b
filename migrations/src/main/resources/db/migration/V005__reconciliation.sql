-- Why: runs, their parts (one a customer, claimed through the database so that any server can go on
-- after the death of another), their verdicts with evidence, and what clerks decided.

CREATE TABLE reconciliation (
  provider_id VARCHAR(63) NOT NULL,
  reconciliation_id VARCHAR(63) NOT NULL,
  state VARCHAR(20) NOT NULL,
  -- The scope; '' or NULL: not narrowed.
  scope_customer_id VARCHAR(200) NOT NULL,
  scope_invoice_id VARCHAR(200) NOT NULL,
  scope_from_date DATE,
  scope_to_date DATE,
  model_version VARCHAR(63) NOT NULL,
  actor VARCHAR(200) NOT NULL,
  create_time TIMESTAMP NOT NULL,
  end_time TIMESTAMP,
  CONSTRAINT reconciliation_pk PRIMARY KEY (provider_id, reconciliation_id),
  CONSTRAINT reconciliation_provider_fk FOREIGN KEY (provider_id) REFERENCES provider (provider_id),
  CONSTRAINT reconciliation_state_ck
    CHECK (state IN ('RUNNING', 'SUCCEEDED', 'INCONCLUSIVE', 'FAILED'))
);

CREATE TABLE reconciliation_part (
  provider_id VARCHAR(63) NOT NULL,
  reconciliation_id VARCHAR(63) NOT NULL,
  customer_id VARCHAR(200) NOT NULL,
  state VARCHAR(20) NOT NULL,
  -- Which server works on it, and until when it may be believed to be alive.
  claimed_by VARCHAR(63) NOT NULL,
  claimed_until TIMESTAMP,
  tries INTEGER NOT NULL,
  -- Whether no request of the customer was in reach, so that nothing could be audited.
  inconclusive BOOLEAN NOT NULL,
  disputes_opened INTEGER NOT NULL,
  lines_disputed INTEGER NOT NULL,
  CONSTRAINT reconciliation_part_pk PRIMARY KEY (provider_id, reconciliation_id, customer_id),
  CONSTRAINT reconciliation_part_run_fk FOREIGN KEY (provider_id, reconciliation_id)
    REFERENCES reconciliation (provider_id, reconciliation_id),
  CONSTRAINT reconciliation_part_state_ck CHECK (state IN ('PENDING', 'CLAIMED', 'DONE', 'FAILED'))
);

-- Finds the parts that wait for a worker.
CREATE INDEX reconciliation_part_by_state ON reconciliation_part (state, claimed_until);

-- The coverage of a part: sums by answer and currency.
CREATE TABLE reconciliation_share (
  provider_id VARCHAR(63) NOT NULL,
  reconciliation_id VARCHAR(63) NOT NULL,
  customer_id VARCHAR(200) NOT NULL,
  answer VARCHAR(20) NOT NULL,
  currency CHAR(3) NOT NULL,
  line_count BIGINT NOT NULL,
  hours BIGINT NOT NULL,
  amount_minor BIGINT NOT NULL,
  CONSTRAINT reconciliation_share_pk
    PRIMARY KEY (provider_id, reconciliation_id, customer_id, answer, currency),
  CONSTRAINT reconciliation_share_part_fk FOREIGN KEY (provider_id, reconciliation_id, customer_id)
    REFERENCES reconciliation_part (provider_id, reconciliation_id, customer_id)
);

CREATE TABLE verdict (
  provider_id VARCHAR(63) NOT NULL,
  customer_id VARCHAR(200) NOT NULL,
  invoice_id VARCHAR(200) NOT NULL,
  line_id VARCHAR(200) NOT NULL,
  reconciliation_id VARCHAR(63) NOT NULL,
  answer VARCHAR(20) NOT NULL,
  not_auditable_reason VARCHAR(30) NOT NULL,
  probability DOUBLE PRECISION NOT NULL,
  hours_billed BIGINT NOT NULL,
  hours_backed BIGINT NOT NULL,
  -- Codes joined by commas.
  findings VARCHAR(400) NOT NULL,
  -- Allocations, candidates with their signals, and the sentence, as JSON.
  evidence VARCHAR(32672) NOT NULL,
  CONSTRAINT verdict_pk
    PRIMARY KEY (provider_id, customer_id, invoice_id, line_id, reconciliation_id),
  CONSTRAINT verdict_line_fk FOREIGN KEY (provider_id, customer_id, invoice_id, line_id)
    REFERENCES labor_line (provider_id, customer_id, invoice_id, line_id),
  CONSTRAINT verdict_run_fk FOREIGN KEY (provider_id, reconciliation_id)
    REFERENCES reconciliation (provider_id, reconciliation_id),
  CONSTRAINT verdict_answer_ck
    CHECK (answer IN ('MATCHED', 'AMBIGUOUS', 'UNMATCHED', 'NOT_AUDITABLE')),
  CONSTRAINT verdict_probability_ck CHECK (probability >= 0 AND probability <= 1),
  CONSTRAINT verdict_hours_ck CHECK (hours_backed >= 0 AND hours_backed <= hours_billed)
);

CREATE TABLE match_decision (
  provider_id VARCHAR(63) NOT NULL,
  customer_id VARCHAR(200) NOT NULL,
  invoice_id VARCHAR(200) NOT NULL,
  line_id VARCHAR(200) NOT NULL,
  request_id VARCHAR(200) NOT NULL,
  kind VARCHAR(20) NOT NULL,
  reason VARCHAR(2000) NOT NULL,
  actor VARCHAR(200) NOT NULL,
  decide_time TIMESTAMP NOT NULL,
  CONSTRAINT match_decision_pk
    PRIMARY KEY (provider_id, customer_id, invoice_id, line_id, request_id),
  CONSTRAINT match_decision_line_fk FOREIGN KEY (provider_id, customer_id, invoice_id, line_id)
    REFERENCES labor_line (provider_id, customer_id, invoice_id, line_id),
  CONSTRAINT match_decision_request_fk FOREIGN KEY (provider_id, customer_id, request_id)
    REFERENCES request (provider_id, customer_id, request_id),
  CONSTRAINT match_decision_kind_ck CHECK (kind IN ('CONFIRMED', 'REJECTED'))
);
