package vn.lienthong.routes.link;

import java.time.Duration;

/**
 * How long calls to a neighbour may take.
 *
 * @param call one whole call without a document; also how long a neighbour may say nothing
 * @param download of one document
 * @param upload of one document: shorter than the lease of an attempt, or another one would begin meanwhile
 */
public record AxisBounds(Duration call, Duration download, Duration upload) {}
