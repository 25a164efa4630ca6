package vn.lienthong.gateway.desk;

import java.util.UUID;

/** Names a hand-off. It is no secret: who knows it learns how it stands, where it is his own. */
public record HandOffId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
