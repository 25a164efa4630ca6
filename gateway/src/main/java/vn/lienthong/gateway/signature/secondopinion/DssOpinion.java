package vn.lienthong.gateway.signature.secondopinion;

import eu.europa.esig.dss.alert.SilentOnStatusAlert;
import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.policy.SignaturePolicyProvider;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonCertificateSource;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.spi.x509.revocation.crl.ExternalResourcesCRLSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import eu.europa.esig.dss.validation.reports.Reports;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.function.Supplier;
import vn.lienthong.gateway.signature.Indication;
import vn.lienthong.gateway.signature.SignedFile;
import vn.lienthong.gateway.signature.asic.AsicLimits;
import vn.lienthong.gateway.signature.file.FileKind;
import vn.lienthong.gateway.signature.path.TrustStores;

/**
 * The EU's DSS 6.4 as second opinion on files of every form: by our roots, our intermediates and the lists and answers we hold, with its own default
 * policy. Opens no socket. Safe for many threads.
 */
public final class DssOpinion implements SecondOpinion {
    private final CommonTrustedCertificateSource anchors = new CommonTrustedCertificateSource();
    private final CommonCertificateSource intermediates = new CommonCertificateSource();
    private final Supplier<RevocationAtHand> revocation;
    private final AsicLimits limits;

    /**
     * An engine that trusts what we trust and knows revocation lists alone.
     *
     * @param lists DER of the revocation lists at hand, asked anew for each file
     */
    public static DssOpinion withLists(TrustStores stores, Supplier<List<byte[]>> lists) {
        return new DssOpinion(stores, () -> RevocationAtHand.of(lists.get()));
    }

    /**
     * An engine that trusts what we trust.
     *
     * @param revocation what is known of revocation, asked anew for each file
     */
    public DssOpinion(TrustStores stores, Supplier<RevocationAtHand> revocation) {
        this(stores, revocation, AsicLimits.standard());
    }

    /** @param limits by which our own verifier looks into containers */
    public DssOpinion(TrustStores stores, Supplier<RevocationAtHand> revocation, AsicLimits limits) {
        this.revocation = revocation;
        this.limits = limits;
        stores.stores().forEach(store -> {
            store.anchors().forEach(root -> anchors.addCertificate(new CertificateToken(root)));
            store.intermediates().forEach(one -> intermediates.addCertificate(new CertificateToken(one)));
        });
    }

    @Override
    public Opinion about(SignedFile file, List<SignedFile> beside, Instant validationTime) throws NoOpinion {
        try {
            FileKind kind = FileKind.of(file);
            List<DSSDocument> contents = new ArrayList<>();
            for (SignedFile one : beside) {
                contents.add(Engines.document(one));
            }
            if (kind == FileKind.XML || kind == FileKind.PACKET) {
                // By either name a reference may call it: the engine knows nothing of a packet's parts.
                for (SignedFile one : beside) {
                    contents.add(Engines.document(SignedFile.of("cid:" + one.name(), one.all())));
                }
            }
            List<Opinion.OfSignature> signatures = new ArrayList<>();
            for (SignedDocumentValidator engine : Engines.of(kind, file, limits)) {
                signatures.addAll(said(engine, contents, validationTime, kind, file.name()));
            }
            return new Opinion(signatures);
        } catch (IOException | RuntimeException failed) {
            // DSS throws unchecked exceptions of many kinds at what strangers send.
            throw new NoOpinion("second opinion on " + file.name() + ": " + failed.getMessage(), failed);
        }
    }

    private List<Opinion.OfSignature> said(
            SignedDocumentValidator engine, List<DSSDocument> contents, Instant at, FileKind kind, String name) {
        engine.setDetachedContents(contents);
        engine.setCertificateVerifier(verifier());
        // Policies that a signature names are looked up nowhere.
        engine.setSignaturePolicyProvider(new SignaturePolicyProvider());
        engine.setValidationTime(Date.from(at));
        engine.setEnableEtsiValidationReport(false);
        return said(engine.validateDocument(), kind, name);
    }

    private CommonCertificateVerifier verifier() {
        CommonCertificateVerifier verifier = new CommonCertificateVerifier(true);
        verifier.setTrustedCertSources(anchors);
        verifier.setAdjunctCertSources(intermediates);
        RevocationAtHand known = revocation.get();
        verifier.setCrlSource(new ExternalResourcesCRLSource(streams(known.lists())));
        verifier.setOcspSource(new KeptOcspSource(known.answers()));
        verifier.setAlertOnMissingRevocationData(new SilentOnStatusAlert());
        verifier.setAlertOnRevokedCertificate(new SilentOnStatusAlert());
        verifier.setAlertOnInvalidTimestamp(new SilentOnStatusAlert());
        verifier.setAlertOnUncoveredPOE(new SilentOnStatusAlert());
        return verifier;
    }

    private static InputStream[] streams(List<byte[]> all) {
        return all.stream().map(ByteArrayInputStream::new).toArray(InputStream[]::new);
    }

    private static List<Opinion.OfSignature> said(Reports reports, FileKind kind, String name) {
        SimpleReport simple = reports.getSimpleReport();
        List<SignatureWrapper> found = reports.getDiagnosticData().getSignatures();
        List<String> names = new OurNames(kind, name, found).names();
        List<Opinion.OfSignature> signatures = new ArrayList<>();
        for (int at = 0; at < found.size(); at++) {
            String id = found.get(at).getId();
            var reason = simple.getSubIndication(id);
            signatures.add(new Opinion.OfSignature(
                    names.get(at),
                    Indication.valueOf(simple.getIndication(id).name()),
                    reason == null ? "" : reason.name()));
        }
        return signatures;
    }
}
