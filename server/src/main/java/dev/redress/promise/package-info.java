/** What was promised to customers on calls, and by when. */
@NullMarked
package dev.redress.promise;

import org.jspecify.annotations.NullMarked;
