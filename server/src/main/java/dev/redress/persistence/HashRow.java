package dev.redress.persistence;

/**
 * The content hash of one thing.
 *
 * @param id the last part of its key
 */
record HashRow(String id, String contentHash) {}
