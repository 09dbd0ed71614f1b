package dev.redress.persistence;

import java.sql.CallableStatement;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.jspecify.annotations.Nullable;

/** Dates, by year, month and day. Derby does not take a {@link LocalDate} as it is. */
final class LocalDateHandler extends BaseTypeHandler<LocalDate> {

  @Override
  public void setNonNullParameter(
      PreparedStatement statement, int index, LocalDate date, JdbcType type) throws SQLException {
    statement.setDate(index, Date.valueOf(date));
  }

  @Override
  public @Nullable LocalDate getNullableResult(ResultSet row, String column) throws SQLException {
    return date(row.getDate(column));
  }

  @Override
  public @Nullable LocalDate getNullableResult(ResultSet row, int column) throws SQLException {
    return date(row.getDate(column));
  }

  @Override
  public @Nullable LocalDate getNullableResult(CallableStatement row, int column)
      throws SQLException {
    return date(row.getDate(column));
  }

  private static @Nullable LocalDate date(@Nullable Date stored) {
    return stored == null ? null : stored.toLocalDate();
  }
}
