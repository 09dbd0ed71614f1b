package dev.redress.escalation;

/** Where an escalation stands. Nothing of it is stored: it follows from other facts. */
public enum EscalationState {
  /** Nobody has said yet that he sees to it. */
  OPEN,
  /** Somebody sees to it; the call is still to be made. */
  ACKNOWLEDGED,
  /** The callback has ended, and its escalations with it. */
  CLOSED
}
