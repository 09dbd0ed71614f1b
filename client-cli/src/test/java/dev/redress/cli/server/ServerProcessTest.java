package dev.redress.cli.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.redress.cli.connection.ServerAddress;
import dev.redress.cli.failure.CommandFailure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerProcessTest {
  @TempDir private Path folder;
  @TempDir private Path temporary;

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @AfterEach
  void clear() {
    System.clearProperty(ServerLauncher.PROPERTY);
  }

  @Test
  void start_waitsForTheServerAndCloseEndsIt() throws IOException {
    launcher(
        "echo \"$@\" $REDRESS_JAVA_OPTIONS >\"$0.arguments\"\n"
            + "echo 'redress: ready on 127.0.0.1:4711 (Derby)' >&2");
    ProcessHandle process;
    try (ServerProcess server = start()) {
      assertThat(server.address()).isEqualTo(new ServerAddress("127.0.0.1", 4711));
      process = ProcessHandle.of(server.processId()).orElseThrow();
      assertThat(process.isAlive()).isTrue();
      assertThat(temporary).exists();
    }
    assertThat(process.isAlive()).isFalse();
    assertThat(temporary).doesNotExist();
    assertThat(folder.resolve("launcher.arguments"))
        .hasContent("serve --data " + folder + " --bind 127.0.0.1 --port 0 -Xmx1g");
    assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void start_passesOnWhatAServerSaidThatDidNotStart() throws IOException {
    launcher("echo 'redress: the folder is in use' >&2\nexit 6");
    assertThatExceptionOfType(CommandFailure.class)
        .isThrownBy(this::start)
        .withMessage("the server did not start and ended with exit code 6; what it said is above");
    assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("redress: the folder is in use\n");
  }

  @Test
  void start_withoutTheLauncherSaysSo() {
    assertThatExceptionOfType(CommandFailure.class)
        .isThrownBy(this::start)
        .withMessageContaining("through the launcher 'redress'");
  }

  private ServerProcess start() {
    return ServerProcess.start(
        new ServerSettings(folder, 0, List.of("-Xmx1g"), Optional.of(temporary)),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  /** A launcher that runs a few lines of shell and then stays until it is ended. */
  private void launcher(String script) throws IOException {
    Path file = folder.resolve("launcher");
    Files.writeString(file, "#!/bin/sh\n" + script + "\nexec sleep 60\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    System.setProperty(ServerLauncher.PROPERTY, file.toString());
  }
}
