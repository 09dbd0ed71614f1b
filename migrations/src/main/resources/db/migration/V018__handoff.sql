-- Why: a dispute that changes hands must not fall between two chairs (I6). Whoever has it keeps it
-- until somebody else has read what it is about and said yes; what was read is kept.
--
-- Held here: at most one handoff of a dispute is pending, only an open dispute has one, and only
-- the person who was asked can have accepted, with a brief.

-- What a pending handoff points at: it ends before its dispute does.
ALTER TABLE dispute ADD CONSTRAINT dispute_liveness_uk
  UNIQUE (provider_id, dispute_id, callback_state);

-- Who owned it when it was opened or last reopened: whoever else owns it has accepted it since.
ALTER TABLE dispute ADD COLUMN opening_owner VARCHAR(200) DEFAULT '' NOT NULL;

UPDATE dispute SET opening_owner = owner;

CREATE TABLE handoff (
  provider_id VARCHAR(63) NOT NULL,
  dispute_id VARCHAR(63) NOT NULL,
  -- 1, 2, 3 and so on for each dispute.
  ordinal INTEGER NOT NULL,
  handoff_id VARCHAR(63) NOT NULL,
  state VARCHAR(20) NOT NULL,
  -- While it is pending the dispute's id and 'LIVE', else NULL.
  pending_dispute_id VARCHAR(63),
  pending_liveness VARCHAR(5),
  sender VARCHAR(200) NOT NULL,
  receiver VARCHAR(200) NOT NULL,
  reason VARCHAR(2000) NOT NULL,
  note VARCHAR(2000) NOT NULL,
  -- The text that the receiver was given.
  brief VARCHAR(30000) NOT NULL,
  create_actor VARCHAR(200) NOT NULL,
  create_time TIMESTAMP NOT NULL,
  -- When an answer is expected.
  due_time TIMESTAMP NOT NULL,
  answer_actor VARCHAR(200),
  answer_time TIMESTAMP,
  answer_note VARCHAR(2000),
  version BIGINT NOT NULL,
  CONSTRAINT handoff_pk PRIMARY KEY (provider_id, dispute_id, ordinal),
  CONSTRAINT handoff_id_uk UNIQUE (provider_id, handoff_id),
  CONSTRAINT handoff_pending_uk UNIQUE (provider_id, pending_dispute_id),
  CONSTRAINT handoff_dispute_fk FOREIGN KEY (provider_id, dispute_id)
    REFERENCES dispute (provider_id, dispute_id),
  CONSTRAINT handoff_open_dispute_fk
    FOREIGN KEY (provider_id, pending_dispute_id, pending_liveness)
    REFERENCES dispute (provider_id, dispute_id, callback_state),
  CONSTRAINT handoff_ordinal_ck CHECK (ordinal >= 1),
  CONSTRAINT handoff_state_ck CHECK (
    (state = 'PENDING'
      AND pending_dispute_id IS NOT NULL AND pending_dispute_id = dispute_id
      AND pending_liveness IS NOT NULL AND pending_liveness = 'LIVE'
      AND answer_actor IS NULL AND answer_time IS NULL AND answer_note IS NULL)
    OR (state IN ('ACCEPTED', 'DECLINED', 'CANCELLED')
      AND pending_dispute_id IS NULL AND pending_liveness IS NULL
      AND answer_actor IS NOT NULL AND answer_time IS NOT NULL AND answer_note IS NOT NULL)),
  CONSTRAINT handoff_accepted_ck CHECK (state <> 'ACCEPTED' OR answer_actor = receiver),
  CONSTRAINT handoff_receiver_ck CHECK (receiver <> sender),
  CONSTRAINT handoff_brief_ck CHECK (brief <> '' AND reason <> ''),
  CONSTRAINT handoff_due_time_ck CHECK (due_time >= create_time)
);

-- Finds what somebody is asked, and what nobody answers.
CREATE INDEX handoff_by_receiver ON handoff (provider_id, receiver, handoff_id);
CREATE INDEX handoff_by_due_time ON handoff (state, due_time);

-- Finds the last attempts of a dispute, for its brief.
CREATE INDEX callback_by_attempt_time ON callback (provider_id, dispute_id, attempt_time);
