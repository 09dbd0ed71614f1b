/** Tests with real server processes: what survives a kill, and what a stranger's client sees. */
@NullMarked
package dev.redress.process;

import org.jspecify.annotations.NullMarked;
