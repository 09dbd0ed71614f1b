package dev.redress.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.FieldMask;
import com.google.protobuf.Timestamp;
import com.google.type.DayOfWeek;
import dev.redress.error.ErrorReason;
import dev.redress.persistence.TestDatabase;
import dev.redress.v1.BusinessDay;
import dev.redress.v1.BusinessWindow;
import dev.redress.v1.CalendarDay;
import dev.redress.v1.Callback;
import dev.redress.v1.CallbackServiceGrpc;
import dev.redress.v1.Customer;
import dev.redress.v1.CustomerCalendar;
import dev.redress.v1.CustomerServiceGrpc;
import dev.redress.v1.CustomerServiceGrpc.CustomerServiceBlockingStub;
import dev.redress.v1.Dispute;
import dev.redress.v1.DisputeServiceGrpc;
import dev.redress.v1.DisputedLine;
import dev.redress.v1.GetCallbackRequest;
import dev.redress.v1.GetCustomerCalendarRequest;
import dev.redress.v1.GetCustomerRequest;
import dev.redress.v1.LogAttemptRequest;
import dev.redress.v1.OpenDisputeRequest;
import dev.redress.v1.OwnHoliday;
import dev.redress.v1.Provider;
import dev.redress.v1.ProviderServiceGrpc;
import dev.redress.v1.ProviderSettings;
import dev.redress.v1.UpdateCustomerRequest;
import dev.redress.v1.UpdateProviderRequest;
import io.grpc.Status;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Business hours and holidays of providers and customers, and what comes of them. */
class BusinessCalendarGrpcTest {
  private static final BusinessWindow MORNING = window(480, 720);
  private static final BusinessWindow AFTERNOON = window(780, 1_020);
  private static final String FILE =
      """
      BEGIN:VCALENDAR
      BEGIN:VEVENT
      DTSTART;VALUE=DATE:20190607
      RRULE:FREQ=YEARLY
      SUMMARY:Founders' day\\, closed
      END:VEVENT
      END:VCALENDAR
      """;

  @ParameterizedTest
  @EnumSource
  void provider_keepsHoursOfEachDayAndHolidays(TestDatabase.Kind kind) {
    String provider = TestApi.on(kind).newProvider();
    ProviderSettings wanted =
        ProviderSettings.newBuilder()
            .addBusinessDays(day(DayOfWeek.SUNDAY, AFTERNOON))
            .addBusinessDays(day(DayOfWeek.MONDAY, MORNING, AFTERNOON))
            .addBusinessDays(day(DayOfWeek.TUESDAY))
            .setHolidayRegion("DE-BY")
            .addOwnHolidays(own(LocalDate.of(2028, 2, 29), "Leap day"))
            .addOwnHolidays(own(LocalDate.of(2027, 12, 24), ""))
            .build();

    ProviderSettings kept =
        update(kind, provider, wanted, "business_days", "holiday_region", "own_holidays");

    assertThat(kept.getBusinessDaysList())
        .containsExactly(
            day(DayOfWeek.MONDAY, MORNING, AFTERNOON), day(DayOfWeek.SUNDAY, AFTERNOON));
    assertThat(kept.getBusinessWindowsList()).isEmpty();
    assertThat(kept.getHolidayRegion()).isEqualTo("DE-BY");
    assertThat(kept.getOwnHolidaysList())
        .containsExactly(
            own(LocalDate.of(2027, 12, 24), ""), own(LocalDate.of(2028, 2, 29), "Leap day"));
    ProviderSettings none = ProviderSettings.getDefaultInstance();
    assertThat(update(kind, provider, none, "holiday_region", "own_holidays"))
        .isEqualTo(kept.toBuilder().clearHolidayRegion().clearOwnHolidays().build());
  }

  @ParameterizedTest
  @EnumSource
  void provider_takesHoursInEitherForm(TestDatabase.Kind kind) {
    String provider = TestApi.on(kind).newProvider();
    ProviderSettings shortForm = ProviderSettings.newBuilder().addBusinessWindows(MORNING).build();

    ProviderSettings byWindows = update(kind, provider, shortForm, "business_windows");

    assertThat(byWindows.getBusinessWindowsList()).containsExactly(MORNING);
    assertThat(byWindows.getBusinessDaysList()).containsExactlyElementsOf(mondayToFriday(MORNING));
    ProviderSettings days =
        ProviderSettings.newBuilder().addAllBusinessDays(mondayToFriday(AFTERNOON)).build();
    assertThat(update(kind, provider, days, "business_days").getBusinessWindowsList())
        .containsExactly(AFTERNOON);
    assertThat(update(kind, provider, byWindows, "business_days", "business_windows"))
        .isEqualTo(byWindows);
    ProviderSettings both = days.toBuilder().addBusinessWindows(MORNING).build();
    Refusal.of(() -> update(kind, provider, both, "business_days", "business_windows"))
        .assertIs(
            Status.Code.INVALID_ARGUMENT,
            ErrorReason.FIELD_INVALID,
            "provider.settings.business_days");
    assertThat(
            update(kind, provider, ProviderSettings.getDefaultInstance(), "business_days")
                .getBusinessWindowsList())
        .containsExactly(window(540, 1_020));
  }

  @ParameterizedTest
  @EnumSource
  void holidayFile_takesThePlaceOfOwnHolidays(TestDatabase.Kind kind) {
    TestApi api = TestApi.on(kind);
    String provider = api.newProvider();
    int year = api.advance(Duration.ZERO).atOffset(ZoneOffset.UTC).getYear();
    ProviderSettings file =
        ProviderSettings.newBuilder()
            .setHolidayFile(FILE)
            .addOwnHolidays(own(LocalDate.of(2030, 5, 5), "replaced"))
            .build();

    ProviderSettings kept = update(kind, provider, file, "holiday_file", "own_holidays");

    assertThat(kept.getHolidayFile()).isEmpty();
    assertThat(kept.getOwnHolidaysList())
        .hasSize(11)
        .startsWith(own(LocalDate.of(year, 6, 7), "Founders' day, closed"))
        .endsWith(own(LocalDate.of(year + 10, 6, 7), "Founders' day, closed"));
    assertThat(update(kind, provider, ProviderSettings.getDefaultInstance(), "holiday_file"))
        .isEqualTo(kept);
    String customer = api.newCustomer(provider, "ATLAS");
    Customer changed =
        updateCustomer(kind, customer, Customer.newBuilder().setHolidayFile(FILE).build());
    assertThat(changed.getHolidayFile()).isEmpty();
    assertThat(changed.getOwnHolidaysList()).isEqualTo(kept.getOwnHolidaysList());
  }

  @ParameterizedTest
  @EnumSource
  void customer_overridesAndTakesBack(TestDatabase.Kind kind) {
    String name = TestApi.on(kind).newCustomer();
    Customer before = customer(kind, name);
    Customer wanted =
        Customer.newBuilder()
            .addBusinessDays(day(DayOfWeek.SATURDAY, MORNING))
            .setHolidayRegion("US-NY")
            .addOwnHolidays(own(LocalDate.of(2027, 1, 2), "Inventory"))
            .build();

    Customer after = updateCustomer(kind, name, wanted);

    assertThat(after.getBusinessDaysList()).isEqualTo(wanted.getBusinessDaysList());
    assertThat(after.getHolidayRegion()).isEqualTo("US-NY");
    assertThat(after.getOwnHolidaysList()).isEqualTo(wanted.getOwnHolidaysList());
    assertThat(after.getEtag()).isNotEqualTo(before.getEtag());
    assertThat(customer(kind, name)).isEqualTo(after);
    assertThat(updateCustomer(kind, name, wanted)).isEqualTo(after);
    Customer again =
        stub(kind)
            .updateCustomer(
                UpdateCustomerRequest.newBuilder()
                    .setCustomer(Customer.newBuilder().setName(name))
                    .setUpdateMask(
                        FieldMask.newBuilder()
                            .addPaths("business_days")
                            .addPaths("holiday_region")
                            .addPaths("own_holidays"))
                    .build());
    assertThat(again)
        .isEqualTo(
            before.toBuilder()
                .setEtag(again.getEtag())
                .setUpdateTime(again.getUpdateTime())
                .build());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          # what is wrong           | field                        | sentence
          window ends at its begin  | business_days[0].windows[0]  | a business window must begin before it ends, within one day
          windows overlap           | business_days[0].windows     | business windows must be in order and not overlap
          seven windows             | business_days[0].windows     | there must be 1 to 6 business windows a day
          no day                    | business_days[0].day         | must be one from MONDAY to SUNDAY
          a day twice               | business_days[1].day         | MONDAY is given twice; put all its windows into one entry
          never open                | business_days                | a business week must have at least one window
          region in words           | holiday_region               | a holiday region must be a country such as DE, or a part of one such as DE-BY
          unknown country           | holiday_region               | no public holidays are known for the country XX; give the dates in an iCalendar file instead
          unknown part              | holiday_region               | no public holidays are known for the region GB-XX; the regions of GB are GB-ENG, GB-NIR, GB-SCT, GB-WLS
          wrong line of the file    | holiday_file                 | line 3: '2027-06-07' is not a day; write it as 20271231
          no calendar               | holiday_file                 | line 1: there is no ':' between a name and its value; check that it is an iCalendar file
          file too long             | holiday_file                 | the iCalendar file is longer than 256 KB; leave events out
          file closes too much      | holiday_file                 | there are 731 own holidays; at most 400 are kept, so leave out what is past or far away
          too many dates            | own_holidays                 | has 401 elements; 0 to 400 are allowed
          a date twice              | own_holidays[1].date         | 2027-06-07 is given twice; leave one of them out
          no date of the calendar   | own_holidays[0].date         | 2027-02-29 is no date of the calendar
          a long name               | own_holidays[0].name         | has 61 characters; at most 60 are allowed
          a name of two lines       | own_holidays                 | the name of 2027-06-07 must have at most 60 characters, on one line
          """)
  void calendars_areRefusedInASentence(String wrong, String field, String sentence) {
    Customer given = wrong(wrong);
    String customer = TestApi.on(TestDatabase.Kind.DERBY).newCustomer();
    Refusal ofCustomer = Refusal.of(() -> updateCustomer(TestDatabase.Kind.DERBY, customer, given));
    ofCustomer.assertIs(
        Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "customer." + field);
    assertThat(ofCustomer.sentence()).endsWith(sentence);

    ProviderSettings settings =
        ProviderSettings.newBuilder()
            .addAllBusinessDays(given.getBusinessDaysList())
            .setHolidayRegion(given.getHolidayRegion())
            .addAllOwnHolidays(given.getOwnHolidaysList())
            .setHolidayFile(given.getHolidayFile())
            .build();
    String provider = TestApi.on(TestDatabase.Kind.DERBY).newProvider();
    Refusal ofProvider =
        Refusal.of(
            () ->
                update(
                    TestDatabase.Kind.DERBY, provider, settings, field.replaceAll("[\\[.].*", "")));
    ofProvider.assertIs(
        Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "provider.settings." + field);
    assertThat(ofProvider.sentence()).endsWith(sentence);
  }

  @Test
  void customer_isRefusedWhenItIsNeverOpenWithItsProvidersHolidays() {
    TestApi api = TestApi.on(TestDatabase.Kind.DERBY);
    String provider = api.newProvider();
    LocalDate sunday = LocalDate.of(2026, 1, 4);
    update(
        TestDatabase.Kind.DERBY,
        provider,
        ProviderSettings.newBuilder().addAllOwnHolidays(weekly(sunday, 400)).build(),
        "own_holidays");
    Customer closed =
        Customer.newBuilder()
            .addBusinessDays(day(DayOfWeek.SUNDAY, MORNING))
            .addAllOwnHolidays(weekly(sunday.plusWeeks(400), 400))
            .build();
    String customer = api.newCustomer(provider, "ATLAS");

    Refusal refusal = Refusal.of(() -> updateCustomer(TestDatabase.Kind.DERBY, customer, closed));

    refusal.assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "customer");
    assertThat(refusal.sentence()).contains("must leave an open window in 10 years");
  }

  @ParameterizedTest
  @EnumSource
  void getCustomerCalendar_showsWhatCounts(TestDatabase.Kind kind) {
    TestApi api = TestApi.on(kind);
    Billed billed = Billed.on(kind);
    String provider = billed.provider();
    String customer = billed.customer();
    ZoneId zone = ZoneId.of("America/Chicago");
    Instant now = api.advance(Duration.ZERO);
    LocalDate today = LocalDate.ofInstant(now, zone);
    updateCustomer(
        kind,
        customer,
        Customer.newBuilder()
            .addAllBusinessDays(everyDay(window(0, 1_440)))
            .setHolidayRegion("LI")
            .addOwnHolidays(own(today.plusDays(1), "Moving"))
            .build());
    update(
        kind,
        provider,
        ProviderSettings.newBuilder().addOwnHolidays(own(today.plusDays(2), "Stocktaking")).build(),
        "own_holidays");

    CustomerCalendar calendar = calendar(kind, customer, 0);

    assertThat(calendar.getCustomer()).isEqualTo(customer);
    assertThat(calendar.getTimeZone()).isEqualTo("America/Chicago");
    assertThat(calendar.getHolidayRegion()).isEqualTo("LI");
    assertThat(calendar.getDaysList())
        .hasSize(14)
        .contains(
            CalendarDay.newBuilder()
                .setDate(TimeProtos.toProto(today.plusDays(1)))
                .setHoliday(true)
                .setHolidayName("Moving")
                .build(),
            CalendarDay.newBuilder()
                .setDate(TimeProtos.toProto(today.plusDays(2)))
                .setHoliday(true)
                .setHolidayName("Stocktaking")
                .build());
    assertThat(calendar.getDays(0).getDate()).isEqualTo(TimeProtos.toProto(today));
    assertThat(calendar.getDaysList())
        .filteredOn(day -> !day.getHoliday())
        .allMatch(day -> day.getWindowsList().equals(List.of(window(0, 1_440))));
    assertThat(calendar.getFirstDueTime()).isEqualTo(openDispute(billed).getDueTime());
    CustomerCalendar year = calendar(kind, customer, 366);
    assertThat(year.getDaysList()).hasSize(366);
    assertThat(year.getDaysList())
        .filteredOn(day -> day.getDate().getMonth() == 8 && day.getDate().getDay() == 15)
        .extracting(CalendarDay::getHolidayName)
        .isNotEmpty()
        .allMatch(name -> !name.isEmpty());
  }

  @ParameterizedTest
  @EnumSource
  void getCustomerCalendar_refuses(TestDatabase.Kind kind) {
    String customer = TestApi.on(kind).newCustomer();

    Refusal.of(() -> calendar(kind, customer + "X", 1))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.CUSTOMER_NOT_FOUND);
    Refusal.of(() -> calendar(kind, "customers/ATLAS", 1))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.NAME_INVALID, "name");
    for (int days : List.of(-1, 367)) {
      Refusal.of(() -> calendar(kind, customer, days))
          .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "day_count");
    }
  }

  @ParameterizedTest
  @EnumSource
  void changedSettings_countForLaterCallbacksOnly(TestDatabase.Kind kind) {
    TestApi api = TestApi.on(kind);
    Billed billed = Billed.on(kind);
    updateCustomer(
        kind,
        billed.customer(),
        Customer.newBuilder().addAllBusinessDays(everyDay(window(0, 1_440))).build());
    Instant now = api.advance(Duration.ZERO);
    Callback promised = openDispute(billed);
    assertThat(promised.getDueTime())
        .isEqualTo(calendarDue(kind, billed.customer()))
        .isEqualTo(moment(now.plus(Duration.ofDays(1))));

    List<OwnHoliday> closed = new ArrayList<>();
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    for (int i = -1; i < 10; i++) {
      closed.add(own(today.plusDays(i), "Closed"));
    }
    update(
        kind,
        billed.provider(),
        ProviderSettings.newBuilder().addAllOwnHolidays(closed).build(),
        "own_holidays");

    assertThat(get(kind, promised.getName())).isEqualTo(promised);
    Callback successor =
        CallbackServiceGrpc.newBlockingStub(api.channel())
            .logAttempt(
                LogAttemptRequest.newBuilder()
                    .setName(promised.getName())
                    .setOutcome(Callback.Outcome.NO_ANSWER)
                    .build())
            .getSuccessor();
    assertThat(get(kind, promised.getName()).getDueTime()).isEqualTo(promised.getDueTime());
    assertThat(successor.getDueTime())
        .isEqualTo(
            moment(
                today.plusDays(10).atTime(4, 0).atZone(ZoneId.of("America/Chicago")).toInstant()));
  }

  private static Customer wrong(String what) {
    Customer.Builder given = Customer.newBuilder();
    LocalDate date = LocalDate.of(2027, 6, 7);
    switch (what) {
      case "window ends at its begin" ->
          given.addBusinessDays(day(DayOfWeek.MONDAY, window(480, 480)));
      case "windows overlap" ->
          given.addBusinessDays(day(DayOfWeek.MONDAY, MORNING, window(719, 800)));
      case "seven windows" -> {
        BusinessDay.Builder day = BusinessDay.newBuilder().setDay(DayOfWeek.MONDAY);
        for (int i = 0; i < 7; i++) {
          day.addWindows(window(100 * i, 100 * i + 50));
        }
        given.addBusinessDays(day);
      }
      case "no day" -> given.addBusinessDays(BusinessDay.newBuilder().addWindows(MORNING));
      case "a day twice" ->
          given
              .addBusinessDays(day(DayOfWeek.MONDAY, MORNING))
              .addBusinessDays(day(DayOfWeek.MONDAY, AFTERNOON));
      case "never open" -> given.addBusinessDays(day(DayOfWeek.MONDAY));
      case "region in words" -> given.setHolidayRegion("Bavaria");
      case "unknown country" -> given.setHolidayRegion("XX");
      case "unknown part" -> given.setHolidayRegion("GB-XX");
      case "wrong line of the file" -> given.setHolidayFile(FILE.replace("20190607", "2027-06-07"));
      case "no calendar" -> given.setHolidayFile("date,name\n2027-06-07,x\n");
      case "file too long" -> given.setHolidayFile(FILE + "\n".repeat(256 * 1024));
      case "file closes too much" ->
          given.setHolidayFile(
              FILE.replace("20190607", "20270101")
                  .replace("RRULE:FREQ=YEARLY", "RRULE:FREQ=YEARLY;COUNT=2\nDURATION:P366D"));
      case "too many dates" -> given.addAllOwnHolidays(weekly(date, 401));
      case "a date twice" ->
          given.addOwnHolidays(own(date, "once")).addOwnHolidays(own(date, "twice"));
      case "no date of the calendar" ->
          given.addOwnHolidays(
              OwnHoliday.newBuilder()
                  .setDate(com.google.type.Date.newBuilder().setYear(2027).setMonth(2).setDay(29)));
      case "a long name" -> given.addOwnHolidays(own(date, "x".repeat(61)));
      case "a name of two lines" -> given.addOwnHolidays(own(date, "a\nb"));
      default -> throw new IllegalArgumentException(what);
    }
    return given.build();
  }

  private static Callback openDispute(Billed billed) {
    Dispute dispute =
        DisputeServiceGrpc.newBlockingStub(billed.api().channel())
            .openDispute(
                OpenDisputeRequest.newBuilder()
                    .setParent(billed.provider())
                    .setDispute(
                        Dispute.newBuilder()
                            .addLines(
                                DisputedLine.newBuilder()
                                    .setLine(billed.line("L1"))
                                    .setReason(DisputedLine.Reason.RATE)))
                    .build());
    return CallbackServiceGrpc.newBlockingStub(billed.api().channel())
        .getCallback(GetCallbackRequest.newBuilder().setName(dispute.getCallback()).build());
  }

  private static Timestamp calendarDue(TestDatabase.Kind kind, String customer) {
    return calendar(kind, customer, 1).getFirstDueTime();
  }

  private static CustomerCalendar calendar(TestDatabase.Kind kind, String customer, int days) {
    return stub(kind)
        .getCustomerCalendar(
            GetCustomerCalendarRequest.newBuilder().setName(customer).setDayCount(days).build());
  }

  private static Callback get(TestDatabase.Kind kind, String name) {
    return CallbackServiceGrpc.newBlockingStub(TestApi.on(kind).channel())
        .getCallback(GetCallbackRequest.newBuilder().setName(name).build());
  }

  private static ProviderSettings update(
      TestDatabase.Kind kind, String provider, ProviderSettings settings, String... fields) {
    FieldMask.Builder mask = FieldMask.newBuilder();
    for (String field : fields) {
      mask.addPaths("settings." + field);
    }
    return ProviderServiceGrpc.newBlockingStub(TestApi.on(kind).channel())
        .updateProvider(
            UpdateProviderRequest.newBuilder()
                .setProvider(Provider.newBuilder().setName(provider).setSettings(settings))
                .setUpdateMask(mask)
                .build())
        .getSettings();
  }

  private static Customer updateCustomer(TestDatabase.Kind kind, String name, Customer customer) {
    return stub(kind)
        .updateCustomer(
            UpdateCustomerRequest.newBuilder()
                .setCustomer(customer.toBuilder().setName(name))
                .build());
  }

  private static Customer customer(TestDatabase.Kind kind, String name) {
    return stub(kind).getCustomer(GetCustomerRequest.newBuilder().setName(name).build());
  }

  private static CustomerServiceBlockingStub stub(TestDatabase.Kind kind) {
    return CustomerServiceGrpc.newBlockingStub(TestApi.on(kind).channel());
  }

  private static List<BusinessDay> mondayToFriday(BusinessWindow window) {
    return everyDay(window).subList(0, 5);
  }

  private static List<BusinessDay> everyDay(BusinessWindow window) {
    List<BusinessDay> days = new ArrayList<>();
    for (int day = 1; day <= 7; day++) {
      days.add(day(DayOfWeek.forNumber(day), window));
    }
    return days;
  }

  private static List<OwnHoliday> weekly(LocalDate first, int count) {
    List<OwnHoliday> days = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      days.add(own(first.plusWeeks(i), ""));
    }
    return days;
  }

  private static BusinessDay day(DayOfWeek day, BusinessWindow... windows) {
    return BusinessDay.newBuilder().setDay(day).addAllWindows(List.of(windows)).build();
  }

  private static BusinessWindow window(int start, int end) {
    return BusinessWindow.newBuilder().setStartMinutes(start).setEndMinutes(end).build();
  }

  private static OwnHoliday own(LocalDate date, String name) {
    return OwnHoliday.newBuilder().setDate(TimeProtos.toProto(date)).setName(name).build();
  }

  private static Timestamp moment(Instant instant) {
    return TimeProtos.toProto(instant);
  }
}
