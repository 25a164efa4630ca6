package vn.lienthong.gateway.approval;

import java.util.UUID;

/** Names a signing request. */
public record RequestId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
