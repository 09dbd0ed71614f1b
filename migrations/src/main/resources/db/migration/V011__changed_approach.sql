-- Why: whoever hung up is called again, but not in the same way. What will be done differently is
-- noted when the call is logged and stands on the callback that follows, where the caller sees it.
ALTER TABLE callback ADD COLUMN approach VARCHAR(2000) DEFAULT '' NOT NULL;
