package dev.redress.persistence;

import org.jspecify.annotations.Nullable;

/**
 * The content hash of one thing.
 *
 * @param id the last part of its key
 * @param contentHash absent when it is not stored
 */
record HashRow(String id, @Nullable String contentHash) {}
