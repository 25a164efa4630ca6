package vn.lienthong.gateway.seal;

import java.util.UUID;

/** Names the seal of an agency. */
public record SealId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
