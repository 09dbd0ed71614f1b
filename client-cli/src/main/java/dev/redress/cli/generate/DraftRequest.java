package dev.redress.cli.generate;

/**
 * A request being generated.
 *
 * @param openedAt seconds since 1970 UTC
 * @param removed whether an open-set check leaves the request out
 * @param split part of the data its lines belong to: train, calibrate or test
 */
record DraftRequest(
    String id,
    long openedAt,
    Texts.Subject subject,
    String requester,
    String assignee,
    boolean removed,
    String split) {}
