/** How events leave the server: signed HTTP requests and mails. */
@NullMarked
package dev.redress.delivery;

import org.jspecify.annotations.NullMarked;
