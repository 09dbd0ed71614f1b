-- Why: an invoice says what its labor comes to, and its lines may come to something else. Kept with
-- the invoice, so that a run can tell.

-- In the invoice's currency; NULL where the source does not say it.
ALTER TABLE invoice ADD COLUMN labor_total_minor BIGINT;
