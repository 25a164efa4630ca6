package vn.lienthong.gateway.access;

/**
 * A folder in which a system that can only write and read files leaves what it sends and finds what arrives. What it may do is
 * said by the system's mandates.
 *
 * @param path absolute, without symbolic links
 * @param mark text of a file in the folder: a folder without it is another one
 */
public record ExchangeFolder(String systemId, String path, String mark) {}
