-- Why: what is wrong with a line is kept with what shows it and how much money is at stake, so that
-- clerks can work through it; providers say what is looked for, from where on, and what follows;
-- and what a clerk dismissed with a reason stays dismissed.

-- What the last run over a customer found. Codes of older runs stand with their verdicts.
CREATE TABLE finding (
  provider_id VARCHAR(63) NOT NULL,
  customer_id VARCHAR(200) NOT NULL,
  invoice_id VARCHAR(200) NOT NULL,
  line_id VARCHAR(200) NOT NULL,
  code VARCHAR(30) NOT NULL,
  -- What followed from it by the rules of that run.
  mode VARCHAR(10) NOT NULL,
  billed VARCHAR(400) NOT NULL,
  expected VARCHAR(400) NOT NULL,
  rule_text VARCHAR(400) NOT NULL,
  -- The name of what the line was compared with, or ''.
  related VARCHAR(4000) NOT NULL,
  -- Negative where the charge is too low.
  at_stake_minor BIGINT NOT NULL,
  CONSTRAINT finding_pk PRIMARY KEY (provider_id, customer_id, invoice_id, line_id, code),
  CONSTRAINT finding_line_fk FOREIGN KEY (provider_id, customer_id, invoice_id, line_id)
    REFERENCES labor_line (provider_id, customer_id, invoice_id, line_id),
  CONSTRAINT finding_mode_ck CHECK (mode IN ('NOTE', 'REVIEW', 'DISPUTE'))
);

-- The dearest first.
CREATE INDEX finding_by_stake ON finding (provider_id, at_stake_minor);

CREATE TABLE finding_dismissal (
  provider_id VARCHAR(63) NOT NULL,
  customer_id VARCHAR(200) NOT NULL,
  invoice_id VARCHAR(200) NOT NULL,
  line_id VARCHAR(200) NOT NULL,
  code VARCHAR(30) NOT NULL,
  -- Of the line as it was: a dismissal holds as long as the line says the same.
  content_hash VARCHAR(64) NOT NULL,
  reason VARCHAR(2000) NOT NULL,
  actor VARCHAR(200) NOT NULL,
  dismiss_time TIMESTAMP NOT NULL,
  CONSTRAINT finding_dismissal_pk
    PRIMARY KEY (provider_id, customer_id, invoice_id, line_id, code),
  CONSTRAINT finding_dismissal_line_fk FOREIGN KEY (provider_id, customer_id, invoice_id, line_id)
    REFERENCES labor_line (provider_id, customer_id, invoice_id, line_id)
);

-- A provider without a row goes by what is shipped.
CREATE TABLE finding_rules (
  provider_id VARCHAR(63) NOT NULL,
  before_request_days INTEGER NOT NULL,
  after_close_days INTEGER NOT NULL,
  overlap_minutes INTEGER NOT NULL,
  day_hours_max BIGINT NOT NULL,
  late_logged_days INTEGER NOT NULL,
  block_hours_min BIGINT NOT NULL,
  block_tasks_min INTEGER NOT NULL,
  stale_days INTEGER NOT NULL,
  -- One a line.
  watch_words VARCHAR(6000) NOT NULL,
  -- CODE=MODE, one a line, for each code.
  modes VARCHAR(2000) NOT NULL,
  version BIGINT NOT NULL,
  CONSTRAINT finding_rules_pk PRIMARY KEY (provider_id),
  CONSTRAINT finding_rules_provider_fk FOREIGN KEY (provider_id) REFERENCES provider (provider_id)
);

-- What a technician did on a day, for all customers of a provider together.
CREATE INDEX labor_line_by_day ON labor_line (provider_id, work_date, technician, hours);
CREATE INDEX time_entry_by_day ON time_entry (provider_id, work_date, technician);
