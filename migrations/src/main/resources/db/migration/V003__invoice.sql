-- Why: what was billed. Money is counted in the minor unit of the currency; a rate may be finer
-- than that, so it is counted in 1/10,000 of the major unit.

CREATE TABLE invoice (
  provider_id VARCHAR(63) NOT NULL,
  customer_id VARCHAR(200) NOT NULL,
  invoice_id VARCHAR(200) NOT NULL,
  invoice_date DATE NOT NULL,
  currency CHAR(3) NOT NULL,
  period_start DATE,
  period_end DATE,
  content_hash VARCHAR(64) NOT NULL,
  version BIGINT NOT NULL,
  CONSTRAINT invoice_pk PRIMARY KEY (provider_id, customer_id, invoice_id),
  CONSTRAINT invoice_customer_fk FOREIGN KEY (provider_id, customer_id)
    REFERENCES customer (provider_id, customer_id),
  CONSTRAINT invoice_period_ck CHECK (period_end >= period_start)
);

CREATE TABLE labor_line (
  provider_id VARCHAR(63) NOT NULL,
  customer_id VARCHAR(200) NOT NULL,
  invoice_id VARCHAR(200) NOT NULL,
  line_id VARCHAR(200) NOT NULL,
  work_date DATE NOT NULL,
  technician VARCHAR(200) NOT NULL,
  hours BIGINT NOT NULL,
  rate_ten_thousandths BIGINT,
  amount_minor BIGINT NOT NULL,
  description VARCHAR(32672) NOT NULL,
  reference VARCHAR(200) NOT NULL,
  work_type VARCHAR(200) NOT NULL,
  attributes VARCHAR(32672) NOT NULL,
  content_hash VARCHAR(64) NOT NULL,
  version BIGINT NOT NULL,
  -- The run whose verdict on this line is the current one; NULL before the first.
  reconciliation_id VARCHAR(63),
  CONSTRAINT labor_line_pk PRIMARY KEY (provider_id, customer_id, invoice_id, line_id),
  CONSTRAINT labor_line_invoice_fk FOREIGN KEY (provider_id, customer_id, invoice_id)
    REFERENCES invoice (provider_id, customer_id, invoice_id),
  -- Lets disputes and credits hold the amount that they were reckoned with: it cannot change
  -- under them.
  CONSTRAINT labor_line_amount_uk
    UNIQUE (provider_id, customer_id, invoice_id, line_id, amount_minor),
  CONSTRAINT labor_line_hours_ck CHECK (hours >= 0),
  CONSTRAINT labor_line_amount_ck CHECK (amount_minor >= 0)
);
