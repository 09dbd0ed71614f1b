-- Why: two people must not call the same customer at the same time, a call that is moved must not be
-- lost on the way, and what is promised on a call must be kept as surely as the call itself.

-- Who is making the call, and until when that counts: a claim whose time has passed counts as none,
-- so that nobody has to take it from somebody who vanished.
ALTER TABLE callback ADD COLUMN claim_actor VARCHAR(200);

ALTER TABLE callback ADD COLUMN claim_time TIMESTAMP;

ALTER TABLE callback ADD COLUMN claim_expire_time TIMESTAMP;

ALTER TABLE callback ADD CONSTRAINT callback_claim_ck CHECK (
  (state = 'CLAIMED' AND claim_actor IS NOT NULL AND claim_time IS NOT NULL
    AND claim_expire_time IS NOT NULL AND claim_expire_time > claim_time)
  OR (state <> 'CLAIMED' AND claim_actor IS NULL AND claim_time IS NULL
    AND claim_expire_time IS NULL));

-- How often the provider moved the call since somebody last tried to make it.
ALTER TABLE callback ADD COLUMN reschedules_before INTEGER DEFAULT 0 NOT NULL;

ALTER TABLE callback ADD CONSTRAINT callback_reschedules_ck
  CHECK (reschedules_before >= 0 AND reschedules_before <= 3);

-- Who moved the call, when and why, where its end was that and not an attempt.
ALTER TABLE callback ADD COLUMN reschedule_actor VARCHAR(200);

ALTER TABLE callback ADD COLUMN reschedule_time TIMESTAMP;

ALTER TABLE callback ADD COLUMN reschedule_reason VARCHAR(2000);

ALTER TABLE callback ADD CONSTRAINT callback_reschedule_ck CHECK (
  (reschedule_actor IS NULL AND reschedule_time IS NULL AND reschedule_reason IS NULL)
  OR (reschedule_actor IS NOT NULL AND reschedule_time IS NOT NULL
    AND reschedule_reason IS NOT NULL AND state = 'SUPERSEDED' AND outcome IS NULL));

-- Finds the other calls that are open with a customer.
CREATE INDEX callback_by_customer
  ON callback (provider_id, customer_id, liveness, due_time, callback_id);

-- What somebody promised a customer on a call, and by when. It outlives the dispute.
CREATE TABLE promise (
  provider_id VARCHAR(63) NOT NULL,
  promise_id VARCHAR(63) NOT NULL,
  dispute_id VARCHAR(63) NOT NULL,
  callback_id VARCHAR(63) NOT NULL,
  customer_id VARCHAR(200) NOT NULL,
  owner VARCHAR(200) NOT NULL,
  promised VARCHAR(500) NOT NULL,
  due_time TIMESTAMP NOT NULL,
  state VARCHAR(20) NOT NULL,
  create_time TIMESTAMP NOT NULL,
  -- Who said that it was kept, or that the customer released us; both absent while it is open.
  end_actor VARCHAR(200),
  end_time TIMESTAMP,
  end_note VARCHAR(2000),
  version BIGINT NOT NULL,
  CONSTRAINT promise_pk PRIMARY KEY (provider_id, promise_id),
  CONSTRAINT promise_callback_fk FOREIGN KEY (provider_id, callback_id)
    REFERENCES callback (provider_id, callback_id),
  CONSTRAINT promise_dispute_fk FOREIGN KEY (provider_id, dispute_id)
    REFERENCES dispute (provider_id, dispute_id),
  CONSTRAINT promise_promised_ck CHECK (promised <> ''),
  CONSTRAINT promise_due_time_ck CHECK (due_time > create_time),
  CONSTRAINT promise_end_ck CHECK (
    (state = 'OPEN' AND end_actor IS NULL AND end_time IS NULL AND end_note IS NULL)
    OR (state IN ('KEPT', 'RELEASED') AND end_actor IS NOT NULL AND end_time IS NOT NULL
      AND end_note IS NOT NULL))
);

-- Lists promises by when they must be kept.
CREATE INDEX promise_by_due_time ON promise (provider_id, state, due_time, promise_id);

-- Finds the open promises of every provider.
CREATE INDEX promise_by_state ON promise (state, provider_id, promise_id);

-- The account manager's word that a customer whom nobody could reach was written to: with it the
-- dispute may end although nobody was spoken to (I3), and without it, and without the notice, not.
CREATE TABLE callback_sign_off (
  provider_id VARCHAR(63) NOT NULL,
  callback_id VARCHAR(63) NOT NULL,
  dispute_id VARCHAR(63) NOT NULL,
  actor VARCHAR(200) NOT NULL,
  reason VARCHAR(2000) NOT NULL,
  notice_channel VARCHAR(20) NOT NULL,
  notice_text VARCHAR(2000) NOT NULL,
  notice_time TIMESTAMP NOT NULL,
  create_time TIMESTAMP NOT NULL,
  CONSTRAINT callback_sign_off_pk PRIMARY KEY (provider_id, callback_id),
  CONSTRAINT callback_sign_off_dispute_uk UNIQUE (provider_id, callback_id, dispute_id),
  CONSTRAINT callback_sign_off_callback_fk FOREIGN KEY (provider_id, callback_id)
    REFERENCES callback (provider_id, callback_id),
  CONSTRAINT callback_sign_off_text_ck CHECK (reason <> '' AND notice_text <> ''),
  CONSTRAINT callback_sign_off_channel_ck CHECK (notice_channel IN ('MAIL', 'LETTER', 'PORTAL')),
  CONSTRAINT callback_sign_off_time_ck CHECK (notice_time <= create_time)
);

-- A dispute rests on a sign-off of its own, notice included, and not on the callback's name alone.
ALTER TABLE dispute DROP CONSTRAINT dispute_signed_off_callback_fk;

ALTER TABLE dispute ADD CONSTRAINT dispute_sign_off_fk
  FOREIGN KEY (provider_id, signed_off_callback_id, dispute_id)
  REFERENCES callback_sign_off (provider_id, callback_id, dispute_id)
  DEFERRABLE INITIALLY DEFERRED;
