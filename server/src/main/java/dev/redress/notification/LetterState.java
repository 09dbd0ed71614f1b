package dev.redress.notification;

/** Where an event stands that a target did not take. */
public enum LetterState {
  /** It is tried again at its time. */
  WAITING,
  /** It is not tried again unless somebody says so. */
  DEAD
}
