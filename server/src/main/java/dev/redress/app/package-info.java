/** The server as a program: its options, its parts and how they hang together. */
@NullMarked
package dev.redress.app;

import org.jspecify.annotations.NullMarked;
