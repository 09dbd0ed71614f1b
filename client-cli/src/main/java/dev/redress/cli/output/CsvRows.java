package dev.redress.cli.output;

import com.google.type.Money;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Comma separated values (RFC 4180), with a header. */
final class CsvRows<T> implements RowWriter<T> {
  private static final String LINE_END = "\r\n";

  /** What a formula begins with, the wide forms of East Asian keyboards included. */
  private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

  private final PrintStream out;
  private final List<Column<T>> columns;

  /** Writes the header at once: an empty list has one too. */
  CsvRows(PrintStream out, List<Column<T>> columns) {
    this.out = out;
    this.columns = columns;
    List<String> names = new ArrayList<>();
    for (Column<T> column : columns) {
      names.add(column.name());
      if (column instanceof Column.Amount) {
        names.add(column.name() + "_currency");
      }
    }
    print(names);
  }

  @Override
  public void row(T item) {
    List<String> fields = new ArrayList<>();
    for (Column<T> column : columns) {
      switch (column) {
        case Column.Text<T> text -> fields.add(disarmed(text.value().apply(item)));
        case Column.State<T> state -> fields.add(state.value().apply(item).name());
        case Column.Numeric<T> number -> fields.add(number.value().apply(item));
        case Column.Name<T> name -> fields.add(disarmed(name.value().apply(item)));
        case Column.Moment<T> moment -> fields.add(Moments.utc(moment.value().apply(item)));
        case Column.Amount<T> amount -> {
          Money money = amount.value().apply(item);
          fields.add(Amounts.text(money).isEmpty() ? "" : Amounts.number(money));
          fields.add(disarmed(money.getCurrencyCode()));
        }
      }
    }
    print(fields);
  }

  @Override
  public void end() {}

  /**
   * Words that a spreadsheet would take for a formula get an apostrophe in front (OWASP, CSV
   * Injection).
   */
  static String disarmed(String text) {
    return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  /** A field in quotes where it needs them. */
  static String quoted(String field) {
    for (int i = 0; i < field.length(); i++) {
      char letter = field.charAt(i);
      if (letter == ',' || letter == '"' || letter == '\n' || letter == '\r') {
        return "\"" + field.replace("\"", "\"\"") + "\"";
      }
    }
    return field;
  }

  private void print(List<String> fields) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < fields.size(); i++) {
      line.append(i == 0 ? "" : ",").append(quoted(fields.get(i)));
    }
    out.print(line.append(LINE_END));
  }
}
