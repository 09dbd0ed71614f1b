package dev.redress.cli.customer;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import com.google.type.Date;
import dev.redress.cli.CliRun;
import dev.redress.cli.FakeServer;
import dev.redress.v1.BusinessWindow;
import dev.redress.v1.CalendarDay;
import dev.redress.v1.CreateProviderRequest;
import dev.redress.v1.Customer;
import dev.redress.v1.CustomerCalendar;
import dev.redress.v1.CustomerServiceGrpc;
import dev.redress.v1.GetCustomerCalendarRequest;
import dev.redress.v1.Provider;
import dev.redress.v1.ProviderServiceGrpc;
import dev.redress.v1.ProviderSettings;
import dev.redress.v1.UpdateCustomerRequest;
import dev.redress.v1.UpdateProviderRequest;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands about business hours and holidays. */
class CalendarCommandsTest {
  private final Customers customers = new Customers();
  private final Providers providers = new Providers();
  private final FakeServer server = new FakeServer(customers, providers);

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void calendar_showsDaysAndWhenACallbackFallsDue() {
    CliRun run = CliRun.of(server, "customer", "calendar", "VARN", "--days", "4");

    assertThat(run.out())
        .isEqualTo(
            """
                   DAY  WEEKDAY  HOURS                    HOLIDAY
            2026-12-24  Thu      08:00-12:00,13:00-17:00
            2026-12-25  Fri                               Christmas
            2026-12-26  Sat                               holiday
            2026-12-27  Sun
            """);
    assertThat(run.err())
        .isEqualTo(
            """
            Counted in Europe/Berlin, with the public holidays of DE-BY.
            A callback promised now falls due 2026-12-28 08:00 +01:00.
            """);
    assertThat(customers.asked.getName()).isEqualTo("providers/default/customers/VARN");
    assertThat(customers.asked.getDayCount()).isEqualTo(4);
    assertThat(CliRun.of(server, "-o", "json", "customer", "calendar", "VARN").out())
        .contains("\"firstDueTime\": \"2026-12-28T07:00:00Z\"");
    assertThat(customers.asked.getDayCount()).isEqualTo(14);
  }

  @Test
  void customerUpdate_sendsWhatWasGiven(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("own.ics"), "BEGIN:VCALENDAR\n");

    CliRun run =
        CliRun.of(
            server,
            "customer",
            "update",
            "VARN",
            "--hours",
            "Mon-Tue 08:00-12:00",
            "--holidays",
            "US-NY",
            "--holiday-file",
            file.toString(),
            "--time-zone",
            "America/New_York");

    UpdateCustomerRequest sent = customers.updates.getFirst();
    assertThat(sent.getUpdateMask().getPathsList())
        .containsExactly("business_days", "holiday_region", "holiday_file", "time_zone");
    assertThat(sent.getCustomer().getName()).isEqualTo("providers/default/customers/VARN");
    assertThat(sent.getCustomer().getBusinessDaysCount()).isEqualTo(2);
    assertThat(sent.getCustomer().getHolidayRegion()).isEqualTo("US-NY");
    assertThat(sent.getCustomer().getHolidayFile()).isEqualTo("BEGIN:VCALENDAR\n");
    assertThat(sent.getRequestId()).isNotEmpty();
    assertThat(run.out()).contains("HOURS            Mon-Tue 08:00-12:00\n");
    assertThat(run.err())
        .isEqualTo(
            """
            Updated customer VARN; due times that were promised stay.
            next: redress customer calendar VARN
            """);
  }

  @Test
  void customerUpdate_takesBackWhatIsGivenAsNothing() {
    CliRun.of(
        server, "customer", "update", "VARN", "--hours", "", "--holidays=", "--holiday-file=");

    UpdateCustomerRequest sent = customers.updates.getFirst();
    assertThat(sent.getUpdateMask().getPathsList())
        .containsExactly("business_days", "holiday_region", "own_holidays");
    assertThat(sent.getCustomer())
        .isEqualTo(Customer.newBuilder().setName(sent.getCustomer().getName()).build());
  }

  @Test
  void update_refusesBeforeTheServerIsAsked(@TempDir Path folder) throws IOException {
    Path large = Files.write(folder.resolve("large.ics"), new byte[256 * 1024 + 1]);
    Path latin = Files.write(folder.resolve("latin.ics"), new byte[] {(byte) 0xfc});

    refused(2, "nothing to change; see 'redress customer update --help'");
    refused(
        2,
        "Invalid value for option '--hours': 'noon' is not of the form 'Mon-Thu"
            + " 08:00-12:00,13:00-17:00'; see 'redress customer update --help'",
        "--hours",
        "noon");
    refused(3, "there is no file 'none.ics'", "--holiday-file", "none.ics");
    refused(
        3,
        "'" + large + "' is longer than 256 KB; leave events out",
        "--holiday-file",
        large.toString());
    refused(
        3,
        "'" + latin + "' is not UTF-8; save it in that encoding",
        "--holiday-file",
        latin.toString());
    assertThat(customers.updates).isEmpty();
  }

  @Test
  void provider_isCreatedAndUpdatedWithACalendar() {
    CliRun.of(
        server,
        "provider",
        "create",
        "acme",
        "--name",
        "Acme",
        "--hours",
        "08:00-17:00",
        "--holidays",
        "DE-BY");
    CliRun run =
        CliRun.of(
            server, "provider", "update", "acme", "--hours", "Fri 08:00-14:00", "--owner", "mia");

    assertThat(providers.created.getProvider().getSettings().getBusinessDaysCount()).isEqualTo(5);
    assertThat(providers.created.getProvider().getSettings().getHolidayRegion()).isEqualTo("DE-BY");
    assertThat(providers.updated.getProvider().getName()).isEqualTo("providers/acme");
    assertThat(providers.updated.getUpdateMask().getPathsList())
        .containsExactly("settings.business_days", "settings.default_owner");
    assertThat(run.out()).contains("Fri 08:00-14:00\n");
    assertThat(run.err()).isEqualTo("Updated provider acme; due times that were promised stay.\n");
    assertThat(CliRun.of(server, "provider", "update").exitCode()).isEqualTo(2);
  }

  @Test
  void providerUpdate_setsTheRulesForDisputes() {
    CliRun run =
        CliRun.of(
            server,
            "provider update --cooling-off-days 10 --hold-days 30 --resolution-target 24"
                .split(" ", -1));

    assertThat(providers.updated.getUpdateMask().getPathsList())
        .containsExactly(
            "settings.cooling_off_days", "settings.hold_days", "settings.resolution_target");
    ProviderSettings sent = providers.updated.getProvider().getSettings();
    assertThat(sent.getCoolingOffDays()).isEqualTo(10);
    assertThat(sent.getHoldDays()).isEqualTo(30);
    assertThat(sent.getResolutionTarget().getSeconds()).isEqualTo(24 * 3_600);
    assertThat(run.out())
        .contains(
            """
            COOLING OFF DAYS         10
            HOLD DAYS                30
            RESOLUTION TARGET HOURS  24.00
            """);
  }

  private void refused(int exitCode, String sentence, String... options) {
    List<String> arguments = new ArrayList<>(List.of("customer", "update", "VARN"));
    arguments.addAll(List.of(options));
    CliRun run = CliRun.of(server, arguments.toArray(String[]::new));
    assertThat(run.err()).isEqualTo("redress: " + sentence + "\n");
    assertThat(run.exitCode()).isEqualTo(exitCode);
  }

  /** Answers with what it was sent, and with Christmas. */
  private static final class Customers extends CustomerServiceGrpc.CustomerServiceImplBase {
    private final List<UpdateCustomerRequest> updates = new ArrayList<>();
    private GetCustomerCalendarRequest asked = GetCustomerCalendarRequest.getDefaultInstance();

    @Override
    public void updateCustomer(UpdateCustomerRequest request, StreamObserver<Customer> answer) {
      updates.add(request);
      answer.onNext(request.getCustomer());
      answer.onCompleted();
    }

    @Override
    public void getCustomerCalendar(
        GetCustomerCalendarRequest request, StreamObserver<CustomerCalendar> answer) {
      asked = request;
      answer.onNext(
          CustomerCalendar.newBuilder()
              .setCustomer(request.getName())
              .setTimeZone("Europe/Berlin")
              .setHolidayRegion("DE-BY")
              .addDays(
                  day(24)
                      .addWindows(
                          BusinessWindow.newBuilder().setStartMinutes(480).setEndMinutes(720))
                      .addWindows(
                          BusinessWindow.newBuilder().setStartMinutes(780).setEndMinutes(1_020)))
              .addDays(day(25).setHoliday(true).setHolidayName("Christmas"))
              .addDays(day(26).setHoliday(true))
              .addDays(day(27))
              .setFirstDueTime(
                  Timestamp.newBuilder()
                      .setSeconds(Instant.parse("2026-12-28T07:00:00Z").getEpochSecond()))
              .build());
      answer.onCompleted();
    }

    private static CalendarDay.Builder day(int day) {
      return CalendarDay.newBuilder()
          .setDate(Date.newBuilder().setYear(2026).setMonth(12).setDay(day));
    }
  }

  /** Answers with what it was sent. */
  private static final class Providers extends ProviderServiceGrpc.ProviderServiceImplBase {
    private CreateProviderRequest created = CreateProviderRequest.getDefaultInstance();
    private UpdateProviderRequest updated = UpdateProviderRequest.getDefaultInstance();

    @Override
    public void createProvider(CreateProviderRequest request, StreamObserver<Provider> answer) {
      created = request;
      answer.onNext(request.getProvider());
      answer.onCompleted();
    }

    @Override
    public void updateProvider(UpdateProviderRequest request, StreamObserver<Provider> answer) {
      updated = request;
      answer.onNext(request.getProvider());
      answer.onCompleted();
    }
  }
}
