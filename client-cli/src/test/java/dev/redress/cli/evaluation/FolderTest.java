package dev.redress.cli.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.redress.cli.failure.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderTest {
  @TempDir private Path folder;

  @Test
  void reader_knowsQuotesEmptyFieldsAndAllLineEnds() throws IOException {
    Path file = write("a.csv", "\uFEFFa,b\r\n\"x, \"\"y\"\"\n2\",\n,last");
    List<List<String>> rows = new ArrayList<>();
    try (CsvReader reader = new CsvReader(file)) {
      assertThat(reader.header()).containsExactly("a", "b");
      assertThat(reader.column("b")).isEqualTo(1);
      assertThat(reader.column("c")).isEqualTo(-1);
      for (List<String> row = reader.next(); !row.isEmpty(); row = reader.next()) {
        rows.add(row);
      }
    }
    assertThat(rows).containsExactly(List.of("x, \"y\"\n2", ""), List.of("", "last"));
  }

  @Test
  void truth_ofSeveralRowsAcceptsEachAndNoneMeansNobody() throws IOException {
    Path file =
        write(
            "truth.csv",
            """
            line_id,request_id,open_set_truth,split
            1,A,NONE,train
            1,B,B,train
            2,NONE,NONE,test
            3,C,C,test
            """);
    assertThat(Truth.read(file, false, null).requests())
        .containsEntry("1", Set.of("A", "B"))
        .containsEntry("2", Set.of())
        .hasSize(3);
    assertThat(Truth.read(file, true, "train").requests()).containsOnlyKeys("1");
    assertThat(Truth.read(file, true, "train").requests()).containsEntry("1", Set.of("B"));
  }

  @Test
  void truth_withoutAColumnIsRefused() throws IOException {
    Path file = write("truth.csv", "line_id,request_id\n1,A\n");
    assertThatExceptionOfType(CommandFailure.class)
        .isThrownBy(() -> Truth.read(file, true, null))
        .withMessage("%s has no column open_set_truth", file);
  }

  @Test
  void openSet_leavesOutRemovedRequestsAndTheirTimeEntries() throws IOException {
    write(
        "requests.csv",
        """
        request_id,summary,open_set_removed
        A,"one, two",0
        B,three,1
        """);
    write("time-entries.csv", "entry_id,request_id\n1,A\n2,B\n3,\n");
    Path to = Files.createDirectory(folder.resolve("open"));
    OpenSet.write(folder, to);
    assertThat(to.resolve("requests.csv"))
        .hasContent(
            """
            "request_id","summary","open_set_removed"
            "A","one, two","0"
            """);
    assertThat(to.resolve("time-entries.csv"))
        .hasContent(
            """
            "entry_id","request_id"
            "1","A"
            "3",""
            """);
  }

  private Path write(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }
}
