/** The server itself: start it, ask how it is, check its data. */
@NullMarked
package dev.redress.cli.server;

import org.jspecify.annotations.NullMarked;
