package dev.redress.backup;

import java.nio.file.Path;

/**
 * A whole backup.
 *
 * @param id its name below the folder of all backups
 * @param folder where it is
 * @param madeBefore whether an earlier call with the same request id made it
 */
public record Backup(String id, Path folder, Manifest manifest, boolean madeBefore) {}
