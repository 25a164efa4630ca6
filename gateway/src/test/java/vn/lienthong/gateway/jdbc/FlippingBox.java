package vn.lienthong.gateway.jdbc;

import vn.lienthong.gateway.access.SecretBox;

/** A box whose content a test can tell from what was put into it. */
final class FlippingBox implements SecretBox {

    @Override
    public byte[] seal(byte[] secret) {
        return flip(secret);
    }

    @Override
    public byte[] open(byte[] box) {
        return flip(box);
    }

    private static byte[] flip(byte[] bytes) {
        byte[] flipped = bytes.clone();
        for (int i = 0; i < flipped.length; i++) {
            flipped[i] = (byte) ~flipped[i];
        }
        return flipped;
    }
}
