package vn.lienthong.gateway.signature.asic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import vn.lienthong.certsdev.Fate;
import vn.lienthong.gateway.signature.DevTrust;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.SignedFile;
import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.cms.SignCms;
import vn.lienthong.gateway.signature.key.SigningException;
import vn.lienthong.gateway.signature.key.SigningKey;

/** Honest containers, their parts, and a verifier that trusts who made them. */
final class AsicFixture {
    static final SigningKey KEY = DevTrust.seal(Fate.GOOD);
    static final List<SignedFile> FILES = List.of(
            SignedFile.of("Công văn số 12.pdf", "nội dung".getBytes(StandardCharsets.UTF_8)),
            SignedFile.of("phu-luc/bang & so-lieu.csv", "1;2;3".repeat(400).getBytes(StandardCharsets.UTF_8)));
    private static final VerifyAsic VERIFIER = new VerifyAsic(
            DevTrust.stores(DevTrust.pki()),
            DevTrust.lists(DevTrust.pki()),
            ValidationPolicy.standard(),
            AsicLimits.standard());

    private AsicFixture() {}

    static SignatureReport verify(byte[] container) {
        return verify(VERIFIER, container);
    }

    static SignatureReport verify(VerifyAsic verifier, byte[] container) {
        try {
            return verifier.verify(SignedFile.of("goi.zip", container), List.of(), DevTrust.NOW);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    static byte[] signed() {
        try {
            return new SignAsic(KEY).sign(FILES, DevTrust.NOW);
        } catch (SigningException | IOException fault) {
            throw new AssertionError(fault);
        }
    }

    static byte[] signature(byte[] over) {
        return signature(KEY, over);
    }

    static byte[] signature(SigningKey key, byte[] over) {
        try {
            return new SignCms(key).detached(SignedFile.of("x", over), DevTrust.NOW);
        } catch (SigningException | IOException fault) {
            throw new AssertionError(fault);
        }
    }

    static byte[] manifest(List<SignedFile> files) {
        try {
            return WriteManifest.over(files);
        } catch (SigningException | IOException fault) {
            throw new AssertionError(fault);
        }
    }

    /** The same container field by field, to be changed before it is written. */
    static RawZip raw() {
        byte[] manifest = manifest(FILES);
        RawZip zip = new RawZip().add("mimetype", ContainerKind.EXTENDED.mediaType());
        for (SignedFile file : FILES) {
            zip.add(new RawZip.Entry(file.name(), bytes(file)).deflated());
        }
        return zip.add(WriteContainer.MANIFEST, manifest).add(WriteContainer.SIGNATURE, signature(manifest));
    }

    static RawZip simple(byte[] content) {
        return new RawZip()
                .add("mimetype", ContainerKind.SIMPLE.mediaType())
                .add("congvan.pdf", content)
                .add("META-INF/signature.p7s", signature(content));
    }

    static byte[] bytes(SignedFile file) {
        try {
            return file.all();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
