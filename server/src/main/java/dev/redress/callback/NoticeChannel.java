package dev.redress.callback;

/** How a customer whom nobody could reach was written to. */
public enum NoticeChannel {
  /** By electronic mail. */
  MAIL,
  /** By letter. */
  LETTER,
  /** Through a system of the provider. */
  PORTAL
}
