/** What is read often and changes rarely, kept in memory: decorators of ports. */
@NullMarked
package dev.redress.cache;

import org.jspecify.annotations.NullMarked;
