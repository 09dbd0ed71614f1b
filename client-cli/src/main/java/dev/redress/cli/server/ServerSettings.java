package dev.redress.cli.server;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a server of our own is started with.
 *
 * @param data the folder of its data, which exists
 * @param port the port, or 0 for a free one
 * @param javaOptions for its Java, in addition to those of {@code REDRESS_JAVA_OPTIONS}
 * @param temporary a folder that is removed when the server has stopped
 */
public record ServerSettings(
    Path data, int port, List<String> javaOptions, Optional<Path> temporary) {
  public ServerSettings {
    javaOptions = List.copyOf(javaOptions);
  }
}
