package dev.redress.cli.option;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * The values of an enum as an option, by what {@code toString} says of each, without the values of
 * the protocol that mean "not said".
 *
 * @param <E> the enum
 */
public abstract class EnumChoice<E extends Enum<E>> implements ITypeConverter<E>, Iterable<String> {
  private final List<E> values;

  /** All values of the enum, as {@code values()} gives them. */
  protected EnumChoice(E[] all) {
    values =
        Stream.of(all)
            .filter(value -> !value.name().equals("UNRECOGNIZED"))
            .filter(value -> !value.name().endsWith("_UNSPECIFIED"))
            .toList();
  }

  /** The value of a name, in upper or lower case, with hyphens or underscores. */
  @Override
  public E convert(String text) {
    return values.stream()
        .filter(value -> plain(value.toString()).equals(plain(text)))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'" + text + "' is not one of " + String.join(", ", this)));
  }

  /** The names, for completion in the shell. */
  @Override
  public Iterator<String> iterator() {
    return values.stream().map(Enum::toString).iterator();
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
