-- Why: a saved mapping says which rows of a file are none, such as totals. A sign that fits more than was
-- meant must not make rows vanish without a number.
ALTER TABLE file_import ADD COLUMN rows_skipped BIGINT DEFAULT 0 NOT NULL;
