package dev.redress.cli.customer;

import dev.redress.cli.calendar.BusinessHours;
import dev.redress.cli.output.Column;
import dev.redress.cli.output.Moments;
import dev.redress.cli.session.Lookup;
import dev.redress.cli.session.Session;
import dev.redress.v1.CalendarDay;
import dev.redress.v1.CustomerCalendar;
import dev.redress.v1.CustomerServiceGrpc;
import dev.redress.v1.GetCustomerCalendarRequest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code redress customer calendar}.
 *
 * <p>Days and times are those of the clock on the customer's wall.
 */
@Command(
    name = "calendar",
    description = "Shows the days and hours in which a customer may be called, from today on.",
    headerHeading = "Examples:%n",
    header = {"  redress customer calendar VARN", "  redress customer calendar VARN --days 60", ""})
public final class CustomerCalendarCommand implements Runnable {
  private static final List<Column<CalendarDay>> COLUMNS =
      List.of(
          new Column.Numeric<>("day", day -> Moments.date(day.getDate())),
          new Column.Text<>("weekday", CustomerCalendarCommand::weekday),
          new Column.Text<>("hours", day -> BusinessHours.windows(day.getWindowsList())),
          new Column.Text<>("holiday", CustomerCalendarCommand::holiday));

  private final Session session;

  @Parameters(paramLabel = "CUSTOMER", description = "the customer's id or resource name")
  @SuppressWarnings("NullAway.Init") // a required parameter
  private String customer;

  @Option(
      names = "--days",
      paramLabel = "N",
      defaultValue = "14",
      description = "how many days, 1 to 366 (default: 14)")
  private int days;

  /** A command of a session. */
  public CustomerCalendarCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    CustomerCalendar calendar =
        session
            .connection()
            .read(
                CustomerServiceGrpc.getGetCustomerCalendarMethod(),
                GetCustomerCalendarRequest.newBuilder()
                    .setName(new Lookup(session).customer(customer))
                    .setDayCount(days)
                    .build());
    switch (session.format()) {
      case TABLE, CSV -> session.output().list(calendar.getDaysList().iterator(), COLUMNS);
      case JSON -> session.output().json(calendar);
    }
    session.say(
        "Counted in "
            + calendar.getTimeZone()
            + (calendar.getHolidayRegion().isEmpty()
                ? ", without public holidays."
                : ", with the public holidays of " + calendar.getHolidayRegion() + "."));
    session.say(
        "A callback promised now falls due "
            + Moments.local(calendar.getFirstDueTime(), ZoneId.of(calendar.getTimeZone()))
            + ".");
  }

  private static String weekday(CalendarDay day) {
    return LocalDate.parse(Moments.date(day.getDate()))
        .getDayOfWeek()
        .getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
  }

  private static String holiday(CalendarDay day) {
    return day.getHoliday() && day.getHolidayName().isEmpty() ? "holiday" : day.getHolidayName();
  }
}
