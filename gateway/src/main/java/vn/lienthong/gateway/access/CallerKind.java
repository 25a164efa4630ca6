package vn.lienthong.gateway.access;

/** On which side of the gateway a calling system stands; admission policy has one column for each. */
public enum CallerKind {
    /** A document system of agencies that are connected here. */
    AGENCY,
    /** Another gateway, or the axis itself. */
    PEER
}
