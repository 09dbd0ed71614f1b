package dev.redress.notification;

/** Whether a target is sent anything. */
public enum TargetState {
  /** Events are sent as they happen. */
  ENABLED,
  /** Nothing is sent; events wait in the journal until it is enabled again. */
  PAUSED
}
