-- Why: clerks work the AMBIGUOUS lines that cost most first, and say of some that no request is
-- behind them and none is needed.
--
-- A line keeps the answer of its current verdict, so that the lines of one answer are a range of
-- an index and not a look at every line.

ALTER TABLE labor_line ADD COLUMN answer VARCHAR(20);

UPDATE labor_line SET answer = (
  SELECT verdict.answer
  FROM verdict
  WHERE verdict.provider_id = labor_line.provider_id
    AND verdict.customer_id = labor_line.customer_id
    AND verdict.invoice_id = labor_line.invoice_id
    AND verdict.line_id = labor_line.line_id
    AND verdict.reconciliation_id = labor_line.reconciliation_id)
WHERE reconciliation_id IS NOT NULL;

ALTER TABLE labor_line ADD CONSTRAINT labor_line_answer_ck CHECK (
  (answer IS NULL AND reconciliation_id IS NULL)
  OR (answer IS NOT NULL AND reconciliation_id IS NOT NULL));

CREATE INDEX labor_line_by_answer ON labor_line (provider_id, answer, amount_minor);

-- Lines that the customer accepts although no request is behind them: never disputed.
CREATE TABLE accepted_line (
  provider_id VARCHAR(63) NOT NULL,
  customer_id VARCHAR(200) NOT NULL,
  invoice_id VARCHAR(200) NOT NULL,
  line_id VARCHAR(200) NOT NULL,
  reason VARCHAR(2000) NOT NULL,
  actor VARCHAR(200) NOT NULL,
  accept_time TIMESTAMP NOT NULL,
  CONSTRAINT accepted_line_pk PRIMARY KEY (provider_id, customer_id, invoice_id, line_id),
  CONSTRAINT accepted_line_line_fk FOREIGN KEY (provider_id, customer_id, invoice_id, line_id)
    REFERENCES labor_line (provider_id, customer_id, invoice_id, line_id)
);
