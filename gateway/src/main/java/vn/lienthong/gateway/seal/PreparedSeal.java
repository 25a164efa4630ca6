package vn.lienthong.gateway.seal;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import vn.lienthong.gateway.lasting.LastingLevel;
import vn.lienthong.gateway.lasting.ProveBriefly;
import vn.lienthong.gateway.signature.SignedFile;
import vn.lienthong.gateway.signature.file.FileKind;
import vn.lienthong.gateway.signature.form.FormSettings;
import vn.lienthong.gateway.signature.form.SignVisibly;
import vn.lienthong.gateway.signature.key.SignatureAlgorithm;
import vn.lienthong.gateway.signature.key.SigningException;
import vn.lienthong.gateway.signature.key.SigningKey;
import vn.lienthong.gateway.signature.making.PrepareFile;
import vn.lienthong.gateway.signature.making.PreparedFile;
import vn.lienthong.gateway.signature.pdf.PreparedPdf;

/** A file that waits for the value of an agency's key. */
sealed interface PreparedSeal {

    byte[] toBeSigned();

    SignatureAlgorithm algorithm();

    /**
     * The result, looked at by our own verifier.
     *
     * @param file as it was before
     */
    byte[] complete(byte[] file, byte[] value) throws SigningException, IOException;

    /** Which level the result is at, once it is complete. */
    default LastingLevel level() {
        return LastingLevel.B;
    }

    /**
     * One that is not drawn on.
     *
     * @param proof what is laid beside the signature
     * @throws SigningException when the file is not of the kind that the form takes
     */
    static PreparedSeal unseen(
            SealOrder order, SigningKey key, FormSettings settings, ProveBriefly.Proof proof, byte[] file, Instant at)
            throws SigningException, IOException {
        SignedFile named = SignedFile.of(order.name(), file);
        FileKind kind = FileKind.of(named);
        if (!order.shape().form().takes(kind)) {
            throw new SigningException(
                    order.name() + ": " + kind + " (expected: a file for "
                            + order.shape().form().wire() + ")",
                    null);
        }
        SignatureAlgorithm algorithm = SignatureAlgorithm.forNew(key, settings.rsa());
        return new Unseen(
                new PrepareFile(key, algorithm, proof, settings)
                        .prepare(order.shape().form(), List.of(named), at),
                proof);
    }

    /** A PDF. */
    record Drawn(PreparedPdf prepared, SignVisibly signing, Instant at) implements PreparedSeal {
        @Override
        public byte[] toBeSigned() {
            return prepared.toBeSigned();
        }

        @Override
        public SignatureAlgorithm algorithm() {
            return prepared.algorithm();
        }

        @Override
        public byte[] complete(byte[] file, byte[] value) throws SigningException {
            return signing.complete(file, prepared, value, at);
        }
    }

    /** A file of any other kind. */
    record Unseen(PreparedFile prepared, ProveBriefly.Proof proof) implements PreparedSeal {
        @Override
        public byte[] toBeSigned() {
            return prepared.toBeSigned();
        }

        @Override
        public SignatureAlgorithm algorithm() {
            return prepared.algorithm();
        }

        @Override
        public byte[] complete(byte[] file, byte[] value) throws SigningException, IOException {
            return prepared.complete(value);
        }

        @Override
        public LastingLevel level() {
            return proof.level();
        }
    }
}
