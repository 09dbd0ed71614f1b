package dev.redress.callback;

import java.time.Instant;

/**
 * What a customer whom nobody could reach was written.
 *
 * @param text what it says or where it is kept, 1 to 2,000 characters
 * @param time when it was sent
 */
public record Notice(NoticeChannel channel, String text, Instant time) {}
