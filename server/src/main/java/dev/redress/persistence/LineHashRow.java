package dev.redress.persistence;

import org.jspecify.annotations.Nullable;

/**
 * The content hash of a labor line.
 *
 * @param contentHash absent when it is not stored
 */
record LineHashRow(String invoiceId, String lineId, @Nullable String contentHash) {}
