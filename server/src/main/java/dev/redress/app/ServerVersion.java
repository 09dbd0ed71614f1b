package dev.redress.app;

import picocli.CommandLine.IVersionProvider;

/** The version of this build, from the manifest of its jar. */
final class ServerVersion implements IVersionProvider {

  /** The version, or {@code development} where the classes are not in a jar. */
  static String current() {
    String version = ServerVersion.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  @Override
  public String[] getVersion() {
    return new String[] {"redress " + current()};
  }
}
