-- Why: a promised call that is not made has to find somebody who sees to it, without anybody having
-- to look for it. Each level that a callback reached is one row, by its key once only, whatever the
-- number of servers; a watch says when each live callback is to be looked at next.

-- The rules of a provider; without a row those that ship.
CREATE TABLE escalation_policy (
  provider_id VARCHAR(63) NOT NULL,
  -- Of the business time from the promise to the due time.
  owner_percent INTEGER NOT NULL,
  lead_percent INTEGER NOT NULL,
  account_manager_percent INTEGER NOT NULL,
  -- Business time between two of the levels that follow.
  repeat_gap_minutes BIGINT NOT NULL,
  lead_person VARCHAR(200) NOT NULL,
  superior_person VARCHAR(200) NOT NULL,
  update_time TIMESTAMP NOT NULL,
  version BIGINT NOT NULL,
  CONSTRAINT escalation_policy_pk PRIMARY KEY (provider_id),
  CONSTRAINT escalation_policy_provider_fk FOREIGN KEY (provider_id)
    REFERENCES provider (provider_id),
  CONSTRAINT escalation_policy_percent_ck CHECK (owner_percent >= 1
    AND owner_percent < lead_percent AND lead_percent < account_manager_percent
    AND account_manager_percent <= 1000)
);

CREATE TABLE escalation (
  provider_id VARCHAR(63) NOT NULL,
  callback_id VARCHAR(63) NOT NULL,
  -- 1, 2, 3 and so on; one that was passed over is missing.
  escalation_level INTEGER NOT NULL,
  escalation_id VARCHAR(63) NOT NULL,
  recipient_role VARCHAR(20) NOT NULL,
  person VARCHAR(200) NOT NULL,
  -- When the level was reached, and when somebody was told.
  level_time TIMESTAMP NOT NULL,
  fire_time TIMESTAMP NOT NULL,
  acknowledge_time TIMESTAMP,
  acknowledge_actor VARCHAR(200),
  acknowledge_note VARCHAR(2000),
  version BIGINT NOT NULL,
  CONSTRAINT escalation_pk PRIMARY KEY (provider_id, callback_id, escalation_level),
  CONSTRAINT escalation_id_uk UNIQUE (provider_id, escalation_id),
  CONSTRAINT escalation_callback_fk FOREIGN KEY (provider_id, callback_id)
    REFERENCES callback (provider_id, callback_id),
  CONSTRAINT escalation_level_ck CHECK (escalation_level >= 1 AND escalation_level <= 999),
  CONSTRAINT escalation_role_ck
    CHECK (recipient_role IN ('OWNER', 'LEAD', 'ACCOUNT_MANAGER', 'SUPERIOR')),
  CONSTRAINT escalation_time_ck CHECK (fire_time >= level_time),
  CONSTRAINT escalation_acknowledge_ck CHECK (
    (acknowledge_time IS NULL AND acknowledge_actor IS NULL AND acknowledge_note IS NULL)
    OR (acknowledge_time IS NOT NULL AND acknowledge_actor IS NOT NULL
      AND acknowledge_note IS NOT NULL))
);

-- When to look at a callback next. A live callback without a row is given one by the next sweep;
-- the row of an ended one is deleted when it is looked at.
CREATE TABLE escalation_watch (
  provider_id VARCHAR(63) NOT NULL,
  callback_id VARCHAR(63) NOT NULL,
  -- When its next level is reached, and when to look: later where business is closed.
  level_time TIMESTAMP NOT NULL,
  next_time TIMESTAMP NOT NULL,
  version BIGINT NOT NULL,
  CONSTRAINT escalation_watch_pk PRIMARY KEY (provider_id, callback_id),
  CONSTRAINT escalation_watch_callback_fk FOREIGN KEY (provider_id, callback_id)
    REFERENCES callback (provider_id, callback_id)
);

-- Finds what is to be looked at.
CREATE INDEX escalation_watch_by_next_time ON escalation_watch (next_time, level_time);

-- Finds the live callbacks that nobody watches yet.
CREATE INDEX callback_by_liveness ON callback (liveness, provider_id, callback_id);
