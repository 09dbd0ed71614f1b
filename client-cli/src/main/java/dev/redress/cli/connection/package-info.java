/** How a command talks to the server: the channel, its calls, pages of lists, and names. */
@NullMarked
package dev.redress.cli.connection;

import org.jspecify.annotations.NullMarked;
