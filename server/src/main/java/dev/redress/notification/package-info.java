/** What happened finds those who asked to be told: by webhook and by mail. */
@NullMarked
package dev.redress.notification;

import org.jspecify.annotations.NullMarked;
