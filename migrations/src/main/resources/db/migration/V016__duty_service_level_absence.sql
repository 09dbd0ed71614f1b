-- Why: more than calls can be late. An escalation and a watch are about a duty: a kind, the id of the
-- thing that it hangs on, and the moment since which its time runs, so that the same dispute can wait
-- for an answer twice and escalate each time from the first level on. What is late at which share of
-- the time differs by customer, priority and tier, and who is away has a deputy.

-- Neither database renames tables as the other one does: what has fired is kept aside and put back.
CREATE TABLE escalation_before AS SELECT * FROM escalation WITH NO DATA;

INSERT INTO escalation_before SELECT * FROM escalation;

DROP TABLE escalation;

CREATE TABLE escalation (
  provider_id VARCHAR(63) NOT NULL,
  subject_kind VARCHAR(20) NOT NULL,
  subject_id VARCHAR(63) NOT NULL,
  since_time TIMESTAMP NOT NULL,
  -- 1, 2, 3 and so on; one that was passed over is missing.
  escalation_level INTEGER NOT NULL,
  escalation_id VARCHAR(63) NOT NULL,
  customer_id VARCHAR(200) NOT NULL,
  -- NULL where the duty belongs to no dispute.
  dispute_id VARCHAR(63),
  -- As it was when somebody was told.
  due_time TIMESTAMP NOT NULL,
  recipient_role VARCHAR(20) NOT NULL,
  -- Who has the role, and who was told: a deputy of the other who was away, or the same.
  meant_person VARCHAR(200) NOT NULL,
  person VARCHAR(200) NOT NULL,
  -- When the level was reached, and when somebody was told.
  level_time TIMESTAMP NOT NULL,
  fire_time TIMESTAMP NOT NULL,
  acknowledge_time TIMESTAMP,
  acknowledge_actor VARCHAR(200),
  acknowledge_note VARCHAR(2000),
  version BIGINT NOT NULL,
  CONSTRAINT escalation_pk PRIMARY KEY
    (provider_id, subject_kind, subject_id, since_time, escalation_level),
  CONSTRAINT escalation_id_uk UNIQUE (provider_id, escalation_id),
  CONSTRAINT escalation_customer_fk FOREIGN KEY (provider_id, customer_id)
    REFERENCES customer (provider_id, customer_id),
  CONSTRAINT escalation_dispute_fk FOREIGN KEY (provider_id, dispute_id)
    REFERENCES dispute (provider_id, dispute_id),
  CONSTRAINT escalation_level_ck CHECK (escalation_level >= 1 AND escalation_level <= 999),
  CONSTRAINT escalation_role_ck
    CHECK (recipient_role IN ('OWNER', 'LEAD', 'ACCOUNT_MANAGER', 'SUPERIOR')),
  CONSTRAINT escalation_time_ck CHECK (fire_time >= level_time),
  CONSTRAINT escalation_acknowledge_ck CHECK (
    (acknowledge_time IS NULL AND acknowledge_actor IS NULL AND acknowledge_note IS NULL)
    OR (acknowledge_time IS NOT NULL AND acknowledge_actor IS NOT NULL
      AND acknowledge_note IS NOT NULL))
);

INSERT INTO escalation (provider_id, subject_kind, subject_id, since_time, escalation_level,
  escalation_id, customer_id, dispute_id, due_time, recipient_role, meant_person, person,
  level_time, fire_time, acknowledge_time, acknowledge_actor, acknowledge_note, version)
SELECT fired.provider_id, 'CALLBACK', fired.callback_id, callback.create_time,
  fired.escalation_level, fired.escalation_id, callback.customer_id, callback.dispute_id,
  callback.due_time, fired.recipient_role, fired.person, fired.person, fired.level_time,
  fired.fire_time, fired.acknowledge_time, fired.acknowledge_actor, fired.acknowledge_note,
  fired.version
FROM escalation_before fired
JOIN callback ON callback.provider_id = fired.provider_id
  AND callback.callback_id = fired.callback_id;

DROP TABLE escalation_before;

-- When to look at a duty next. Nothing is copied: a live duty without a row is given one by the next
-- sweep, and the row of one that ended is deleted when it is looked at.
DROP TABLE escalation_watch;

CREATE TABLE escalation_watch (
  provider_id VARCHAR(63) NOT NULL,
  subject_kind VARCHAR(20) NOT NULL,
  subject_id VARCHAR(63) NOT NULL,
  since_time TIMESTAMP NOT NULL,
  -- When its next level is reached, and when to look: later where business is closed.
  level_time TIMESTAMP NOT NULL,
  next_time TIMESTAMP NOT NULL,
  version BIGINT NOT NULL,
  CONSTRAINT escalation_watch_pk PRIMARY KEY (provider_id, subject_kind, subject_id, since_time),
  CONSTRAINT escalation_watch_provider_fk FOREIGN KEY (provider_id)
    REFERENCES provider (provider_id)
);

-- Finds what is to be looked at.
CREATE INDEX escalation_watch_by_next_time ON escalation_watch (next_time, level_time);

-- Finds the disputes whose clocks run or that wait for an answer.
CREATE INDEX dispute_by_state ON dispute (state);

-- What differs for some customers; NULL is as the next wider row has it, and at last the provider.
CREATE TABLE service_level (
  provider_id VARCHAR(63) NOT NULL,
  -- For whom: '' is any.
  customer_id VARCHAR(200) NOT NULL,
  tier VARCHAR(200) NOT NULL,
  priority VARCHAR(10) NOT NULL,
  service_level_id VARCHAR(63) NOT NULL,
  first_callback_days INTEGER,
  attempts_max INTEGER,
  attempt_gap_minutes BIGINT,
  hang_up_cool_down_minutes BIGINT,
  owner_percent INTEGER,
  lead_percent INTEGER,
  account_manager_percent INTEGER,
  repeat_gap_minutes BIGINT,
  resolution_target_minutes BIGINT,
  update_time TIMESTAMP NOT NULL,
  version BIGINT NOT NULL,
  CONSTRAINT service_level_pk PRIMARY KEY (provider_id, customer_id, tier, priority),
  CONSTRAINT service_level_id_uk UNIQUE (provider_id, service_level_id),
  CONSTRAINT service_level_provider_fk FOREIGN KEY (provider_id) REFERENCES provider (provider_id),
  CONSTRAINT service_level_customer_ck CHECK (customer_id = '' OR tier = ''),
  -- No promise of a first call is later than the third working day.
  CONSTRAINT service_level_first_ck
    CHECK (first_callback_days >= 1 AND first_callback_days <= 3),
  CONSTRAINT service_level_percent_ck CHECK (
    (owner_percent IS NULL AND lead_percent IS NULL AND account_manager_percent IS NULL)
    OR (owner_percent >= 1 AND owner_percent < lead_percent
      AND lead_percent < account_manager_percent AND account_manager_percent <= 1000
      AND owner_percent IS NOT NULL AND lead_percent IS NOT NULL
      AND account_manager_percent IS NOT NULL))
);

CREATE TABLE absence (
  provider_id VARCHAR(63) NOT NULL,
  absence_id VARCHAR(63) NOT NULL,
  person VARCHAR(200) NOT NULL,
  from_time TIMESTAMP NOT NULL,
  -- The first moment at which the person is there again.
  until_time TIMESTAMP NOT NULL,
  -- Who stands in; '' is nobody.
  deputy VARCHAR(200) NOT NULL,
  remark VARCHAR(2000) NOT NULL,
  create_time TIMESTAMP NOT NULL,
  CONSTRAINT absence_pk PRIMARY KEY (provider_id, absence_id),
  CONSTRAINT absence_provider_fk FOREIGN KEY (provider_id) REFERENCES provider (provider_id),
  CONSTRAINT absence_time_ck CHECK (until_time > from_time),
  CONSTRAINT absence_deputy_ck CHECK (deputy <> person)
);

-- Finds who is away.
CREATE INDEX absence_by_until_time ON absence (provider_id, until_time);
