package dev.redress.cli.output;

import static java.util.stream.Collectors.joining;

import dev.redress.cli.connection.ResourceName;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An aligned table. The widths are those of the first rows, so that a list of any length passes
 * through; a longer value further down only moves the rest of its own row.
 */
final class TableRows<T> implements RowWriter<T> {
  private static final int ROWS_MEASURED = 1_000;
  private static final int TEXT_WIDTH_MIN = 8;
  private static final String GAP = "  ";

  private final Terminal terminal;
  private final List<Column<T>> columns;
  private final ZoneId zone;
  private final String indent;
  private final List<List<String>> waiting = new ArrayList<>();
  private int[] widths = new int[0];
  private int columnsShown;

  TableRows(Terminal terminal, List<Column<T>> columns, ZoneId zone, String indent) {
    this.terminal = terminal;
    this.columns = columns;
    this.zone = zone;
    this.indent = indent;
  }

  @Override
  public void row(T item) {
    List<String> cells = new ArrayList<>();
    for (Column<T> column : columns) {
      cells.add(DisplayText.oneLine(cell(column, item, zone)));
    }
    if (widths.length > 0) {
      print(cells, false);
      return;
    }
    waiting.add(cells);
    if (waiting.size() == ROWS_MEASURED) {
      printWaiting();
    }
  }

  @Override
  public void end() {
    if (!waiting.isEmpty()) {
      printWaiting();
    }
  }

  /** What a table shows of a value. */
  static <T> String cell(Column<T> column, T item, ZoneId zone) {
    return switch (column) {
      case Column.Text<T> text -> text.value().apply(item);
      case Column.State<T> state -> state.value().apply(item).name();
      case Column.Numeric<T> number -> number.value().apply(item);
      case Column.Name<T> name -> ResourceName.lastId(name.value().apply(item));
      case Column.Amount<T> amount -> Amounts.text(amount.value().apply(item));
      case Column.Moment<T> moment -> Moments.local(moment.value().apply(item), zone);
    };
  }

  /** A column's name as a heading. */
  static String heading(Column<?> column) {
    return column.name().toUpperCase(Locale.ROOT).replace('_', ' ');
  }

  private void printWaiting() {
    List<String> headings = columns.stream().map(TableRows::heading).toList();
    widths = new int[columns.size()];
    measure(headings);
    waiting.forEach(this::measure);
    fit();
    print(headings, true);
    waiting.forEach(cells -> print(cells, false));
    waiting.clear();
  }

  private void measure(List<String> cells) {
    for (int i = 0; i < widths.length; i++) {
      widths[i] = Math.max(widths[i], DisplayText.width(cells.get(i)));
    }
  }

  /**
   * Makes rows fit on the terminal: takes from the widest column of text, again and again, and
   * leaves columns out at the end when there is nothing more to take.
   */
  private void fit() {
    columnsShown = widths.length;
    int total = indent.length() + (widths.length - 1) * GAP.length();
    for (int width : widths) {
      total += width;
    }
    while (total > terminal.outWidth() && columnsShown > 1) {
      int widest = widestText();
      if (widest >= 0 && widths[widest] > TEXT_WIDTH_MIN) {
        widths[widest]--;
        total--;
      } else {
        columnsShown--;
        total -= widths[columnsShown] + GAP.length();
      }
    }
    if (columnsShown < widths.length) {
      String missing =
          columns.stream().skip(columnsShown).map(TableRows::heading).collect(joining(", "));
      terminal.say("No room for " + missing + "; -o csv shows all.");
    }
  }

  private int widestText() {
    int widest = -1;
    for (int i = 0; i < columnsShown; i++) {
      if (columns.get(i) instanceof Column.Text && (widest < 0 || widths[i] > widths[widest])) {
        widest = i;
      }
    }
    return widest;
  }

  private void print(List<String> cells, boolean isHeading) {
    StringBuilder line = new StringBuilder(indent);
    for (int i = 0; i < columnsShown; i++) {
      Column<T> column = columns.get(i);
      String cell = cells.get(i);
      if (terminal.outWidth() != Terminal.UNLIMITED && column instanceof Column.Text) {
        cell = DisplayText.cut(cell, widths[i]);
      }
      String padding = " ".repeat(Math.max(0, widths[i] - DisplayText.width(cell)));
      boolean right = column instanceof Column.Numeric || column instanceof Column.Amount;
      line.append(i == 0 ? "" : GAP);
      line.append(right ? padding : "").append(tinted(column, cell, isHeading));
      line.append(right || i == columnsShown - 1 ? "" : padding);
    }
    terminal.out().println(terminal.colored() ? line.toString() : line.toString().stripTrailing());
  }

  private String tinted(Column<T> column, String cell, boolean isHeading) {
    if (!terminal.colored() || cell.isEmpty()) {
      return cell;
    }
    if (isHeading) {
      return Tint.BOLD.apply(cell);
    }
    return column instanceof Column.State ? Tint.of(cell).apply(cell) : cell;
  }
}
