package vn.lienthong.routes.platform;

import java.nio.file.Path;
import java.time.Clock;
import org.jdbi.v3.core.Jdbi;
import vn.lienthong.gateway.dossier.UnitOfWork;
import vn.lienthong.gateway.evidence.Archive;
import vn.lienthong.gateway.evidence.ExportReceipt;
import vn.lienthong.gateway.evidence.GatewaySeal;
import vn.lienthong.gateway.evidence.MakeReceipt;
import vn.lienthong.gateway.evidence.Seals;
import vn.lienthong.gateway.jdbc.PostgresArchive;
import vn.lienthong.gateway.jdbc.PostgresCrlStore;
import vn.lienthong.gateway.jdbc.PostgresSeals;
import vn.lienthong.gateway.jdbc.PostgresUnitOfWork;
import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.cms.VerifyTimestamp;
import vn.lienthong.gateway.signature.path.CrlCache;
import vn.lienthong.gateway.signature.path.SealTrust;
import vn.lienthong.gateway.signature.path.TrustStores;

/** Evidence on record, as an administrator's commands hand it out and check it: by trust and lists as they are now. */
public final class Proofs {

    private final Jdbi jdbi;
    private final GatewayConfiguration configuration;
    private final Path root;
    private final Clock clock;

    /** @param root the data folder */
    Proofs(Jdbi jdbi, GatewayConfiguration configuration, Path root, Clock clock) {
        this.jdbi = jdbi;
        this.configuration = configuration;
        this.root = root;
        this.clock = clock;
    }

    /** Revocation lists on record, checked against the trust stores as they are now. */
    public CrlCache revocations() {
        return new CrlCache(TrustFolder.read(trustFolder()), new PostgresCrlStore(jdbi, clock), policy().clockSkew());
    }

    /** Judges agencies' seals by the trust stores and revocation lists as they are now. */
    public SealTrust sealTrust() {
        TrustStores stores = TrustFolder.read(trustFolder());
        return new SealTrust(() -> stores, revocations(), policy());
    }

    /** The gateway's seal, from where the settings say. */
    public GatewaySeal seal() {
        return new GatewaySeal(SealKey.open(configuration.seal(), root, clock.instant()));
    }

    public ExportReceipt exportReceipt() {
        UnitOfWork work = new PostgresUnitOfWork(jdbi);
        Seals seals = new PostgresSeals(jdbi);
        return new ExportReceipt(new MakeReceipt(work, seals, seal(), clock), seals, work);
    }

    public Archive archive() {
        return new PostgresArchive(jdbi);
    }

    /** Judges timestamps by the trust stores and revocation lists as they are now. */
    public VerifyTimestamp timestamps() {
        return new VerifyTimestamp(TrustFolder.read(trustFolder()), revocations(), policy());
    }

    /** What this gateway's settings have signatures measured by. */
    public VerificationRules rules() {
        return new VerificationRules(
                SettingsSources.FILE, policy(), configuration.signatureLimits().limits());
    }

    private ValidationPolicy policy() {
        return configuration.verification().policy();
    }

    private Path trustFolder() {
        return root.resolve("trust");
    }
}
