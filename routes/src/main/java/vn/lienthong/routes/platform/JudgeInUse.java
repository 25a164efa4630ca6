package vn.lienthong.routes.platform;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.cms.VerifySeal;
import vn.lienthong.gateway.signature.path.KnownRevocations;
import vn.lienthong.gateway.signature.path.TrustStores;
import vn.lienthong.gateway.verification.JudgeFile;

/** Judges files by whom we trust at this moment: another trust is another judge, since judges remember paths. */
public final class JudgeInUse {

    private final TrustInUse trust;
    private final KnownRevocations revocations;
    private final ValidationPolicy policy;
    private final Path scratch;
    private volatile @Nullable Of current;

    private record Of(TrustStores stores, JudgeFile judge) {}

    JudgeInUse(TrustInUse trust, KnownRevocations revocations, ValidationPolicy policy, Path scratch) {
        this.trust = trust;
        this.revocations = revocations;
        this.policy = policy;
        this.scratch = scratch;
    }

    /** The one for now. */
    public JudgeFile judge() {
        TrustStores stores = trust.stores();
        Of known = current;
        if (known == null || !known.stores().equals(stores)) {
            known = new Of(
                    stores,
                    new JudgeFile(
                            trust.files(), trust.envelope(), new VerifySeal(stores, revocations, policy), scratch));
            current = known;
        }
        return known.judge();
    }
}
