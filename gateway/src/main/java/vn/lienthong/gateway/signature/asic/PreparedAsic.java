package vn.lienthong.gateway.signature.asic;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import vn.lienthong.gateway.signature.Integrity;
import vn.lienthong.gateway.signature.Presence;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.SignedFile;
import vn.lienthong.gateway.signature.SubIndication;
import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.cms.PreparedCms;
import vn.lienthong.gateway.signature.key.SignatureAlgorithm;
import vn.lienthong.gateway.signature.key.SigningException;
import vn.lienthong.gateway.signature.path.Revocations;
import vn.lienthong.gateway.signature.path.TrustStores;

/** A container that waits for its signature value (EN 319 162-1 §5.3, ASiC-E with CAdES at level B-B). */
public final class PreparedAsic {
    private static final VerifyAsic VERIFIER =
            new VerifyAsic(TrustStores.of(), Revocations.none(), ValidationPolicy.standard(), AsicLimits.standard());

    private final List<SignedFile> files;
    private final byte[] manifest;
    private final PreparedCms signature;
    private final Instant at;

    private PreparedAsic(List<SignedFile> files, byte[] manifest, PreparedCms signature, Instant at) {
        this.files = files;
        this.manifest = manifest;
        this.signature = signature;
        this.at = at;
    }

    /**
     * A container of files; the manifest names the first as the main one.
     *
     * @param chain the signer's certificate first, then the authorities above it
     * @param at the claimed time
     * @throws SigningException when there is no file, or two share a name, or a name is not one of a container
     */
    public static PreparedAsic of(
            List<SignedFile> files, List<X509Certificate> chain, SignatureAlgorithm algorithm, Instant at)
            throws SigningException, IOException {
        byte[] manifest = WriteManifest.over(files);
        PreparedCms signature =
                PreparedCms.detached(SignedFile.of(WriteContainer.MANIFEST, manifest), chain, algorithm, at);
        return new PreparedAsic(List.copyOf(files), manifest, signature, at);
    }

    /** What the key signs. */
    public byte[] toBeSigned() {
        return signature.toBeSigned();
    }

    /** Whose key is to sign. */
    public X509Certificate signer() {
        return signature.signer();
    }

    /** With what it signs it. */
    public SignatureAlgorithm algorithm() {
        return signature.algorithm();
    }

    /**
     * The finished container, looked at by our own verifier.
     *
     * @throws SigningException when the value is not the key's, or a file is no longer the same
     */
    public byte[] complete(byte[] signatureValue) throws SigningException, IOException {
        return complete(signatureValue, cms -> cms);
    }

    /** What is done with the signature before it is packed, such as laying a timestamp beside it. */
    @FunctionalInterface
    public interface Addition {
        byte[] to(byte[] cms) throws SigningException;
    }

    /**
     * The finished container with something laid beside its signature, looked at by our own verifier.
     *
     * @throws SigningException when the value is not the key's, a file is no longer the same, or the addition is not to be had
     */
    public byte[] complete(byte[] signatureValue, Addition addition) throws SigningException, IOException {
        byte[] cms = addition.to(signature.complete(signatureValue));
        byte[] container = WriteContainer.of(files, manifest, cms, at);
        SignatureReport report = VERIFIER.verify(SignedFile.of("container.asice", container), List.of(), at);
        boolean sound = report.presence() == Presence.SIGNED
                && report.findings().isEmpty()
                && report.verdicts().stream()
                        .allMatch(verdict -> verdict.facts().integrity() == Integrity.INTACT
                                && verdict.subIndication()
                                        .filter(SubIndication.SIG_CONSTRAINTS_FAILURE::equals)
                                        .isEmpty());
        if (!sound) {
            String why = report.allFindings().isEmpty()
                    ? report.presence().name()
                    : report.allFindings().getFirst().text();
            throw new SigningException("container just made: " + why, null);
        }
        return container;
    }
}
