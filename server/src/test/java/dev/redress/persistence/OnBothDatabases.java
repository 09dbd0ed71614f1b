package dev.redress.persistence;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * A test that runs twice, on Derby in memory and on a real PostgreSQL. Its parameter is a {@link
 * TestDatabase}, empty but for the schema, which is closed after the test:
 *
 * <pre>{@code
 * @OnBothDatabases
 * void find_givesWhatWasStored(TestDatabase database) {...}
 * }</pre>
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest(name = "{0}")
@ArgumentsSource(TestDatabases.class)
public @interface OnBothDatabases {}
