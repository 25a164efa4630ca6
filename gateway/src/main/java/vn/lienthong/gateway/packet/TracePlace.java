package vn.lienthong.gateway.packet;

/**
 * Where a station is added to a packet's trace.
 *
 * @param offset bytes of the packet before it
 * @param prefix of the TraceHeaderList, empty where it has none: whatever namespace the list is in, a child with the same prefix is
 *     in too
 */
public record TracePlace(long offset, String prefix) {}
