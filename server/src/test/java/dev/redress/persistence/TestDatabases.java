package dev.redress.persistence;

import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** Opens an empty database of each kind, one after the other. */
public final class TestDatabases implements ArgumentsProvider {

  @Override
  public Stream<? extends Arguments> provideArguments(
      ParameterDeclarations parameters, ExtensionContext context) {
    return Stream.of(TestDatabase.Kind.values()).map(kind -> Arguments.of(TestDatabase.open(kind)));
  }
}
