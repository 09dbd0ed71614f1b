-- Why: weights are fitted to what a provider's clerks decided. A fitted model is never changed: every
-- run names the version that it used and can be done again by it. The versions that ship are held by
-- the code and are not in here, which is why no foreign key leads from a run to its model.

CREATE TABLE model_version (
  provider_id VARCHAR(63) NOT NULL,
  model_version VARCHAR(63) NOT NULL,
  -- 1, 2, 3 and so on for each provider.
  ordinal INTEGER NOT NULL,
  -- The shipped version that it was fitted from.
  base_version VARCHAR(63) NOT NULL,
  actor VARCHAR(200) NOT NULL,
  create_time TIMESTAMP NOT NULL,
  -- Every number by its name, as JSON.
  numbers VARCHAR(32672) NOT NULL,
  -- Labels, changes and quality, as JSON.
  report VARCHAR(32672) NOT NULL,
  CONSTRAINT model_version_pk PRIMARY KEY (provider_id, model_version),
  CONSTRAINT model_version_ordinal_uk UNIQUE (provider_id, ordinal),
  CONSTRAINT model_version_provider_fk FOREIGN KEY (provider_id) REFERENCES provider (provider_id)
);

-- Which version a provider's next runs use; without a row the one that ships.
CREATE TABLE model_use (
  provider_id VARCHAR(63) NOT NULL,
  model_version VARCHAR(63) NOT NULL,
  update_time TIMESTAMP NOT NULL,
  version BIGINT NOT NULL,
  CONSTRAINT model_use_pk PRIMARY KEY (provider_id),
  CONSTRAINT model_use_provider_fk FOREIGN KEY (provider_id) REFERENCES provider (provider_id)
);

-- The count of the customer's facts that a part rests on, by which a replay knows whether they are
-- still the same; NULL until it is done, and for parts that were done before this column was there.
ALTER TABLE reconciliation_part ADD COLUMN facts_version BIGINT;
