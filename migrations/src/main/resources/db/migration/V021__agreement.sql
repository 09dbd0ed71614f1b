-- Why: whether a charge is right is a question to the contract. An agreement holds the terms that were
-- in force on some days; that no day of a customer is under two of them is settled by whoever writes,
-- who locks the customer's row first: neither database can say it of ranges in the same way.

CREATE TABLE agreement (
  provider_id VARCHAR(63) NOT NULL,
  customer_id VARCHAR(200) NOT NULL,
  agreement_id VARCHAR(200) NOT NULL,
  valid_from DATE NOT NULL,
  -- The last day; NULL is until further notice.
  valid_until DATE,
  currency CHAR(3) NOT NULL,
  -- Hours of a period in 1/10,000 h; NULL with the three after it: none are included.
  included_hours BIGINT,
  included_period VARCHAR(10),
  carry_over_hours BIGINT,
  -- NULL: as the rate card has it.
  overrun_rate_ten_thousandths BIGINT,
  rounding_minutes INTEGER NOT NULL,
  minimum_minutes INTEGER NOT NULL,
  rounding_per VARCHAR(10) NOT NULL,
  -- Kinds of work, one a line.
  covered_work_types VARCHAR(32672) NOT NULL,
  excluded_work_types VARCHAR(32672) NOT NULL,
  create_time TIMESTAMP NOT NULL,
  update_time TIMESTAMP NOT NULL,
  version BIGINT NOT NULL,
  CONSTRAINT agreement_pk PRIMARY KEY (provider_id, customer_id, agreement_id),
  CONSTRAINT agreement_customer_fk FOREIGN KEY (provider_id, customer_id)
    REFERENCES customer (provider_id, customer_id),
  CONSTRAINT agreement_valid_ck CHECK (valid_until >= valid_from),
  CONSTRAINT agreement_included_ck CHECK (
    (included_hours IS NULL AND included_period IS NULL AND carry_over_hours IS NULL
      AND overrun_rate_ten_thousandths IS NULL)
    OR (included_hours IS NOT NULL AND included_period IS NOT NULL
      AND carry_over_hours IS NOT NULL)),
  CONSTRAINT agreement_hours_ck CHECK (
    included_hours > 0 AND included_hours <= 100000000
    AND carry_over_hours >= 0 AND carry_over_hours <= 100000000),
  CONSTRAINT agreement_period_ck CHECK (included_period IN ('MONTH', 'QUARTER', 'YEAR')),
  CONSTRAINT agreement_overrun_ck CHECK (overrun_rate_ten_thousandths >= 0),
  CONSTRAINT agreement_rounding_ck CHECK (
    rounding_minutes >= 0 AND rounding_minutes <= 480
    AND minimum_minutes >= 0 AND minimum_minutes <= 1440
    AND rounding_per IN ('ENTRY', 'REQUEST'))
);

-- The rows of its rate card, in an order that decides between rules that ask for equally much.
CREATE TABLE agreement_rate (
  provider_id VARCHAR(63) NOT NULL,
  customer_id VARCHAR(200) NOT NULL,
  agreement_id VARCHAR(200) NOT NULL,
  ordinal INTEGER NOT NULL,
  -- '' is any.
  role VARCHAR(200) NOT NULL,
  technician VARCHAR(200) NOT NULL,
  work_type VARCHAR(200) NOT NULL,
  time_of_work VARCHAR(20) NOT NULL,
  rate_ten_thousandths BIGINT NOT NULL,
  CONSTRAINT agreement_rate_pk PRIMARY KEY (provider_id, customer_id, agreement_id, ordinal),
  CONSTRAINT agreement_rate_agreement_fk FOREIGN KEY (provider_id, customer_id, agreement_id)
    REFERENCES agreement (provider_id, customer_id, agreement_id),
  CONSTRAINT agreement_rate_ordinal_ck CHECK (ordinal >= 1 AND ordinal <= 200),
  CONSTRAINT agreement_rate_time_ck
    CHECK (time_of_work IN ('ANY', 'AFTER_HOURS', 'WEEKEND', 'TRAVEL')),
  CONSTRAINT agreement_rate_ck CHECK (rate_ten_thousandths >= 0)
);

-- Files of agreements are imported, too.
ALTER TABLE file_import DROP CONSTRAINT file_import_kind_ck;

ALTER TABLE file_import ADD CONSTRAINT file_import_kind_ck
  CHECK (kind IN ('CUSTOMERS', 'REQUESTS', 'TIME_ENTRIES', 'INVOICES', 'AGREEMENTS'));
