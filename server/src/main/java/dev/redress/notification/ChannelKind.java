package dev.redress.notification;

/** By what a target is reached. */
public enum ChannelKind {
  /** A signed HTTP request. */
  WEBHOOK,
  /** A mail. */
  MAIL
}
