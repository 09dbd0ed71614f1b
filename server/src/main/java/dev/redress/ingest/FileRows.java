package dev.redress.ingest;

import java.util.Iterator;

/** The rows of a file, one after the other, in constant memory. */
interface FileRows extends Iterator<FileRow>, AutoCloseable {
  @Override
  void close();
}
