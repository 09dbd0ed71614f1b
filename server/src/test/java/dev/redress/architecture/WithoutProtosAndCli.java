package dev.redress.architecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;

/** The plan is about the server's own code, not about generated code or the command line. */
final class WithoutProtosAndCli implements ImportOption {
  @Override
  public boolean includes(Location location) {
    return !location.contains("/dev/redress/v1/")
        && !location.contains("/dev/redress/cli/")
        && !location.contains("redress.jar");
  }
}
