-- Why: every change leaves an entry in the transaction that makes it. Entries are first laid into
-- the inbox, without a lock that two changes would share; once they are committed the sequencer
-- moves them, in order, into the numbered and hash-chained journal. So numbers have no gap, none
-- becomes visible late, and writers do not queue for a number.

CREATE TABLE journal_inbox (
  provider_id VARCHAR(63) NOT NULL,
  inbox_id BIGINT GENERATED ALWAYS AS IDENTITY,
  create_time TIMESTAMP NOT NULL,
  actor VARCHAR(200) NOT NULL,
  action VARCHAR(60) NOT NULL,
  resource VARCHAR(8000) NOT NULL,
  reason VARCHAR(2000) NOT NULL,
  details VARCHAR(32672) NOT NULL,
  CONSTRAINT journal_inbox_pk PRIMARY KEY (provider_id, inbox_id)
);

CREATE TABLE journal_head (
  provider_id VARCHAR(63) NOT NULL,
  sequence_number BIGINT NOT NULL,
  hash VARCHAR(64) NOT NULL,
  CONSTRAINT journal_head_pk PRIMARY KEY (provider_id),
  CONSTRAINT journal_head_provider_fk FOREIGN KEY (provider_id) REFERENCES provider (provider_id)
);

CREATE TABLE journal (
  provider_id VARCHAR(63) NOT NULL,
  sequence_number BIGINT NOT NULL,
  create_time TIMESTAMP NOT NULL,
  actor VARCHAR(200) NOT NULL,
  action VARCHAR(60) NOT NULL,
  resource VARCHAR(8000) NOT NULL,
  reason VARCHAR(2000) NOT NULL,
  details VARCHAR(32672) NOT NULL,
  -- SHA-256 over the entry and the hash before it, in lower-case hexadecimal digits.
  hash VARCHAR(64) NOT NULL,
  CONSTRAINT journal_pk PRIMARY KEY (provider_id, sequence_number)
);

-- Answers that were given, by the caller's request id, so that a retry gets the same one. A long
-- answer has several parts.
CREATE TABLE answered_request (
  provider_id VARCHAR(63) NOT NULL,
  request_id VARCHAR(36) NOT NULL,
  part INTEGER NOT NULL,
  -- SHA-256 over the method and the content of the call.
  fingerprint VARCHAR(64) NOT NULL,
  create_time TIMESTAMP NOT NULL,
  -- Base64 of the compressed answer.
  answer VARCHAR(32000) NOT NULL,
  CONSTRAINT answered_request_pk PRIMARY KEY (provider_id, request_id, part)
);
