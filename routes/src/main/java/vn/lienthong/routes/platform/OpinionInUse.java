package vn.lienthong.routes.platform;

import java.time.Instant;
import java.util.List;
import vn.lienthong.gateway.signature.SignedFile;
import vn.lienthong.gateway.signature.asic.AsicLimits;
import vn.lienthong.gateway.signature.path.KeptRevocations;
import vn.lienthong.gateway.signature.path.ListsAtHand;
import vn.lienthong.gateway.signature.path.TrustStores;
import vn.lienthong.gateway.signature.secondopinion.DssOpinion;
import vn.lienthong.gateway.signature.secondopinion.NoOpinion;
import vn.lienthong.gateway.signature.secondopinion.Opinion;
import vn.lienthong.gateway.signature.secondopinion.RevocationAtHand;
import vn.lienthong.gateway.signature.secondopinion.SecondOpinion;

/** The other engine, by whom we trust at this moment and what we keep of revocation. */
final class OpinionInUse implements SecondOpinion {

    private final TrustInUse trust;
    private final ListsAtHand lists;
    private final KeptRevocations answers;
    private final AsicLimits limits;
    private volatile Engine current;

    private record Engine(TrustStores stores, DssOpinion dss) {}

    /** @param limits by which our own verifier looks into containers */
    OpinionInUse(TrustInUse trust, ListsAtHand lists, KeptRevocations answers, AsicLimits limits) {
        this.trust = trust;
        this.lists = lists;
        this.answers = answers;
        this.limits = limits;
        this.current = engine(trust.stores());
    }

    private Engine engine(TrustStores stores) {
        return new Engine(stores, new DssOpinion(stores, () -> new RevocationAtHand(lists.all(), answers), limits));
    }

    @Override
    public Opinion about(SignedFile file, List<SignedFile> beside, Instant validationTime) throws NoOpinion {
        TrustStores stores = trust.stores();
        Engine engine = current;
        if (!engine.stores().equals(stores)) {
            engine = engine(stores);
            current = engine;
        }
        return engine.dss().about(file, beside, validationTime);
    }
}
