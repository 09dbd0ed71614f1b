package dev.redress.cli.importing;

import dev.redress.cli.failure.CommandFailure;
import dev.redress.cli.failure.ExitCode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads the plain part of YAML: one document of keys, lists and texts that nests at most {@value
 * #DEPTH_MAX} deep, without anchors, aliases, tags and doubled keys. It goes from event to event,
 * so that nothing is built that the file does not spell out.
 */
final class YamlReader {
  private static final int DEPTH_MAX = 4;

  private final String file;
  private final Iterator<Event> events;

  private YamlReader(String file, Iterator<Event> events) {
    this.file = file;
    this.events = events;
  }

  /**
   * Reads a text.
   *
   * @param file its name, for people
   * @throws CommandFailure with the line of what is wrong
   */
  static YamlNode.Fields read(String file, String text) {
    LoadSettings settings = LoadSettings.builder().setLabel(file).build();
    try {
      return new YamlReader(file, new Parse(settings).parseString(text).iterator()).document();
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(Mark::getLine).orElse(0) + 1;
      throw failure(file, line, "this is no YAML: " + e.getProblem(), e);
    } catch (YamlEngineException e) {
      throw failure(file, 1, "this is no YAML: " + e.getMessage(), e);
    }
  }

  /** The failure of a line. */
  static CommandFailure failure(String file, int line, String message) {
    return new CommandFailure(ExitCode.INVALID_INPUT, at(file, line) + message);
  }

  private static CommandFailure failure(String file, int line, String message, Exception cause) {
    return new CommandFailure(ExitCode.INVALID_INPUT, at(file, line) + message, cause);
  }

  private static String at(String file, int line) {
    return "'" + file + "', line " + line + ": ";
  }

  private YamlNode.Fields document() {
    Event event = events.next();
    while (!(event instanceof NodeEvent)) {
      if (!events.hasNext()) {
        throw failure(file, 1, "the mapping is empty");
      }
      event = events.next();
    }
    if (!(node(event, 0) instanceof YamlNode.Fields fields)) {
      throw failure(file, line(event), "a mapping has keys, such as 'kind: invoices'");
    }
    while (events.hasNext()) {
      Event more = events.next();
      if (more instanceof DocumentStartEvent) {
        throw failure(file, line(more), "a second document begins: keep one a file");
      }
    }
    return fields;
  }

  private YamlNode node(Event event, int depth) {
    int line = line(event);
    boolean isTagged =
        event instanceof ScalarEvent scalar
            ? scalar.getTag().isPresent()
            : event instanceof CollectionStartEvent start && start.getTag().isPresent();
    if (depth > DEPTH_MAX
        || isTagged
        || (event instanceof NodeEvent named && named.getAnchor().isPresent())) {
      throw failure(file, line, "anchors, aliases, tags and values nested so deep are not read");
    }
    return switch (event) {
      case ScalarEvent scalar -> new YamlNode.Text(line, scalar.getValue());
      case MappingStartEvent _ -> fields(line, depth);
      default -> items(line, depth);
    };
  }

  private YamlNode.Items items(int line, int depth) {
    List<YamlNode> values = new ArrayList<>();
    for (Event event = events.next(); !(event instanceof SequenceEndEvent); event = events.next()) {
      values.add(node(event, depth + 1));
    }
    return new YamlNode.Items(line, values);
  }

  private YamlNode.Fields fields(int line, int depth) {
    Map<String, YamlNode> values = new LinkedHashMap<>();
    Map<String, Integer> lines = new LinkedHashMap<>();
    for (Event event = events.next(); !(event instanceof MappingEndEvent); event = events.next()) {
      if (!(node(event, depth + 1) instanceof YamlNode.Text(int at, String key))) {
        throw failure(file, line(event), "a key must be a word");
      }
      if (values.put(key, node(events.next(), depth + 1)) != null) {
        throw failure(file, at, "'" + key + "' stands here twice");
      }
      lines.put(key, at);
    }
    return new YamlNode.Fields(line, values, lines);
  }

  private static int line(Event event) {
    return event.getStartMark().map(Mark::getLine).orElse(0) + 1;
  }
}
