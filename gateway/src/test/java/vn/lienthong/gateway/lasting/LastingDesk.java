package vn.lienthong.gateway.lasting;

import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.security.cert.CRLException;
import java.security.cert.X509CRL;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import vn.lienthong.certsdev.DevIdentity;
import vn.lienthong.certsdev.DevelopmentPki;
import vn.lienthong.certsdev.Fate;
import vn.lienthong.certsdev.KeyAlgorithm;
import vn.lienthong.gateway.dossier.reception.MovableClock;
import vn.lienthong.gateway.evidence.RequestTimestamp;
import vn.lienthong.gateway.evidence.TimestampAuthority;
import vn.lienthong.gateway.signature.DevTrust;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.cms.VerifyTimestamp;
import vn.lienthong.gateway.signature.key.SigningException;
import vn.lienthong.gateway.signature.path.CrlCache;
import vn.lienthong.gateway.signature.path.CrlStore;
import vn.lienthong.gateway.signature.path.KeptLists;
import vn.lienthong.gateway.signature.path.Revocations;
import vn.lienthong.gateway.signature.path.TrustStores;
import vn.lienthong.gateway.signature.pdf.PdfBytes;
import vn.lienthong.gateway.signature.pdf.PdfLimits;
import vn.lienthong.gateway.signature.pdf.SignPdf;
import vn.lienthong.gateway.signature.pdf.SignatureDetails;
import vn.lienthong.gateway.signature.pdf.VerifyPdf;
import vn.lienthong.gateway.signature.sample.MakeOfficialLetter;
import vn.lienthong.gateway.signature.sample.OfficialLetter;

/** Everything that extends files, with a PKI whose time moves and an authority that can be told to go away. */
public final class LastingDesk {

    static final Instant NOW = DevTrust.NOW;
    static final ExtendFile.Terms TERMS = new ExtendFile.Terms(Duration.ofDays(1), Duration.ofDays(90));

    public final MovableClock clock = new MovableClock(NOW);
    final DevelopmentPki pki = DevelopmentPki.create(
            new DevelopmentPki.Settings(NOW, URI.create("http://pki.example"), KeyAlgorithm.EC_P256), clock);
    final DevIdentity seal = pki.sealOf(DevTrust.CODE, DevTrust.AGENCY, Fate.GOOD);
    final CrlStore store = CrlStore.inMemory();
    final CrlCache lists;
    final RequestTimestamp requesting;
    public final ExtendFile extending;
    public boolean away;
    /** Milliseconds until it answers. */
    public long slow;

    public boolean faulty;
    public int calls;

    public LastingDesk() {
        this(ValidationPolicy.standard());
    }

    LastingDesk(ValidationPolicy policy) {
        TrustStores stores = DevTrust.stores(pki);
        lists = new CrlCache(stores, store, ValidationPolicy.standard().clockSkew());
        LastingTrust trust = LastingTrust.of(stores, lists, new KeptLists(store), policy, PdfLimits.standard());
        requesting = new RequestTimestamp(
                List.of(authority()),
                () -> new VerifyTimestamp(stores, lists, ValidationPolicy.standard()),
                new SecureRandom(),
                clock);
        extending = new ExtendFile(requesting, () -> trust, TERMS, clock);
    }

    private TimestampAuthority authority() {
        return new TimestampAuthority() {
            @Override
            public String name() {
                return "tsa.example";
            }

            @Override
            public byte[] ask(byte[] request) throws IOException, InterruptedException {
                calls++;
                Thread.sleep(slow);
                if (away) {
                    throw new IOException("connection refused");
                }
                if (faulty) {
                    throw new IllegalStateException("a fault of ours");
                }
                return pki.timestamp(request);
            }
        };
    }

    /** The lists that the authorities publish now are at hand. */
    void publish() {
        try {
            for (X509CRL list : pki.crls()) {
                lists.add(list.getEncoded());
            }
        } catch (CRLException refused) {
            throw new AssertionError(refused);
        }
    }

    static byte[] letter() {
        return new MakeOfficialLetter().make(OfficialLetter.of(DevTrust.AGENCY, "12/SNV-VP", "Thử dấu thời gian", NOW));
    }

    public byte[] sealed() {
        return sealed(letter());
    }

    byte[] sealed(byte[] pdf) {
        try {
            return new SignPdf()
                    .sign(pdf, DevTrust.key(seal), SignatureDetails.of(DevTrust.AGENCY, "Ban hành", clock.instant()));
        } catch (SigningException fault) {
            throw new AssertionError(fault);
        }
    }

    ExtendFile.Step step(byte[] file, LastingLevel goal) {
        try {
            return extending.step(file, goal, NOW);
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    ExtendFile.Step.Grown grown(byte[] file, LastingLevel goal) {
        return switch (step(file, goal)) {
            case ExtendFile.Step.Grown grown -> grown;
            case ExtendFile.Step other -> throw new AssertionError(other);
        };
    }

    /** As somebody sees it who has nothing but the file, the roots, and what is published at that time. */
    SignatureReport verify(byte[] file, Revocations known) {
        return new VerifyPdf(DevTrust.stores(pki), known, ValidationPolicy.standard(), PdfLimits.standard())
                .verify("letter.pdf", PdfBytes.of(file), clock.instant());
    }
}
