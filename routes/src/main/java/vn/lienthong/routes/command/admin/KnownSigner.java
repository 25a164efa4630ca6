package vn.lienthong.routes.command.admin;

import java.util.UUID;
import vn.lienthong.gateway.approval.SignerId;
import vn.lienthong.gateway.approval.SignerKey;
import vn.lienthong.gateway.approval.SignerKeys;

/** A key of an officer that a command names. */
final class KnownSigner {

    private KnownSigner() {}

    /** @throws CommandRefused where there is none */
    static SignerKey require(SignerKeys keys, String id) {
        try {
            return keys.find(new SignerId(UUID.fromString(id))).orElseThrow(() -> unknown(id));
        } catch (IllegalArgumentException notAnId) {
            throw unknown(id);
        }
    }

    private static CommandRefused unknown(String id) {
        return new CommandRefused("khóa ký " + id + ": không có (expected: một trong admin signer list)");
    }
}
