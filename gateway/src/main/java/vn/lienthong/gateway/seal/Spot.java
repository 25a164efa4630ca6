package vn.lienthong.gateway.seal;

/**
 * Where a person wants a form on a page as seen.
 *
 * @param page from 1
 * @param leftMm from the page's left edge
 * @param topMm from its upper edge
 */
public record Spot(int page, double leftMm, double topMm) {}
