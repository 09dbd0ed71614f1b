-- Why: a line can be corrected between two runs, and what the last run found on it must then not be
-- told to the customer with numbers of today.

-- Of the line as it was looked at; NULL where an earlier version of Redress looked.
ALTER TABLE finding ADD COLUMN line_hash VARCHAR(64);
