package vn.lienthong.routes.command.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import vn.lienthong.certsdev.Branch;
import vn.lienthong.certsdev.DevelopmentPki;
import vn.lienthong.certsdev.Fate;
import vn.lienthong.certsdev.Pem;
import vn.lienthong.gateway.signature.path.TrustBranch;
import vn.lienthong.routes.platform.TrustFolder;

/** Opens the development PKI of a data folder, and has the folder's gateway trust it. */
final class OpenPki {
    /** Nothing answers there, nor need it: the demo hands the revocation lists over itself. */
    private static final URI SERVICES = URI.create("http://pki.demo.invalid");

    private static final String CERTIFICATES = "demo.pem";

    private final DemoFolder folder;
    private final Clock clock;

    OpenPki(DemoFolder folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** The PKI of earlier runs, else a new one; the trust stores are written before the gateway reads them. */
    DevelopmentPki open() throws IOException {
        char[] password = folder.secret("pki").toCharArray();
        DevelopmentPki pki;
        if (Files.isDirectory(folder.pki())) {
            pki = DevelopmentPki.load(folder.pki(), password, clock);
        } else {
            pki = DevelopmentPki.create(DevelopmentPki.Settings.of(clock.instant(), SERVICES), clock);
            DemoAgency sender = DemoAgency.VPCP;
            pki.sealOf(sender.code(), sender.title(), Fate.GOOD);
            pki.official(sender.official(), sender.title(), sender.code(), Fate.GOOD);
            pki.save(folder.pki(), password);
        }
        trust(pki);
        return pki;
    }

    /** Has the folder's gateway trust a PKI that may have been opened elsewhere. */
    void trust(DevelopmentPki pki) throws IOException {
        trust(pki, Branch.GOVERNMENT, TrustBranch.GOVERNMENT);
        trust(pki, Branch.PARTY, TrustBranch.PARTY);
        trust(pki, Branch.PUBLIC, TrustBranch.PUBLIC);
    }

    private void trust(DevelopmentPki pki, Branch branch, TrustBranch trusting) throws IOException {
        Path store = Files.createDirectories(folder.trust().resolve(TrustFolder.name(trusting)));
        Files.writeString(
                store.resolve(CERTIFICATES),
                Pem.of(pki.root(branch)) + Pem.of(pki.issuingCa(branch)),
                StandardCharsets.US_ASCII);
    }
}
