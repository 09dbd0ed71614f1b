/**
 * Tests with real server processes of the packaged jar: what survives a kill, and what a stranger's
 * client sees.
 */
@NullMarked
package dev.redress.process;

import org.jspecify.annotations.NullMarked;
