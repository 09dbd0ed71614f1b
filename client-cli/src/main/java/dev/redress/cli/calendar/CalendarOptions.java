package dev.redress.cli.calendar;

import com.google.protobuf.ByteString;
import dev.redress.cli.failure.CommandFailure;
import dev.redress.cli.failure.ExitCode;
import dev.redress.v1.Customer;
import dev.redress.v1.ProviderSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say when customers may be called. */
public final class CalendarOptions {
  private static final int FILE_BYTES_MAX = 256 * 1024;

  @Option(
      names = "--hours",
      paramLabel = "HOURS",
      converter = HoursConverter.class,
      description =
          "when customers may be called: '09:00-17:00' from Monday to Friday, or by day 'Mon-Thu"
              + " 08:00-12:00,13:00-17:00; Fri 08:00-14:00'")
  private @Nullable BusinessHours hours;

  @Option(
      names = "--holidays",
      paramLabel = "REGION",
      description = "whose public holidays are closed: DE, DE-BY, US-NY and so on; '' for none")
  private @Nullable String region;

  @Option(
      names = "--holiday-file",
      paramLabel = "FILE",
      description = "an iCalendar file with own holidays, up to 256 KB; '' takes them away")
  private @Nullable String file;

  /** Puts what was given into settings, and the names of the fields into a list. */
  public List<String> into(ProviderSettings.Builder settings) {
    List<String> fields = new ArrayList<>();
    if (hours != null) {
      settings.addAllBusinessDays(hours.days());
      fields.add("business_days");
    }
    if (region != null) {
      settings.setHolidayRegion(region);
      fields.add("holiday_region");
    }
    if (file != null) {
      settings.setHolidayFile(text(file));
      fields.add(fileField(file));
    }
    return fields;
  }

  /** The same for a customer, for whom nothing means what its provider says. */
  public List<String> into(Customer.Builder customer) {
    List<String> fields = new ArrayList<>();
    if (hours != null) {
      customer.addAllBusinessDays(hours.days());
      fields.add("business_days");
    }
    if (region != null) {
      customer.setHolidayRegion(region);
      fields.add("holiday_region");
    }
    if (file != null) {
      customer.setHolidayFile(text(file));
      fields.add(fileField(file));
    }
    return fields;
  }

  /** No file takes the place of the holidays that are there, which are none. */
  private static String fileField(String file) {
    return file.isEmpty() ? "own_holidays" : "holiday_file";
  }

  private static String text(String file) {
    if (file.isEmpty()) {
      return "";
    }
    ByteString bytes = bytes(Path.of(file));
    if (bytes.isEmpty()) {
      throw new CommandFailure(ExitCode.INVALID_INPUT, "'" + file + "' is empty");
    }
    if (bytes.size() > FILE_BYTES_MAX) {
      throw new CommandFailure(
          ExitCode.INVALID_INPUT, "'" + file + "' is longer than 256 KB; leave events out");
    }
    if (!bytes.isValidUtf8()) {
      throw new CommandFailure(
          ExitCode.INVALID_INPUT, "'" + file + "' is not UTF-8; save it in that encoding");
    }
    return bytes.toStringUtf8();
  }

  private static ByteString bytes(Path path) {
    try (InputStream stream = Files.newInputStream(path)) {
      return ByteString.copyFrom(stream.readNBytes(FILE_BYTES_MAX + 1));
    } catch (NoSuchFileException e) {
      throw new CommandFailure(ExitCode.INVALID_INPUT, "there is no file '" + path + "'", e);
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.INVALID_INPUT, "'" + path + "' cannot be read: " + e.getMessage(), e);
    }
  }
}
