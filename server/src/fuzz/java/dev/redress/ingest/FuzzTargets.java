package dev.redress.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All that is fuzzed, by name, what is likeliest to break first. */
final class FuzzTargets {
  /** Name, kind of file, format, samples: files of the tests or of the sample month. */
  private static final String READERS =
      """
      xlsx                | TIME_ENTRIES | auto        | zammad-good.xlsx zammad-bad.xlsx kimai-good.xlsx
      ubl                 | INVOICES     | ubl         | ubl-good.xml ubl-bad.xml ubl-no-buyer.xml
      connectwise-json    | TIME_ENTRIES | connectwise | connectwise-good.json connectwise-bad.json
      jira-worklogs-json  | TIME_ENTRIES | jira        | jira-worklogs-good.json jira-worklogs-bad.json
      autotask-time       | TIME_ENTRIES | autotask    | autotask-time-good.csv autotask-time-good.json autotask-time-bad.csv
      ledes1998b          | INVOICES     | ledes1998b  | ledes1998b-good.txt ledes1998b-bad.txt
      redress-agreements  | AGREEMENTS   | redress     | -
      redress-invoices    | INVOICES     | redress     | /sample/invoices.csv
      redress-time        | TIME_ENTRIES | redress     | /sample/time-entries.csv
      redress-requests    | REQUESTS     | redress     | /sample/requests.csv
      redress-customers   | CUSTOMERS    | redress     | /sample/customers.csv
      xero                | INVOICES     | xero        | xero-good.csv xero-bad.csv
      autotask-billing    | INVOICES     | autotask    | autotask-billing-good.csv autotask-billing-bad.csv
      connectwise-invoice | INVOICES     | connectwise | connectwise-invoice-good.csv connectwise-invoice-bad.csv
      connectwise-time    | TIME_ENTRIES | connectwise | connectwise-time-good.csv connectwise-time-bad.csv
      redmine             | TIME_ENTRIES | redmine     | redmine-good.csv redmine-bad.csv
      redmine-issues      | REQUESTS     | redmine     | redmine-issues-good.csv redmine-issues-bad.csv
      jira                | REQUESTS     | jira        | jira-good.csv jira-bad.csv
      toggl               | TIME_ENTRIES | toggl       | toggl-good.csv toggl-bad.csv
      clockify            | TIME_ENTRIES | clockify    | clockify-good.csv clockify-bad.csv
      harvest             | TIME_ENTRIES | harvest     | harvest-good.csv harvest-bad.csv
      kimai               | TIME_ENTRIES | kimai       | kimai-good.csv kimai-bad.csv kimai-german-good.csv
      solidtime           | TIME_ENTRIES | solidtime   | solidtime-good.csv solidtime-bad.csv
      """;

  /** The one kind of file of which neither the tests nor the sample month have a whole one. */
  private static final String AGREEMENTS =
      """
      agreement_id,customer_id,valid_from,valid_until,currency,included_hours,included_period,carry_over_hours,overrun_rate,rounding_minutes,minimum_minutes,rounding_per,covered_work_types,excluded_work_types,role,technician,work_type,time_of_work,rate
      A-1,Atlas,2026-01-01,,USD,10,MONTH,2,150.00,15,30,ENTRY,remote,project,,,,,120.00
      A-1,Atlas,2026-01-01,,USD,10,MONTH,2,150.00,15,30,ENTRY,remote,project,engineer,Tom Berg,on site,AFTER_HOURS,180.00
      """;

  private FuzzTargets() {}

  /** All of them. */
  static Map<String, FuzzTarget> all() {
    Map<String, FuzzTarget> targets = new LinkedHashMap<>();
    targets.put("xlsx-parts", new WorkbookPartsTarget());
    for (String line : READERS.lines().toList()) {
      List<String> words = List.of(line.split("\\|", -1));
      ImportKind kind = ImportKind.valueOf(words.get(1).strip());
      String format = words.get(2).strip();
      String samples = words.get(3).strip();
      targets.put(
          words.getFirst().strip(),
          samples.equals("-")
              ? ImportTarget.ofText(kind, format, AGREEMENTS.getBytes(UTF_8))
              : ImportTarget.ofSamples(kind, format, List.of(samples.split(" ", -1))));
    }
    targets.put("mapping", new MappingTarget());
    targets.put("csv-scan", new CsvScanTarget());
    targets.put("values", new ValueTarget());
    return targets;
  }
}
