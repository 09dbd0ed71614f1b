package dev.redress.ingest;

/**
 * How far an import is that this server reads now.
 *
 * @param soFar in state {@code RUNNING}; its counts grow by about a thousand rows at a time
 * @param rowsTotal data rows of the file; 0 while the file still comes in
 */
public record ImportProgress(FileImport soFar, long rowsTotal) {}
