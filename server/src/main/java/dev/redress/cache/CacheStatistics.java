package dev.redress.cache;

/**
 * How a cache fares since the server started.
 *
 * @param cache what it holds, such as {@code customer}
 * @param entries how many it holds now
 * @param hits reads that found what they looked for
 * @param misses reads that had to ask the database
 */
public record CacheStatistics(String cache, long entries, long hits, long misses) {}
