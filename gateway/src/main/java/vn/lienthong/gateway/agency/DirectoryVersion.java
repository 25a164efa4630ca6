package vn.lienthong.gateway.agency;

/**
 * Which state of the directory a decision was taken on.
 *
 * @param number grows by one with each change; 0 is the empty directory
 * @param sha256 of the content, lower-case hex: the same content has the same digest on every installation, whenever it
 *     was learned
 */
public record DirectoryVersion(long number, String sha256) {}
