/** What is promised to some customers and not to all: how soon, how often, and how it escalates. */
@NullMarked
package dev.redress.servicelevel;

import org.jspecify.annotations.NullMarked;
