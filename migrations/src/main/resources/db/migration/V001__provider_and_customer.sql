-- Why: everything belongs to exactly one provider, the tenant. Its id is the first column of every
-- key, so that no statement can cross the tenant wall by accident and the schema can be distributed
-- by it. Every statement runs unchanged on Apache Derby 10.17 and PostgreSQL 15.
--
-- Moments are UTC. Texts that a source left out are ''. Attributes are JSON objects.

CREATE TABLE provider (
  provider_id VARCHAR(63) NOT NULL,
  display_name VARCHAR(200) NOT NULL,
  default_owner VARCHAR(200) NOT NULL,
  -- Minutes after midnight, such as '540-720,780-1020'.
  business_windows VARCHAR(100) NOT NULL,
  first_callback_days INTEGER NOT NULL,
  attempt_gap_minutes INTEGER NOT NULL,
  attempts_max INTEGER NOT NULL,
  request_log_complete_from DATE,
  create_time TIMESTAMP NOT NULL,
  update_time TIMESTAMP NOT NULL,
  version BIGINT NOT NULL,
  CONSTRAINT provider_pk PRIMARY KEY (provider_id),
  CONSTRAINT provider_first_callback_days_ck CHECK (first_callback_days BETWEEN 1 AND 3),
  CONSTRAINT provider_attempt_gap_minutes_ck CHECK (attempt_gap_minutes BETWEEN 15 AND 2400),
  CONSTRAINT provider_attempts_max_ck CHECK (attempts_max BETWEEN 1 AND 20)
);

CREATE TABLE customer (
  provider_id VARCHAR(63) NOT NULL,
  customer_id VARCHAR(200) NOT NULL,
  display_name VARCHAR(200) NOT NULL,
  time_zone VARCHAR(64) NOT NULL,
  tier VARCHAR(200) NOT NULL,
  account_manager VARCHAR(200) NOT NULL,
  phone VARCHAR(200) NOT NULL,
  email VARCHAR(200) NOT NULL,
  annual_value_minor BIGINT,
  currency CHAR(3) NOT NULL,
  attributes VARCHAR(32672) NOT NULL,
  content_hash VARCHAR(64) NOT NULL,
  create_time TIMESTAMP NOT NULL,
  update_time TIMESTAMP NOT NULL,
  version BIGINT NOT NULL,
  -- Counts changes of the customer's requests, time entries and labor lines. A reconciliation that
  -- read an older count than it finds when it stores starts over: no verdict on facts gone by.
  facts_version BIGINT NOT NULL,
  CONSTRAINT customer_pk PRIMARY KEY (provider_id, customer_id),
  CONSTRAINT customer_provider_fk FOREIGN KEY (provider_id) REFERENCES provider (provider_id),
  CONSTRAINT customer_annual_value_ck CHECK (annual_value_minor >= 0)
);
