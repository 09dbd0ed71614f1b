-- Why: customers are called at other hours on Fridays than on Mondays, and not on holidays. Windows
-- are kept for each day of the week and in one form only; what customers say goes before what their
-- provider says. Own holidays are kept as the days that a file closed when it was sent and not as the
-- file: what counts can be read here, and no later reader of files believes otherwise.

-- Windows of Monday to Sunday in minutes after midnight, such as '540-720,780-1020;540-720;;;;;'.
ALTER TABLE provider ADD COLUMN business_week VARCHAR(500) NOT NULL DEFAULT '';

UPDATE provider
SET business_week = business_windows || ';' || business_windows || ';' || business_windows || ';'
  || business_windows || ';' || business_windows || ';;';

ALTER TABLE provider ALTER COLUMN business_week DROP DEFAULT;

ALTER TABLE provider ADD CONSTRAINT provider_business_week_ck CHECK (business_week <> '');

ALTER TABLE provider DROP COLUMN business_windows;

-- ISO 3166 code of a country or a part of one, such as 'DE-BY'; '' is none.
ALTER TABLE provider ADD COLUMN holiday_region VARCHAR(6) NOT NULL DEFAULT '';

-- A line for each day that is closed: '2027-05-07 Company outing'.
ALTER TABLE provider ADD COLUMN own_holidays VARCHAR(32672) NOT NULL DEFAULT '';

-- The same of a customer; '' is as the provider has it, and own holidays are added to the provider's.
ALTER TABLE customer ADD COLUMN business_week VARCHAR(500) NOT NULL DEFAULT '';

ALTER TABLE customer ADD COLUMN holiday_region VARCHAR(6) NOT NULL DEFAULT '';

ALTER TABLE customer ADD COLUMN own_holidays VARCHAR(32672) NOT NULL DEFAULT '';
