-- Why: which files came in, what became of their rows, and why some were refused. Written in the
-- transaction that stores the rows: an import that broke off has left nothing.

CREATE TABLE file_import (
  provider_id VARCHAR(63) NOT NULL,
  import_id VARCHAR(63) NOT NULL,
  kind VARCHAR(20) NOT NULL,
  state VARCHAR(20) NOT NULL,
  file_name VARCHAR(200) NOT NULL,
  content_sha256 VARCHAR(64) NOT NULL,
  strict BOOLEAN NOT NULL,
  rows_created BIGINT NOT NULL,
  rows_updated BIGINT NOT NULL,
  rows_unchanged BIGINT NOT NULL,
  rows_rejected BIGINT NOT NULL,
  characters_replaced BIGINT NOT NULL,
  create_time TIMESTAMP NOT NULL,
  end_time TIMESTAMP NOT NULL,
  CONSTRAINT file_import_pk PRIMARY KEY (provider_id, import_id),
  CONSTRAINT file_import_provider_fk FOREIGN KEY (provider_id) REFERENCES provider (provider_id),
  CONSTRAINT file_import_kind_ck
    CHECK (kind IN ('CUSTOMERS', 'REQUESTS', 'TIME_ENTRIES', 'INVOICES')),
  CONSTRAINT file_import_state_ck CHECK (state IN ('SUCCEEDED', 'REJECTED'))
);

CREATE TABLE import_problem (
  provider_id VARCHAR(63) NOT NULL,
  import_id VARCHAR(63) NOT NULL,
  ordinal INTEGER NOT NULL,
  line_number BIGINT NOT NULL,
  column_name VARCHAR(200) NOT NULL,
  value_text VARCHAR(200) NOT NULL,
  message VARCHAR(1000) NOT NULL,
  code VARCHAR(40) NOT NULL,
  CONSTRAINT import_problem_pk PRIMARY KEY (provider_id, import_id, ordinal),
  CONSTRAINT import_problem_import_fk FOREIGN KEY (provider_id, import_id)
    REFERENCES file_import (provider_id, import_id)
);
