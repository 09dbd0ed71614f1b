-- Why: what customers asked for and what technicians logged on it; the two sides that can back a
-- labor line. Hours are counted in 1/10,000 h, because decimals are cut in silence on Derby.

CREATE TABLE request (
  provider_id VARCHAR(63) NOT NULL,
  customer_id VARCHAR(200) NOT NULL,
  request_id VARCHAR(200) NOT NULL,
  open_time TIMESTAMP NOT NULL,
  close_time TIMESTAMP,
  summary VARCHAR(1000) NOT NULL,
  description VARCHAR(32672) NOT NULL,
  requester VARCHAR(200) NOT NULL,
  assignee VARCHAR(200) NOT NULL,
  request_type VARCHAR(200) NOT NULL,
  status VARCHAR(200) NOT NULL,
  component VARCHAR(200) NOT NULL,
  attributes VARCHAR(32672) NOT NULL,
  content_hash VARCHAR(64) NOT NULL,
  version BIGINT NOT NULL,
  CONSTRAINT request_pk PRIMARY KEY (provider_id, customer_id, request_id),
  CONSTRAINT request_customer_fk FOREIGN KEY (provider_id, customer_id)
    REFERENCES customer (provider_id, customer_id),
  CONSTRAINT request_close_time_ck CHECK (close_time >= open_time)
);

CREATE TABLE time_entry (
  provider_id VARCHAR(63) NOT NULL,
  customer_id VARCHAR(200) NOT NULL,
  entry_id VARCHAR(200) NOT NULL,
  -- NULL: work on no request.
  request_id VARCHAR(200),
  technician VARCHAR(200) NOT NULL,
  start_time TIMESTAMP,
  work_date DATE NOT NULL,
  hours BIGINT NOT NULL,
  notes VARCHAR(32672) NOT NULL,
  work_type VARCHAR(200) NOT NULL,
  billable BOOLEAN NOT NULL,
  attributes VARCHAR(32672) NOT NULL,
  content_hash VARCHAR(64) NOT NULL,
  version BIGINT NOT NULL,
  CONSTRAINT time_entry_pk PRIMARY KEY (provider_id, customer_id, entry_id),
  CONSTRAINT time_entry_customer_fk FOREIGN KEY (provider_id, customer_id)
    REFERENCES customer (provider_id, customer_id),
  CONSTRAINT time_entry_request_fk FOREIGN KEY (provider_id, customer_id, request_id)
    REFERENCES request (provider_id, customer_id, request_id),
  CONSTRAINT time_entry_hours_ck CHECK (hours >= 0)
);

-- A time entry that names its request but not its customer is placed by the request's id.
CREATE INDEX request_by_id ON request (provider_id, request_id);
