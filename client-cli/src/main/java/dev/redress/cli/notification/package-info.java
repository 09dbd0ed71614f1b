/** Commands about who is told what happens, by webhook or mail. */
@NullMarked
package dev.redress.cli.notification;

import org.jspecify.annotations.NullMarked;
