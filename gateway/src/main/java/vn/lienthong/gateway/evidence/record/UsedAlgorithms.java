package vn.lienthong.gateway.evidence.record;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import vn.lienthong.gateway.signature.AlgorithmFacts;
import vn.lienthong.gateway.signature.Rules;
import vn.lienthong.gateway.signature.cms.CmsException;
import vn.lienthong.gateway.signature.cms.CmsSignature;
import vn.lienthong.gateway.signature.cms.NamedSigner;
import vn.lienthong.gateway.signature.path.Certificates;
import vn.lienthong.gateway.signature.path.KnownCertificate;
import vn.lienthong.gateway.signature.path.Purpose;

/** Until when what a timestamp and the tree below it are made with is good. */
final class UsedAlgorithms {

    private UsedAlgorithms() {}

    /** Of a tree; empty where nobody set an end. */
    static Optional<Instant> end(Rules rules, ArchiveHash hash) {
        return rules.end(new AlgorithmFacts(hash.jdkName(), "", 0));
    }

    /** Of a timestamp, and of what it lies over: whichever is over first. */
    static Optional<Instant> end(Rules rules, byte[] token, ArchiveHash hash) throws CmsException {
        String digest = CmsSignature.read(token).digestName().orElse("");
        AlgorithmFacts used = named(token)
                .map(signer -> new AlgorithmFacts(digest, signer.key().getAlgorithm(), signer.keyBits()))
                .orElse(new AlgorithmFacts(digest, "", 0));
        return Stream.of(rules.end(used), end(rules, hash))
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    /** The authority's certificate. */
    static KnownCertificate signer(byte[] token) throws CmsException {
        return named(token)
                .orElseThrow(() -> new CmsException("timestamp: no certificate (expected: its authority's inside)"));
    }

    private static Optional<KnownCertificate> named(byte[] token) throws CmsException {
        return NamedSigner.of(CmsSignature.read(token), Purpose.TIMESTAMPS, new Certificates()).stream()
                .map(NamedSigner::certificate)
                .findFirst();
    }
}
