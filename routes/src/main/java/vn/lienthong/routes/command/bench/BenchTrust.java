package vn.lienthong.routes.command.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.CRLException;
import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.path.CrlCache;
import vn.lienthong.gateway.signature.path.CrlStore;
import vn.lienthong.gateway.signature.path.TrustStores;
import vn.lienthong.gateway.signature.pdf.PdfLimits;
import vn.lienthong.gateway.signature.pdf.VerifyPdf;
import vn.lienthong.gateway.signature.secondopinion.DssOpinion;
import vn.lienthong.gateway.signature.secondopinion.SecondOpinion;
import vn.lienthong.gateway.signature.xml.VerifyXml;
import vn.lienthong.gateway.signature.xml.XmlLimits;
import vn.lienthong.routes.command.demo.BenchWorld;
import vn.lienthong.routes.platform.TrustFolder;

/** Verifiers, ours and the other engine, that trust whom the world of a folder trusts. */
record BenchTrust(Path folder, TrustStores stores, CrlCache lists, ValidationPolicy policy) {

    static BenchTrust of(Path folder) throws IOException {
        TrustStores stores = TrustFolder.read(folder.resolve("trust"));
        ValidationPolicy policy = ValidationPolicy.standard();
        CrlCache lists = new CrlCache(stores, CrlStore.inMemory(), policy.clockSkew());
        try {
            for (byte[] list : BenchWorld.lists(folder)) {
                lists.add(list);
            }
        } catch (CRLException refused) {
            throw new BenchFailed("CRL của thế giới thử bị từ chối", refused);
        }
        return new BenchTrust(folder, stores, lists, policy);
    }

    VerifyPdf pdf() {
        return new VerifyPdf(stores, lists, policy, PdfLimits.standard());
    }

    VerifyXml xml() {
        return new VerifyXml(stores, lists, policy, XmlLimits.standard());
    }

    SecondOpinion dss() throws IOException {
        var held = BenchWorld.lists(folder);
        return DssOpinion.withLists(stores, () -> held);
    }
}
