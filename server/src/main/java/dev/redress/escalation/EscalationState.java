package dev.redress.escalation;

/** Where an escalation stands. Nothing of it is stored: it follows from other facts. */
public enum EscalationState {
  /** Nobody has said yet that he sees to it. */
  OPEN,
  /** Somebody sees to it; it is still to be done. */
  ACKNOWLEDGED,
  /** What it is about is done, or its clock stands still; its escalations are closed with it. */
  CLOSED
}
