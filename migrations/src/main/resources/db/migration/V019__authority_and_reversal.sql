-- Why: who may give money away is a rule of the provider and not of the software, and a credit that
-- was wrong is taken back by a fact of its own, so that the books show both.

-- What one person, everybody of a role, or Redress itself (GOODWILL) may concede on a dispute.
CREATE TABLE authority_limit (
  provider_id VARCHAR(63) NOT NULL,
  holder_kind VARCHAR(10) NOT NULL,
  -- A role, a person, or '-' for GOODWILL.
  holder VARCHAR(200) NOT NULL,
  currency CHAR(3) NOT NULL,
  limit_minor BIGINT NOT NULL,
  CONSTRAINT authority_limit_pk PRIMARY KEY (provider_id, holder_kind, holder, currency),
  CONSTRAINT authority_limit_provider_fk FOREIGN KEY (provider_id)
    REFERENCES provider (provider_id),
  CONSTRAINT authority_limit_kind_ck CHECK (holder_kind IN ('ROLE', 'PERSON', 'GOODWILL')),
  CONSTRAINT authority_limit_limit_ck CHECK (limit_minor >= 0)
);

-- I4 with reversals: the sum of a line goes up with a credit and down with its reversal, which takes
-- back all of one credit of the same line, once.
ALTER TABLE credit ADD COLUMN reversed_credit_id VARCHAR(63);
ALTER TABLE credit ADD COLUMN reversed_minor BIGINT;
ALTER TABLE credit ADD COLUMN remark VARCHAR(2000) DEFAULT '' NOT NULL;
ALTER TABLE credit ADD CONSTRAINT credit_reversed_uk UNIQUE (provider_id, reversed_credit_id);
ALTER TABLE credit ADD CONSTRAINT credit_amount_uk
  UNIQUE (provider_id, credit_id, customer_id, invoice_id, line_id, amount_minor);
ALTER TABLE credit ADD CONSTRAINT credit_reversed_fk
  FOREIGN KEY (provider_id, reversed_credit_id, customer_id, invoice_id, line_id, reversed_minor)
  REFERENCES credit (provider_id, credit_id, customer_id, invoice_id, line_id, amount_minor);
ALTER TABLE credit DROP CONSTRAINT credit_sum_ck;
ALTER TABLE credit ADD CONSTRAINT credit_sum_ck CHECK (
  ((reversed_credit_id IS NULL AND reversed_minor IS NULL AND amount_minor > 0)
    OR (reversed_credit_id IS NOT NULL AND reversed_minor IS NOT NULL AND reversed_minor > 0
      AND amount_minor = -reversed_minor))
  AND credited_after_minor = credited_before_minor + amount_minor
  AND credited_after_minor >= 0
  AND credited_after_minor <= invoiced_minor);
