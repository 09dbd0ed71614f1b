package dev.redress.grpc;

import dev.redress.error.RedressException;
import dev.redress.identity.CustomerName;
import dev.redress.identity.InvalidNameException;
import dev.redress.identity.TimeEntryName;
import dev.redress.request.TimeEntry;
import dev.redress.time.Hours;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Conversion of time entries. */
final class TimeEntryProtos {
  private TimeEntryProtos() {}

  /** For the wire. */
  static dev.redress.v1.TimeEntry toProto(TimeEntry entry) {
    dev.redress.v1.TimeEntry.Builder proto =
        dev.redress.v1.TimeEntry.newBuilder()
            .setName(entry.name().toString())
            .setTechnician(entry.technician())
            .setWorkDate(TimeProtos.toProto(entry.workDate()))
            .setHours(HoursProtos.toProto(entry.hours()))
            .setNotes(entry.notes())
            .setWorkType(entry.workType())
            .setBillable(entry.billable())
            .putAllAttributes(entry.attributes());
    Instant startedAt = entry.startedAt();
    if (startedAt != null) {
      proto.setStartTime(TimeProtos.toProto(startedAt));
    }
    return proto.build();
  }

  /**
   * A time entry from the wire. Everything is checked at once; the date of the work, where it is
   * left out, depends on the customer's time zone.
   *
   * @return gives the entry by the time zone
   * @throws RedressException {@code FIELD_INVALID}
   */
  static Function<ZoneId, TimeEntry> fromProto(
      Field field, TimeEntryName name, dev.redress.v1.TimeEntry proto) {
    @Nullable Instant startedAt =
        proto.hasStartTime()
            ? TimeProtos.fromProto(field.child("start_time"), proto.getStartTime())
            : null;
    @Nullable LocalDate workDate =
        proto.hasWorkDate()
            ? TimeProtos.fromProto(field.child("work_date"), proto.getWorkDate())
            : null;
    if (startedAt == null && workDate == null) {
      throw field.child("work_date").invalid("must be set where start_time is not");
    }
    String technician =
        field.child("technician").requiredText(proto.getTechnician(), Field.SHORT_MAX);
    Hours hours = HoursProtos.fromProto(field.child("hours"), proto.getHours());
    String notes = field.child("notes").text(proto.getNotes(), Field.LONG_MAX);
    String workType = field.child("work_type").text(proto.getWorkType(), Field.SHORT_MAX);
    Map<String, String> attributes = field.child("attributes").attributes(proto.getAttributesMap());
    return zone ->
        new TimeEntry(
            name,
            technician,
            startedAt,
            workDate == null ? dateOf(startedAt, zone) : workDate,
            hours,
            notes,
            workType,
            proto.getBillable(),
            attributes);
  }

  /**
   * The name of a time entry that is to be recorded for a customer.
   *
   * @throws InvalidNameException when it is of another customer
   */
  static TimeEntryName newName(CustomerName customer, TimeEntryName name) {
    if (!name.customer().equals(customer)) {
      throw new InvalidNameException("'" + name + "' is not of " + customer);
    }
    return name;
  }

  private static LocalDate dateOf(@Nullable Instant startedAt, ZoneId zone) {
    return LocalDate.ofInstant(Objects.requireNonNull(startedAt), zone);
  }
}
