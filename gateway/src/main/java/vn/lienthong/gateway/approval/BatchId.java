package vn.lienthong.gateway.approval;

import java.util.UUID;

/** Names what an officer confirmed at once. */
public record BatchId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
