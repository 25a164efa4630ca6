package vn.lienthong.routes.command.sign;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.lasting.CheckLevel;
import vn.lienthong.gateway.lasting.LastingLevel;
import vn.lienthong.gateway.signature.SignedFile;
import vn.lienthong.gateway.signature.making.AddProof;
import vn.lienthong.gateway.signature.making.NotProven;

/**
 * What is laid beside each signature, and the look at what came of it.
 *
 * @param check empty at level B, where completing has looked at everything
 */
record Proofs(LastingLevel level, AddProof adding, Optional<CheckLevel> check) {

    static final Proofs NONE = new Proofs(LastingLevel.B, AddProof.NONE, Optional.empty());

    void check(SignedFile made, List<SignedFile> beside, Instant at) throws NotProven, IOException {
        if (check.isPresent()) {
            check.get().check(made, beside, at);
        }
    }
}
