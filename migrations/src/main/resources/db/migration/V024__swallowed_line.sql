-- Why: what catch-all requests swallow is added up over a million lines without reading the evidence
-- of every verdict.

-- What a verdict backs with a request that draws work of other kinds. The next migration fills it from
-- the verdicts that there are.
CREATE TABLE swallowed_line (
  provider_id VARCHAR(63) NOT NULL,
  customer_id VARCHAR(200) NOT NULL,
  request_id VARCHAR(200) NOT NULL,
  invoice_id VARCHAR(200) NOT NULL,
  line_id VARCHAR(200) NOT NULL,
  reconciliation_id VARCHAR(63) NOT NULL,
  -- In 1/10,000 h.
  hours BIGINT NOT NULL,
  -- 1 where the line shares no word with the request.
  unrelated SMALLINT NOT NULL,
  -- What the allocation loses.
  bits DOUBLE PRECISION NOT NULL,
  CONSTRAINT swallowed_line_pk PRIMARY KEY
    (provider_id, customer_id, request_id, invoice_id, line_id, reconciliation_id),
  CONSTRAINT swallowed_line_verdict_fk
    FOREIGN KEY (provider_id, customer_id, invoice_id, line_id, reconciliation_id)
    REFERENCES verdict (provider_id, customer_id, invoice_id, line_id, reconciliation_id),
  CONSTRAINT swallowed_line_bits_ck CHECK (bits < 0)
);
