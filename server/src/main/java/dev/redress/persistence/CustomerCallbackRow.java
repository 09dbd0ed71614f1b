package dev.redress.persistence;

/** Which customer a callback is for. */
record CustomerCallbackRow(String customerId, String callbackId) {}
