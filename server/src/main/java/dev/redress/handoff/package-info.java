/** Disputes that change their owner: asked of somebody with a brief, and accepted or not. */
@NullMarked
package dev.redress.handoff;

import org.jspecify.annotations.NullMarked;
