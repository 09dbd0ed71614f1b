/** Copies of the whole database, made while the server serves, and the proof that one is whole. */
@NullMarked
package dev.redress.backup;

import org.jspecify.annotations.NullMarked;
