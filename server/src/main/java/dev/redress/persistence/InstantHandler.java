package dev.redress.persistence;

import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Calendar;
import java.util.TimeZone;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.jspecify.annotations.Nullable;

/**
 * Moments as UTC in columns without a time zone, cut to the microsecond that both databases keep.
 *
 * <p>MyBatis's own handler goes through the JVM's time zone and shifts an hour at the autumn
 * change.
 */
final class InstantHandler extends BaseTypeHandler<Instant> {

  @Override
  public void setNonNullParameter(
      PreparedStatement statement, int index, Instant moment, JdbcType type) throws SQLException {
    statement.setTimestamp(index, Timestamp.from(moment.truncatedTo(ChronoUnit.MICROS)), utc());
  }

  @Override
  public @Nullable Instant getNullableResult(ResultSet row, String column) throws SQLException {
    return instant(row.getTimestamp(column, utc()));
  }

  @Override
  public @Nullable Instant getNullableResult(ResultSet row, int column) throws SQLException {
    return instant(row.getTimestamp(column, utc()));
  }

  @Override
  public @Nullable Instant getNullableResult(CallableStatement row, int column)
      throws SQLException {
    return instant(row.getTimestamp(column, utc()));
  }

  private static @Nullable Instant instant(@Nullable Timestamp stored) {
    return stored == null ? null : stored.toInstant();
  }

  /** A fresh one: drivers write into the calendar that they are given. */
  private static Calendar utc() {
    return Calendar.getInstance(TimeZone.getTimeZone(ZoneOffset.UTC));
  }
}
