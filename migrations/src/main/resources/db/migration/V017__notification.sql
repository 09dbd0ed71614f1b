-- Why: what happens has to find those who asked to be told, through kills, outages and several
-- servers. A target keeps how far into the journal it has come; one worker at a time holds it and
-- sends. An event that a target does not take in time is set aside as a letter, so that it holds up
-- no other event for long.

CREATE TABLE notification_target (
  provider_id VARCHAR(63) NOT NULL,
  target_id VARCHAR(63) NOT NULL,
  -- 1 to 20, each once for a provider: the limit of targets.
  slot INTEGER NOT NULL,
  kind VARCHAR(10) NOT NULL,
  state VARCHAR(10) NOT NULL,
  -- Why Redress paused it by itself, else empty.
  pause_reason VARCHAR(500) NOT NULL,
  -- The URL, or the addresses, one a line.
  destination VARCHAR(8000) NOT NULL,
  -- What requests are signed with, as the receiver has it; empty for mail.
  secret VARCHAR(200) NOT NULL,
  previous_secret VARCHAR(200),
  previous_secret_end TIMESTAMP,
  -- Patterns, one a line.
  actions VARCHAR(4000) NOT NULL,
  -- The last event that is done with, and how often the next wanted one was tried in vain.
  read_sequence BIGINT NOT NULL,
  tries INTEGER NOT NULL,
  next_time TIMESTAMP NOT NULL,
  last_error VARCHAR(500) NOT NULL,
  last_error_time TIMESTAMP,
  -- Who sends to it, until when unless that is renewed; empty when nobody does.
  claimed_by VARCHAR(63) NOT NULL,
  claimed_until TIMESTAMP,
  create_time TIMESTAMP NOT NULL,
  update_time TIMESTAMP NOT NULL,
  version BIGINT NOT NULL,
  CONSTRAINT notification_target_pk PRIMARY KEY (provider_id, target_id),
  CONSTRAINT notification_target_slot_uk UNIQUE (provider_id, slot),
  CONSTRAINT notification_target_provider_fk FOREIGN KEY (provider_id)
    REFERENCES provider (provider_id),
  CONSTRAINT notification_target_slot_ck CHECK (slot >= 1 AND slot <= 20),
  CONSTRAINT notification_target_kind_ck CHECK (kind IN ('WEBHOOK', 'MAIL')),
  CONSTRAINT notification_target_state_ck CHECK (state IN ('ENABLED', 'PAUSED')),
  CONSTRAINT notification_target_secret_ck CHECK (
    (kind = 'WEBHOOK' AND secret <> '')
    OR (kind = 'MAIL' AND secret = '' AND previous_secret IS NULL)),
  CONSTRAINT notification_target_read_ck CHECK (read_sequence >= 0 AND tries >= 0)
);

-- Events that a target did not take and that others have passed: tried again, or dead.
CREATE TABLE notification_letter (
  provider_id VARCHAR(63) NOT NULL,
  target_id VARCHAR(63) NOT NULL,
  sequence_number BIGINT NOT NULL,
  state VARCHAR(10) NOT NULL,
  tries INTEGER NOT NULL,
  next_time TIMESTAMP,
  last_error VARCHAR(500) NOT NULL,
  create_time TIMESTAMP NOT NULL,
  update_time TIMESTAMP NOT NULL,
  CONSTRAINT notification_letter_pk PRIMARY KEY (provider_id, target_id, sequence_number),
  CONSTRAINT notification_letter_target_fk FOREIGN KEY (provider_id, target_id)
    REFERENCES notification_target (provider_id, target_id),
  CONSTRAINT notification_letter_state_ck CHECK (
    (state = 'WAITING' AND next_time IS NOT NULL) OR (state = 'DEAD' AND next_time IS NULL))
);
