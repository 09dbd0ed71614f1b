/** The append-only record of every change, which is also the stream of events. */
@NullMarked
package dev.redress.journal;

import org.jspecify.annotations.NullMarked;
