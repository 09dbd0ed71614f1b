package dev.redress.escalation;

/** What can be late. */
public enum DutyKind {
  /** A promised call: from its promise to its due time. */
  CALLBACK
}
