-- Why: until now whoever reached the server could do everything in anybody's name. A principal is a
-- person or a system that may call for a provider; what it may do follows from its role, by a table in
-- the code. Keys prove who calls; only a hash of them is kept.

CREATE TABLE principal (
  provider_id VARCHAR(63) NOT NULL,
  principal_id VARCHAR(63) NOT NULL,
  -- As whom it acts: what the journal writes.
  actor VARCHAR(200) NOT NULL,
  role VARCHAR(20) NOT NULL,
  -- The customer whose data it may see, for the role CUSTOMER.
  customer_id VARCHAR(200),
  -- The sub of its tokens of the identity provider; NULL: it has none.
  subject VARCHAR(200),
  disabled BOOLEAN NOT NULL,
  create_time TIMESTAMP NOT NULL,
  version BIGINT NOT NULL,
  CONSTRAINT principal_pk PRIMARY KEY (provider_id, principal_id),
  CONSTRAINT principal_subject_uk UNIQUE (provider_id, subject),
  CONSTRAINT principal_provider_fk FOREIGN KEY (provider_id) REFERENCES provider (provider_id),
  CONSTRAINT principal_customer_fk FOREIGN KEY (provider_id, customer_id)
    REFERENCES customer (provider_id, customer_id),
  CONSTRAINT principal_role_ck CHECK (role IN ('CLERK', 'ACCOUNT_MANAGER', 'LEAD', 'INTEGRATION',
    'CUSTOMER', 'AUDITOR', 'ADMINISTRATOR')),
  CONSTRAINT principal_customer_ck CHECK (
    (role = 'CUSTOMER' AND customer_id IS NOT NULL)
    OR (role <> 'CUSTOMER' AND customer_id IS NULL))
);

CREATE TABLE api_key (
  provider_id VARCHAR(63) NOT NULL,
  principal_id VARCHAR(63) NOT NULL,
  api_key_id VARCHAR(63) NOT NULL,
  -- HMAC-SHA256 of the name of the key under its secret.
  hash CHAR(64) NOT NULL,
  create_time TIMESTAMP NOT NULL,
  expire_time TIMESTAMP NOT NULL,
  revoke_time TIMESTAMP,
  CONSTRAINT api_key_pk PRIMARY KEY (provider_id, principal_id, api_key_id),
  CONSTRAINT api_key_principal_fk FOREIGN KEY (provider_id, principal_id)
    REFERENCES principal (provider_id, principal_id),
  CONSTRAINT api_key_time_ck CHECK (expire_time > create_time)
);
