package vn.lienthong.gateway.agency;

/**
 * Why a table cannot be taken as it is.
 *
 * @param line in the file, the header's being 1; 0 where it concerns the directory that would come out
 * @param text {@code what: value (expected: …)}
 */
public record ImportProblem(int line, String text) {}
