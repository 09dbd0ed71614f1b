/**
 * What is known of people: where it stands, what is handed out of it, and how it is erased while
 * money and the journal stay as they are.
 */
@NullMarked
package dev.redress.privacy;

import org.jspecify.annotations.NullMarked;
