package vn.lienthong.gateway.signature.making;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import vn.lienthong.gateway.signature.SignedFile;
import vn.lienthong.gateway.signature.asic.PreparedAsic;
import vn.lienthong.gateway.signature.cms.PreparedCms;
import vn.lienthong.gateway.signature.form.FormSettings;
import vn.lienthong.gateway.signature.key.SignatureAlgorithm;
import vn.lienthong.gateway.signature.key.SigningException;
import vn.lienthong.gateway.signature.key.SigningKey;
import vn.lienthong.gateway.signature.xml.PreparedXml;
import vn.lienthong.gateway.signature.xml.SignXml;

/**
 * First step of a signature in any form but that of PDFs, which are looked at and drawn on ({@code signature.form}); a PDF that is
 * signed in another form is looked at all the same. The key is asked for its certificates alone.
 */
public final class PrepareFile {
    private final SigningKey key;
    private final SignatureAlgorithm algorithm;
    private final AddProof proof;
    private final ScreenFiles screen;

    /**
     * With one key.
     *
     * @param proof what is laid beside each before it is handed out
     * @param settings bounds on what is signed
     */
    public PrepareFile(SigningKey key, SignatureAlgorithm algorithm, AddProof proof, FormSettings settings) {
        this.key = key;
        this.algorithm = algorithm;
        this.proof = proof;
        this.screen = new ScreenFiles(settings);
    }

    /**
     * Prepares a file, or for a container several.
     *
     * @param at the claimed time
     * @throws vn.lienthong.gateway.signature.form.RefusedToSign for what a PDF among them can show another time
     * @throws SigningException when it cannot be signed in this form
     * @throws IllegalArgumentException for {@link SignatureForm#PADES}, and for several files in a form that takes one
     */
    public PreparedFile prepare(SignatureForm form, List<SignedFile> files, Instant at)
            throws SigningException, IOException {
        screen.require(files);
        return switch (form) {
            case CADES -> new Cms(PreparedCms.attached(only(files), key.chain(), algorithm, at), proof);
            case CADES_DETACHED -> new Cms(PreparedCms.detached(only(files), key.chain(), algorithm, at), proof);
            case XADES ->
                new Xml(new SignXml(key, algorithm).enveloped(only(files).all(), at), proof);
            case ASIC_E -> new Asic(PreparedAsic.of(files, key.chain(), algorithm, at), proof);
            case PADES -> throw new IllegalArgumentException("form: pades (expected: another; PDFs are drawn on)");
        };
    }

    private static SignedFile only(List<SignedFile> files) {
        if (files.size() != 1) {
            throw new IllegalArgumentException("files: " + files.size() + " (expected: one, or the form asic-e)");
        }
        return files.getFirst();
    }

    private record Cms(PreparedCms prepared, AddProof proof) implements PreparedFile {
        @Override
        public byte[] toBeSigned() {
            return prepared.toBeSigned();
        }

        @Override
        public SignatureAlgorithm algorithm() {
            return prepared.algorithm();
        }

        @Override
        public byte[] complete(byte[] signatureValue) throws SigningException {
            return proof.toCms(prepared.complete(signatureValue));
        }
    }

    private record Xml(PreparedXml prepared, AddProof proof) implements PreparedFile {
        @Override
        public byte[] toBeSigned() {
            return prepared.toBeSigned();
        }

        @Override
        public SignatureAlgorithm algorithm() {
            return prepared.algorithm();
        }

        @Override
        public byte[] complete(byte[] signatureValue) throws SigningException {
            return proof.toXml(prepared.complete(signatureValue), prepared.signatureId());
        }
    }

    private record Asic(PreparedAsic prepared, AddProof proof) implements PreparedFile {
        @Override
        public byte[] toBeSigned() {
            return prepared.toBeSigned();
        }

        @Override
        public SignatureAlgorithm algorithm() {
            return prepared.algorithm();
        }

        @Override
        public byte[] complete(byte[] signatureValue) throws SigningException, IOException {
            return prepared.complete(signatureValue, proof::toCms);
        }
    }
}
