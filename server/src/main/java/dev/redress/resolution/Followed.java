package dev.redress.resolution;

import dev.redress.callback.Callback;

/** A call that was tried or moved, and the one that took its place. */
public record Followed(Callback callback, Callback successor) {}
