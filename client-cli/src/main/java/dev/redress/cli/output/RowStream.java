package dev.redress.cli.output;

import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;
import java.time.ZoneId;
import java.util.List;

/**
 * Rows of a list that has no end: each is handed on at once, and a table has no widths to wait for.
 *
 * @param <T> what a row is made of
 */
public final class RowStream<T extends Message> {
  private final Terminal terminal;
  private final RowWriter<T> writer;

  RowStream(Terminal terminal, Format format, List<Column<T>> columns, ZoneId zone) {
    this.terminal = terminal;
    this.writer =
        switch (format) {
          case TABLE -> new Lines<>(terminal, columns, zone);
          case JSON -> new JsonLines<>(terminal);
          case CSV -> new CsvRows<>(terminal.out(), columns);
        };
  }

  /**
   * Writes a row.
   *
   * @throws OutputClosedException when nobody reads it any more
   */
  public void row(T item) {
    writer.row(item);
    terminal.flush();
  }

  /** The cells of a row with two spaces between them. */
  private record Lines<T>(Terminal terminal, List<Column<T>> columns, ZoneId zone)
      implements RowWriter<T> {
    @Override
    public void row(T item) {
      StringBuilder line = new StringBuilder();
      for (Column<T> column : columns) {
        line.append(line.isEmpty() ? "" : "  ");
        line.append(DisplayText.oneLine(TableRows.cell(column, item, zone)));
      }
      terminal.out().println(line.toString().stripTrailing());
    }

    @Override
    public void end() {}
  }

  /** One object a line, for programs that read as it comes. */
  private record JsonLines<T extends Message>(Terminal terminal) implements RowWriter<T> {
    private static final JsonFormat.Printer PRINTER =
        JsonRows.printer().omittingInsignificantWhitespace();

    @Override
    public void row(T item) {
      terminal.out().println(JsonRows.text(PRINTER, item));
    }

    @Override
    public void end() {}
  }
}
