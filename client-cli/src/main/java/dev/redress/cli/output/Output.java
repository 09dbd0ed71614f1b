package dev.redress.cli.output;

import com.google.protobuf.Message;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.List;

/**
 * Writes answers in the form that was asked for.
 *
 * @param zone the zone in which tables show moments
 */
public record Output(Terminal terminal, Format format, ZoneId zone) {
  private static final int ROWS_A_FLUSH = 500;

  /**
   * Writes a list as it arrives.
   *
   * @return how many rows there were
   * @throws OutputClosedException when nobody reads it any more
   */
  public <T extends Message> long list(Iterator<? extends T> items, List<Column<T>> columns) {
    RowWriter<T> writer = writer(columns);
    long rows = 0;
    while (items.hasNext()) {
      writer.row(items.next());
      rows++;
      if (rows % ROWS_A_FLUSH == 0) {
        terminal.flush();
      }
    }
    writer.end();
    terminal.flush();
    if (rows == 0 && format == Format.TABLE) {
      terminal.say("Nothing to show.");
    }
    return rows;
  }

  /** Writes a single thing: an object, a row, or its columns one below the other. */
  public <T extends Message> void one(T item, List<Column<T>> columns) {
    switch (format) {
      case TABLE -> fields(item, columns);
      case JSON -> json(item);
      case CSV -> {
        RowWriter<T> writer = new CsvRows<>(terminal.out(), columns);
        writer.row(item);
        writer.end();
      }
    }
    terminal.flush();
  }

  /** Writes things one by one as they happen, each handed on at once; JSON one object a line. */
  public <T extends Message> RowStream<T> stream(List<Column<T>> columns) {
    return new RowStream<>(terminal, format, columns, zone);
  }

  /** Writes a table whatever the format, set in by some spaces. */
  public <T> void table(List<T> items, List<Column<T>> columns, String indent) {
    RowWriter<T> writer = new TableRows<>(terminal, columns, zone, indent);
    items.forEach(writer::row);
    writer.end();
  }

  /** Writes rows as CSV whatever the format. */
  public <T> void csv(List<T> items, List<Column<T>> columns) {
    RowWriter<T> writer = new CsvRows<>(terminal.out(), columns);
    items.forEach(writer::row);
    writer.end();
    terminal.flush();
  }

  /** Writes an object as JSON whatever the format. */
  public void json(Message message) {
    terminal.out().println(JsonRows.text(JsonRows.printer(), message));
    terminal.flush();
  }

  /** Writes a line of text, without control characters. */
  public void line(String text) {
    terminal.out().println(DisplayText.oneLine(text));
  }

  /** Writes a heading. */
  public void heading(String text) {
    String clean = DisplayText.oneLine(text);
    terminal.out().println(terminal.colored() ? Tint.BOLD.apply(clean) : clean);
  }

  private <T extends Message> RowWriter<T> writer(List<Column<T>> columns) {
    return switch (format) {
      case TABLE -> new TableRows<>(terminal, columns, zone, "");
      case JSON -> new JsonRows<>(terminal.out());
      case CSV -> new CsvRows<>(terminal.out(), columns);
    };
  }

  private <T> void fields(T item, List<Column<T>> columns) {
    int width = columns.stream().mapToInt(column -> column.name().length()).max().orElse(0);
    for (Column<T> column : columns) {
      String heading = TableRows.heading(column);
      String cell = DisplayText.oneLine(TableRows.cell(column, item, zone));
      String shown = terminal.colored() ? Tint.BOLD.apply(heading) : heading;
      String line = shown + " ".repeat(width - heading.length() + 2) + cell;
      terminal.out().println(line.stripTrailing());
    }
  }
}
