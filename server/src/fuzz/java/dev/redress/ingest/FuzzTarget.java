package dev.redress.ingest;

import java.io.IOException;
import java.util.List;

/** What one process feeds with made-up bytes. */
interface FuzzTarget {

  /** Good inputs to begin with. */
  List<byte[]> seeds() throws IOException;

  /**
   * Takes one input.
   *
   * @throws RuntimeException or an error, which ends the run: this is a finding
   */
  void run(byte[] input) throws IOException;
}
