package dev.redress.matching;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * A model as named numbers, such as {@code date.sinceOpened.bits[3]} or {@code thresholds.matched}:
 * what is stored, shown and compared of it. Read from the components of the records themselves, so
 * that none can be forgotten.
 */
public final class ModelNumbers {
  private final String version;
  private final Map<String, Double> left;

  private ModelNumbers(String version, Map<String, Double> numbers) {
    this.version = version;
    this.left = new TreeMap<>(numbers);
  }

  /** All numbers of a model but its version, in the order in which the model is written. */
  public static SequencedMap<String, Double> of(MatchingModel model) {
    SequencedMap<String, Double> numbers = new LinkedHashMap<>();
    for (RecordComponent part : MatchingModel.class.getRecordComponents()) {
      if (part.getType() != String.class) {
        add(part.getName(), valueOf(model, part), numbers);
      }
    }
    return numbers;
  }

  /**
   * The model with these numbers.
   *
   * @throws IllegalArgumentException when one is missing, unknown, or not one that a model can have
   */
  public static MatchingModel toModel(String version, Map<String, Double> numbers) {
    ModelNumbers reading = new ModelNumbers(version, numbers);
    MatchingModel model = (MatchingModel) reading.record(MatchingModel.class, "");
    if (!reading.left.isEmpty()) {
      throw new IllegalArgumentException("no model has the numbers " + reading.left.keySet());
    }
    return model;
  }

  private static void add(String name, Object value, Map<String, Double> numbers) {
    switch (value) {
      case Number number -> numbers.put(name, number.doubleValue());
      case List<?> list -> {
        for (int i = 0; i < list.size(); i++) {
          add(name + "[" + i + "]", list.get(i), numbers);
        }
      }
      case Record record ->
          Arrays.stream(record.getClass().getRecordComponents())
              .forEach(part -> add(name + "." + part.getName(), valueOf(record, part), numbers));
      default -> throw new IllegalStateException(name + " is no number of a model");
    }
  }

  private static Object valueOf(Record record, RecordComponent part) {
    try {
      return part.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("records can always be read", e);
    }
  }

  private Object record(Class<?> type, String prefix) {
    RecordComponent[] parts = type.getRecordComponents();
    Class<?>[] types = new Class<?>[parts.length];
    Object[] values = new Object[parts.length];
    for (int i = 0; i < parts.length; i++) {
      types[i] = parts[i].getType();
      values[i] = value(parts[i].getGenericType(), prefix + parts[i].getName());
    }
    try {
      return type.getDeclaredConstructor(types).newInstance(values);
    } catch (InvocationTargetException e) {
      throw new IllegalArgumentException(prefix + " cannot be: " + e.getCause(), e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("records can always be made", e);
    }
  }

  private Object value(Type type, String name) {
    if (type == String.class) {
      return version;
    }
    if (type instanceof ParameterizedType list) {
      List<Object> values = new ArrayList<>();
      while (left.containsKey(name + "[" + values.size() + "]")) {
        values.add(value(list.getActualTypeArguments()[0], name + "[" + values.size() + "]"));
      }
      return values;
    }
    if (type instanceof Class<?> record && record.isRecord()) {
      return record(record, name + ".");
    }
    return type == int.class || type == Integer.class ? (Object) whole(name) : (Object) take(name);
  }

  private int whole(String name) {
    double number = take(name);
    if (number != Math.rint(number) || Math.abs(number) > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(name + " must be a whole number and is " + number);
    }
    return (int) number;
  }

  private double take(String name) {
    Double number = left.remove(name);
    if (number == null) {
      throw new IllegalArgumentException("a model needs the number " + name);
    }
    return number;
  }
}
