package dev.redress.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.time.BusinessWeek;
import dev.redress.time.BusinessWindow;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** V012 keeps what was stored before it, in its one form. */
class BusinessCalendarMigrationTest {

  @OnBothDatabases
  void windowsOfMondayToFriday_becomeAWeek(TestDatabase database) throws SQLException {
    database.doNotReuse();
    migrate(database, "010");
    database.execute(
        "INSERT INTO \"OLD\".provider VALUES ('acme', 'Acme', 'boss', '540-720,780-1440', 1, 240, 5,"
            + " NULL, CURRENT_TIMESTAMP, CURRENT_TIMESTAMP, 1)",
        "INSERT INTO \"OLD\".customer VALUES ('acme', 'A', 'Atlas', 'UTC', '', '', '', '', NULL,"
            + " 'USD', '{}', 'x', CURRENT_TIMESTAMP,"
            + " CURRENT_TIMESTAMP, 1, 0)");

    migrate(database, "012");

    assertThat(CalendarText.week(text(database, "business_week", "provider")))
        .isEqualTo(
            BusinessWeek.mondayToFriday(
                List.of(new BusinessWindow(540, 720), new BusinessWindow(780, 1_440))));
    for (String table : List.of("provider", "customer")) {
      assertThat(text(database, "holiday_region", table)).isEmpty();
      assertThat(text(database, "own_holidays", table)).isEmpty();
    }
    assertThat(text(database, "business_week", "customer")).isEmpty();
  }

  private static void migrate(TestDatabase database, String version) {
    Schema.configuration(database.database().dataSource())
        .schemas("OLD")
        .target(version)
        .load()
        .migrate();
  }

  private static String text(TestDatabase database, String column, String table)
      throws SQLException {
    try (Connection connection = database.connection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT " + column + " FROM \"OLD\"." + table)) {
      assertThat(row.next()).isTrue();
      return String.valueOf(row.getString(1));
    }
  }
}
