package dev.redress.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.customer.Customer;
import dev.redress.customer.CustomerCalendar;
import dev.redress.identity.CustomerName;
import dev.redress.identity.ProviderName;
import dev.redress.invoice.LaborLine;
import dev.redress.request.Request;
import dev.redress.request.TimeEntry;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each kind of row must say. Every case changes one or two values of a row that is right. */
class RowsTest {
  private static final ProviderName PROVIDER = new ProviderName("default");
  private static final Instant NOW = Instant.parse("2026-10-01T08:00:00Z");
  private static final String LONG = "x".repeat(RowCheck.LONG_TEXT_MAX + 1);

  private static final String CUSTOMER = "customer_id=VARN;name=Varnholt;time_zone=America/Chicago";
  private static final String REQUEST =
      "request_id=R-1;customer_id=VARN;opened_at=2026-09-01T08:00:00Z;summary=Printer on fire";
  private static final String TIME_ENTRY =
      "entry_id=T-1;request_id=R-1;customer_id=VARN;technician=Tom;work_date=2026-09-01;hours=1.5";
  private static final String INVOICE =
      "invoice_id=I-1;customer_id=VARN;invoice_date=2026-09-30;line_id=1;work_date=2026-09-01;"
          + "hours=0.75;amount=101.25;currency=USD;description=Printer";

  private static final String AGREEMENT =
      "agreement_id=A-1;customer_id=VARN;valid_from=2026-01-01;currency=USD;included_hours=10;"
          + "included_period=month;rounding_minutes=15;role=Senior;rate=180";

  /** VARN is in Chicago and has the request R-1; two customers have the request R-2. */
  private final KnownCustomers known =
      new KnownCustomers() {
        @Override
        public Optional<Customer> find(String customerId) {
          return customerId.equals("VARN") || customerId.equals("QUAR")
              ? Optional.of(customer(customerId))
              : Optional.empty();
        }

        @Override
        public List<CustomerName> ofRequest(String requestId) {
          return switch (requestId) {
            case "R-1" -> List.of(customer("VARN").name());
            case "R-2" -> List.of(customer("QUAR").name(), customer("VARN").name());
            default -> List.of();
          };
        }
      };

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # kind       | changed                     | column        | code             | message
          CUSTOMERS    | customer_id=                | customer_id   | MISSING_VALUE    | customer_id must not be empty
          CUSTOMERS    | customer_id= VARN           | customer_id   | INVALID_ID       | customer_id must be an id as the source has it: the id ' VARN' begins or ends with a space
          CUSTOMERS    | customer_id=V~RN            | customer_id   | INVALID_ID       | customer_id must be an id as the source has it: holds a control character or one that was lost
          CUSTOMERS    | name=                       | name          | MISSING_VALUE    | name must not be empty
          CUSTOMERS    | name=LONG                   | name          | TEXT_TOO_LONG    | name must have at most 200 characters: shorten it
          CUSTOMERS    | time_zone=CST6              | time_zone     | INVALID_VALUE    | time_zone must be an IANA time zone such as America/Chicago
          CUSTOMERS    | currency=XXX                | currency      | INVALID_VALUE    | currency must be the ISO 4217 code of a currency in use, such as USD
          CUSTOMERS    | annual_value=1.005          | annual_value  | INVALID_NUMBER   | annual_value must have at most 2 decimals in USD
          CUSTOMERS    | phone=LONG                  | phone         | TEXT_TOO_LONG    | phone must have at most 200 characters: shorten it
          REQUESTS     | request_id=                 | request_id    | MISSING_VALUE    | request_id must not be empty
          REQUESTS     | request_id=-                | request_id    | INVALID_ID       | request_id must not be '-', which stands for none
          REQUESTS     | request_id=LONG             | request_id    | INVALID_ID       | is longer than 200 characters
          REQUESTS     | customer_id=NOBODY          | customer_id   | UNKNOWN_CUSTOMER | customer_id is not known: import the customers first
          REQUESTS     | opened_at=                  | opened_at     | MISSING_VALUE    | opened_at must not be empty
          REQUESTS     | opened_at=2026-02-31T08:00Z | opened_at     | INVALID_DATE     | opened_at must be a day that the calendar has
          REQUESTS     | opened_at=2026-09-01        | opened_at     | INVALID_DATE     | opened_at must have a time of day too
          REQUESTS     | closed_at=2026-08-31T08:00Z | closed_at     | INVALID_DATE     | closed_at must not be before opened_at
          REQUESTS     | closed_at=soon              | closed_at     | INVALID_DATE     | closed_at must be written as in RFC 3339
          REQUESTS     | summary=                    | summary       | MISSING_VALUE    | summary must not be empty
          REQUESTS     | summary=LONG                | summary       | TEXT_TOO_LONG    | summary must have at most 1000 characters: shorten it
          REQUESTS     | description=LONG            | description   | TEXT_TOO_LONG    | description must have at most 32000 characters: shorten it
          REQUESTS     | assignee=LONG               | assignee      | TEXT_TOO_LONG    | assignee must have at most 200 characters: shorten it
          REQUESTS     | my_column=LONG              | my_column     | TEXT_TOO_LONG    | my_column must have at most 2000 characters: shorten it
          TIME_ENTRIES | entry_id=                   | entry_id      | MISSING_VALUE    | entry_id must not be empty
          TIME_ENTRIES | technician=                 | technician    | MISSING_VALUE    | technician must not be empty
          TIME_ENTRIES | work_date=                  | started_at    | MISSING_VALUE    | started_at must not be empty where work_date is empty too
          TIME_ENTRIES | work_date=2026-02-31        | work_date     | INVALID_DATE     | work_date must be a day that the calendar has
          TIME_ENTRIES | hours=                      | hours         | MISSING_VALUE    | hours must not be empty
          TIME_ENTRIES | hours=-1                    | hours         | INVALID_NUMBER   | hours must be 0 or more
          TIME_ENTRIES | hours=1,5                   | hours         | INVALID_NUMBER   | hours must be written with a decimal point and no thousands separator: 1.5 or 15
          TIME_ENTRIES | billable=perhaps            | billable      | INVALID_VALUE    | billable must be true or false
          TIME_ENTRIES | notes=LONG                  | notes         | TEXT_TOO_LONG    | notes must have at most 32000 characters: shorten it
          TIME_ENTRIES | customer_id=NOBODY          | customer_id   | UNKNOWN_CUSTOMER | customer_id is not known: import the customers first
          TIME_ENTRIES | customer_id=;request_id=    | customer_id   | MISSING_VALUE    | customer_id must not be empty where request_id is empty too
          TIME_ENTRIES | customer_id=;request_id=-   | customer_id   | MISSING_VALUE    | customer_id must not be empty where request_id is empty too
          TIME_ENTRIES | customer_id=;request_id=R-9 | request_id    | UNKNOWN_REQUEST  | request_id is not known: import the requests first
          TIME_ENTRIES | customer_id=;request_id=R-2 | request_id    | UNKNOWN_REQUEST  | request_id is a request of more than one customer: say in customer_id whose it is
          AGREEMENTS   | agreement_id=               | agreement_id  | MISSING_VALUE    | agreement_id must not be empty
          AGREEMENTS   | customer_id=NOBODY          | customer_id   | UNKNOWN_CUSTOMER | customer_id is not known: import the customers first
          AGREEMENTS   | valid_from=                 | valid_from    | MISSING_VALUE    | valid_from must not be empty
          AGREEMENTS   | valid_until=2025-12-31      | valid_until   | INVALID_DATE     | valid_until must not be before valid_from
          AGREEMENTS   | currency=US                 | currency      | INVALID_VALUE    | currency must be the ISO 4217 code of a currency in use, such as USD
          AGREEMENTS   | included_hours=0            | included_hours | INVALID_NUMBER  | included_hours must be above 0, or empty
          AGREEMENTS   | included_hours=             | included_period | INVALID_VALUE  | included_period must be empty where included_hours is
          AGREEMENTS   | included_period=            | included_period | MISSING_VALUE  | included_period must not be empty
          AGREEMENTS   | included_period=week        | included_period | INVALID_VALUE  | included_period must be one of month, quarter, year
          AGREEMENTS   | carry_over_hours=-1         | carry_over_hours | INVALID_NUMBER | carry_over_hours must be 0 or more
          AGREEMENTS   | overrun_rate=1.00005        | overrun_rate  | INVALID_NUMBER   | overrun_rate must have at most 4 decimals
          AGREEMENTS   | rounding_minutes=481        | rounding_minutes | INVALID_NUMBER | rounding_minutes must be a whole number of minutes from 0 to 480
          AGREEMENTS   | rounding_minutes=1.5        | rounding_minutes | INVALID_NUMBER | rounding_minutes must be a whole number of minutes from 0 to 480
          AGREEMENTS   | minimum_minutes=99999       | minimum_minutes | INVALID_NUMBER | minimum_minutes must be a whole number of minutes from 0 to 1440
          AGREEMENTS   | rounding_per=day            | rounding_per  | INVALID_VALUE    | rounding_per must be one of entry, request
          AGREEMENTS   | covered_work_types=Help;excluded_work_types=help | excluded_work_types | INVALID_VALUE | excluded_work_types cannot be used: the work type 'help' is both covered and excluded: choose one
          AGREEMENTS   | time_of_work=night          | time_of_work  | INVALID_VALUE    | time_of_work must be one of any, after_hours, weekend, travel
          AGREEMENTS   | rate=                       | rate          | MISSING_VALUE    | rate must not be empty where the work is named
          AGREEMENTS   | rate=free                   | rate          | INVALID_NUMBER   | rate must be a plain number such as 12 or 1.25
          AGREEMENTS   | role=LONG                   | role          | TEXT_TOO_LONG    | role must have at most 200 characters: shorten it
          AGREEMENTS   | minimun_minutes=30          | minimun_minutes | INVALID_VALUE  | minimun_minutes is no column of agreements: correct its name or leave it out
          INVOICES     | invoice_id=                 | invoice_id    | MISSING_VALUE    | invoice_id must not be empty
          INVOICES     | customer_id=NOBODY          | customer_id   | UNKNOWN_CUSTOMER | customer_id is not known: import the customers first
          INVOICES     | invoice_date=30.09.2026     | invoice_date  | INVALID_DATE     | invoice_date must be written as year-month-day, such as 2024-02-29
          INVOICES     | line_id=                    | line_id       | MISSING_VALUE    | line_id must not be empty
          INVOICES     | work_date=                  | work_date     | MISSING_VALUE    | work_date must not be empty
          INVOICES     | hours=10001                 | hours         | INVALID_NUMBER   | hours must be at most 10000 hours
          INVOICES     | amount=-5                   | amount        | INVALID_NUMBER   | amount must be 0 or more
          INVOICES     | amount=0.005                | amount        | INVALID_NUMBER   | amount must have at most 2 decimals in USD
          INVOICES     | amount=                     | amount        | MISSING_VALUE    | amount must not be empty
          INVOICES     | currency=                   | currency      | MISSING_VALUE    | currency must not be empty
          INVOICES     | currency=Dollar             | currency      | INVALID_VALUE    | currency must be the ISO 4217 code of a currency in use, such as USD
          INVOICES     | rate=1.00001                | rate          | INVALID_NUMBER   | rate must have at most 4 decimals
          INVOICES     | reference=LONG              | reference     | TEXT_TOO_LONG    | reference must have at most 200 characters: shorten it
          INVOICES     | labor_total=1.001           | labor_total   | INVALID_NUMBER   | labor_total must have at most 2 decimals in USD
          INVOICES     | period_start=2026-09-30;period_end=2026-09-01 | period_end | INVALID_DATE | period_end must not be before period_start
          """)
  void check_eachFlawIsNamed(
      ImportKind kind, String changed, String column, ImportProblem.Code code, String message) {
    CheckedRow<?> checked = check(kind, changed);

    assertThat(checked).isInstanceOf(CheckedRow.Refused.class);
    List<ImportProblem> problems = ((CheckedRow.Refused<?>) checked).problems();
    assertThat(problems).hasSize(1);
    ImportProblem problem = problems.getFirst();
    assertThat(problem.line()).isEqualTo(17);
    assertThat(problem.column()).isEqualTo(column);
    assertThat(problem.code()).isEqualTo(code);
    assertThat(problem.message()).contains(message);
    assertThat(problem.value()).hasSizeLessThanOrEqualTo(200);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # kind       | changed                                             | what is stored
          CUSTOMERS    | -                                                   | VARN Varnholt America/Chicago USD null
          CUSTOMERS    | time_zone=;annual_value= 86400.00 ;currency=EUR     | VARN Varnholt UTC EUR 86400.00 EUR
          REQUESTS     | -                                                   | VARN/R-1 2026-09-01T08:00:00Z null Printer on fire {}
          REQUESTS     | closed_at=2026-09-01 09:00:00+01:00;my_column=7     | VARN/R-1 2026-09-01T08:00:00Z 2026-09-01T08:00:00Z Printer on fire {my_column=7}
          TIME_ENTRIES | -                                                   | VARN/R-1/T-1 2026-09-01 1.5 true
          TIME_ENTRIES | customer_id=;billable=FALSE                         | VARN/R-1/T-1 2026-09-01 1.5 false
          TIME_ENTRIES | request_id=                                         | VARN/-/T-1 2026-09-01 1.5 true
          TIME_ENTRIES | work_date=;started_at=2026-09-01T03:00:00Z          | VARN/R-1/T-1 2026-08-31 1.5 true
          TIME_ENTRIES | work_date=2026-09-02;started_at=2026-09-01T03:00:00Z | VARN/R-1/T-1 2026-09-02 1.5 true
          AGREEMENTS   | -                                                   | VARN/A-1 from 2026-01-01 on Senior 180.0000 USD
          AGREEMENTS   | rate=;role=                                         | VARN/A-1 from 2026-01-01 on null
          INVOICES     | -                                                   | VARN/I-1/1 0.75 null 101.25 USD
          INVOICES     | rate=135.0000;currency=JPY;amount=15000             | VARN/I-1/1 0.75 135.0000 JPY 15000 JPY
          """)
  void check_whatIsRight(ImportKind kind, @Nullable String changed, String expected) {
    CheckedRow<?> checked = check(kind, changed == null ? "" : changed);

    assertThat(checked).isInstanceOf(CheckedRow.Accepted.class);
    assertThat(shown(((CheckedRow.Accepted<?>) checked).value())).isEqualTo(expected);
  }

  @Test
  void check_everyFlawOfARow_isNamedAtOnce() {
    CheckedRow<?> checked =
        check(ImportKind.INVOICES, "hours=x;amount=y;work_date=z;customer_id=Q");

    assertThat(((CheckedRow.Refused<?>) checked).problems())
        .extracting(ImportProblem::column)
        .containsExactly("customer_id", "work_date", "hours", "amount");
  }

  @Test
  void check_attributesTooLongTogether_areRefused() {
    String half = "y".repeat(1_900);
    String many =
        IntStream.range(0, 17)
            .mapToObj(i -> "column" + i + "=" + half)
            .collect(Collectors.joining(";"));

    CheckedRow<?> checked = check(ImportKind.REQUESTS, many);

    assertThat(((CheckedRow.Refused<?>) checked).problems())
        .extracting(ImportProblem::message)
        .containsExactly(
            "the columns that Redress does not know hold more than 32000 characters together:"
                + " leave some out");
  }

  @Test
  void head_neverEndsInHalfACharacter() {
    assertThat(ImportProblems.head("ab\uD83D\uDE00", 3)).isEqualTo("ab");
    assertThat(ImportProblems.head("ab\uD83D\uDE00", 4)).isEqualTo("ab\uD83D\uDE00");
  }

  private CheckedRow<?> check(ImportKind kind, String changed) {
    return switch (kind) {
      case CUSTOMERS -> new CustomerRows(PROVIDER, NOW).check(row(CUSTOMER, changed));
      case REQUESTS -> new RequestRows(known).check(row(REQUEST, changed));
      case TIME_ENTRIES -> new TimeEntryRows(known).check(row(TIME_ENTRY, changed));
      case INVOICES -> new InvoiceRows(known).check(row(INVOICE, changed));
      case AGREEMENTS -> new AgreementRows(known, NOW).check(row(AGREEMENT, changed));
    };
  }

  /** A row of pairs such as {@code name=value;name=value}, of which later ones win. */
  private static CanonicalRow row(String right, String changed) {
    Map<Column, String> values = new EnumMap<>(Column.class);
    Map<String, String> attributes = new LinkedHashMap<>();
    for (String pair : (right + ";" + changed).split(";", -1)) {
      int at = pair.indexOf('=');
      if (at > 0) {
        String name = pair.substring(0, at);
        String value = pair.substring(at + 1).replace("~", "\uFFFD").replace("LONG", LONG);
        Arrays.stream(Column.values())
            .filter(column -> column.header().equals(name))
            .findFirst()
            .ifPresentOrElse(
                column -> values.put(column, value), () -> attributes.put(name, value));
      }
    }
    return new CanonicalRow(17, values, attributes);
  }

  private static String shown(Object value) {
    return switch (value) {
      case Customer c ->
          words(c.name().customer(), c.displayName(), c.timeZone(), c.currency(), c.annualValue());
      case Request r ->
          words(
              r.customer().customer() + "/" + r.name().request(),
              r.openedAt(),
              r.closedAt(),
              r.summary(),
              r.attributes());
      case TimeEntry t ->
          words(
              t.customer().customer() + "/" + t.name().request() + "/" + t.name().entry(),
              t.workDate(),
              t.hours(),
              t.billable());
      case BilledLine(var invoice, LaborLine line) ->
          words(
              line.customer().customer()
                  + "/"
                  + invoice.name().invoice()
                  + "/"
                  + line.name().line(),
              line.hours(),
              line.rate(),
              line.amount());
      case AgreedRate(var terms, var rule) ->
          words(
              terms.customer().customer() + "/" + terms.name().agreement(),
              terms.days(),
              rule == null ? null : rule.role() + " " + rule.rate());
      default -> String.format(Locale.ROOT, "unexpected %s", value);
    };
  }

  private static String words(@Nullable Object... words) {
    return Arrays.stream(words).map(String::valueOf).collect(Collectors.joining(" "));
  }

  private static Customer customer(String id) {
    return new Customer(
        new CustomerName(PROVIDER, id),
        id,
        ZoneId.of("America/Chicago"),
        "",
        "",
        "",
        "",
        null,
        Currency.getInstance("USD"),
        CustomerCalendar.AS_PROVIDER,
        Map.of(),
        NOW,
        NOW,
        1);
  }
}
