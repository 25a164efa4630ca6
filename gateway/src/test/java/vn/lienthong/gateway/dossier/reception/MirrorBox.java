package vn.lienthong.gateway.dossier.reception;

import vn.lienthong.gateway.access.SecretBox;

/** Turns the bytes around, so that a secret in the clear is noticed. */
final class MirrorBox implements SecretBox {

    @Override
    public byte[] seal(byte[] secret) {
        byte[] turned = new byte[secret.length];
        for (int i = 0; i < secret.length; i++) {
            turned[i] = secret[secret.length - 1 - i];
        }
        return turned;
    }

    @Override
    public byte[] open(byte[] box) {
        return seal(box);
    }
}
