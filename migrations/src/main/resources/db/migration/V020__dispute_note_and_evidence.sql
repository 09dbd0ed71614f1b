-- Why: what people know about a dispute, and the documents that show who is right, must stand beside
-- it, so that nobody asks the customer again and nobody decides without having seen them.

-- What was written down. Notes are numbered from 1 in each dispute and never changed, so the number
-- also holds how many there can be.
CREATE TABLE dispute_note (
  provider_id VARCHAR(63) NOT NULL,
  dispute_id VARCHAR(63) NOT NULL,
  note_number INTEGER NOT NULL,
  kind VARCHAR(20) NOT NULL,
  content VARCHAR(2000) NOT NULL,
  author VARCHAR(200) NOT NULL,
  create_time TIMESTAMP NOT NULL,
  CONSTRAINT dispute_note_pk PRIMARY KEY (provider_id, dispute_id, note_number),
  CONSTRAINT dispute_note_dispute_fk FOREIGN KEY (provider_id, dispute_id)
    REFERENCES dispute (provider_id, dispute_id),
  CONSTRAINT dispute_note_number_ck CHECK (note_number >= 1 AND note_number <= 500),
  CONSTRAINT dispute_note_kind_ck CHECK (kind IN ('INTERNAL', 'CUSTOMER_SAID', 'CUSTOMER_TOLD')),
  CONSTRAINT dispute_note_content_ck CHECK (content <> '')
);

-- A document: a file that is kept here, or a reference to something that is kept elsewhere. Each one
-- goes on from the bytes of the one before, so that together they cannot exceed what a dispute holds.
CREATE TABLE dispute_evidence (
  provider_id VARCHAR(63) NOT NULL,
  dispute_id VARCHAR(63) NOT NULL,
  evidence_number INTEGER NOT NULL,
  previous_number INTEGER,
  evidence_type VARCHAR(20) NOT NULL,
  title VARCHAR(200) NOT NULL,
  -- Of a file; the reference is of what is no file.
  media_type VARCHAR(127),
  size_bytes INTEGER NOT NULL,
  sha256 VARCHAR(64),
  reference VARCHAR(2000),
  bytes_before INTEGER NOT NULL,
  bytes_after INTEGER NOT NULL,
  author VARCHAR(200) NOT NULL,
  create_time TIMESTAMP NOT NULL,
  -- Who said why it does not count; all absent while it does.
  retract_actor VARCHAR(200),
  retract_time TIMESTAMP,
  retract_reason VARCHAR(2000),
  CONSTRAINT dispute_evidence_pk PRIMARY KEY (provider_id, dispute_id, evidence_number),
  CONSTRAINT dispute_evidence_bytes_uk
    UNIQUE (provider_id, dispute_id, evidence_number, bytes_after),
  CONSTRAINT dispute_evidence_dispute_fk FOREIGN KEY (provider_id, dispute_id)
    REFERENCES dispute (provider_id, dispute_id),
  CONSTRAINT dispute_evidence_previous_fk
    FOREIGN KEY (provider_id, dispute_id, previous_number, bytes_before)
    REFERENCES dispute_evidence (provider_id, dispute_id, evidence_number, bytes_after),
  CONSTRAINT dispute_evidence_number_ck CHECK (evidence_number >= 1 AND evidence_number <= 50),
  CONSTRAINT dispute_evidence_chain_ck CHECK (
    (evidence_number = 1 AND previous_number IS NULL AND bytes_before = 0)
    OR (evidence_number > 1 AND previous_number IS NOT NULL
      AND previous_number = evidence_number - 1)),
  CONSTRAINT dispute_evidence_bytes_ck CHECK (
    bytes_after = bytes_before + size_bytes AND bytes_after <= 5242880),
  CONSTRAINT dispute_evidence_source_ck CHECK (
    (reference IS NULL AND media_type IS NOT NULL AND sha256 IS NOT NULL
      AND size_bytes >= 1 AND size_bytes <= 262144)
    OR (reference IS NOT NULL AND media_type IS NULL AND sha256 IS NULL AND size_bytes = 0)),
  CONSTRAINT dispute_evidence_type_ck CHECK (evidence_type IN ('EMAIL', 'CALL_RECORDING',
    'CONTRACT_CLAUSE', 'TIME_SHEET', 'TICKET_EXPORT', 'SCREENSHOT', 'OTHER')),
  CONSTRAINT dispute_evidence_title_ck CHECK (title <> ''),
  CONSTRAINT dispute_evidence_retract_ck CHECK (
    (retract_actor IS NULL AND retract_time IS NULL AND retract_reason IS NULL)
    OR (retract_actor IS NOT NULL AND retract_time IS NOT NULL AND retract_reason IS NOT NULL))
);

-- The bytes of a file: Base64 of what they are when compressed, in pieces that fit a column.
CREATE TABLE dispute_evidence_part (
  provider_id VARCHAR(63) NOT NULL,
  dispute_id VARCHAR(63) NOT NULL,
  evidence_number INTEGER NOT NULL,
  part INTEGER NOT NULL,
  content VARCHAR(32000) NOT NULL,
  CONSTRAINT dispute_evidence_part_pk PRIMARY KEY (provider_id, dispute_id, evidence_number, part),
  CONSTRAINT dispute_evidence_part_evidence_fk
    FOREIGN KEY (provider_id, dispute_id, evidence_number)
    REFERENCES dispute_evidence (provider_id, dispute_id, evidence_number)
);
