-- Why: a clerk can split a line over several requests. Each part is a confirmed decision that says how
-- many hours of the line are for its request; without hours a decision is about the whole line.

-- In ten-thousandths of an hour.
ALTER TABLE match_decision ADD COLUMN hours BIGINT;

ALTER TABLE match_decision ADD CONSTRAINT match_decision_hours_ck
  CHECK (hours IS NULL OR (hours > 0 AND kind = 'CONFIRMED'));
