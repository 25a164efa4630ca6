package vn.lienthong.gateway.approval;

import java.util.UUID;

/** Names an officer's key. */
public record SignerId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
