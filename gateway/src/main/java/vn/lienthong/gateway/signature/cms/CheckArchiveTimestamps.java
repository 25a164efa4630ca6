package vn.lienthong.gateway.signature.cms;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.signature.Coverage;
import vn.lienthong.gateway.signature.DocumentTimestamp;
import vn.lienthong.gateway.signature.Judgement;
import vn.lienthong.gateway.signature.Level;
import vn.lienthong.gateway.signature.SubIndication;
import vn.lienthong.gateway.signature.ValidationPolicy;
import vn.lienthong.gateway.signature.path.Proofs;

/**
 * Archive timestamps, version 3 (EN 319 122-1 §5.5), newest first: a proven one is a proof of existence for the signature and
 * for what its index lists, earlier timestamps included (EN 319 102-1 §5.6.2.3). One that does not hold proves nothing, and is
 * told of.
 */
final class CheckArchiveTimestamps {
    private static final int AT_MOST = 16;
    static final String VERSION_2 = "1.2.840.113549.1.9.16.2.48";
    private static final Map<String, String> OLDER = Map.of("1.2.840.113549.1.9.16.2.27", "1", VERSION_2, "2");

    private final CheckTimestamp tokens;
    private final ValidationPolicy policy;

    CheckArchiveTimestamps(CheckTimestamp tokens, ValidationPolicy policy) {
        this.tokens = tokens;
        this.policy = policy;
    }

    /**
     * What was found.
     *
     * @param signature what is known about the signature then
     * @param timestamps oldest first
     * @param covered the unsigned values that are known to have existed as long as the signature
     */
    record Found(Proofs signature, List<DocumentTimestamp> timestamps, Predicate<UnsignedAttributes.Value> covered) {}

    private record Token(UnsignedAttributes.Value place, CmsSignature cms, Instant time) {}

    Found of(CmsSignature cms, ContentDigest content, Proofs proofs, Judgement judgement) {
        List<Token> found = content.known() ? read(cms, judgement) : List.of();
        Proofs known = proofs;
        Predicate<UnsignedAttributes.Value> covered = value -> false;
        List<DocumentTimestamp> timestamps = new ArrayList<>();
        for (Token token : found) {
            Proofs about = covered.test(token.place()) ? known : proofs;
            Optional<ArchiveIndex> index = index(token, cms, judgement);
            TimestampVerdict verdict = index.isEmpty()
                    ? TimestampVerdict.unreadable(
                            token.time(), "index: none that can be used (expected: EN 319 122-1 §5.5.2)")
                    : judge(token, cms, content, index.get(), about);
            verdict.fault().ifPresent(text -> tell(judgement, text));
            if (verdict.proven()) {
                known = known.provenBy(verdict.time());
                covered = index.orElseThrow().covering();
            }
            timestamps.add(new DocumentTimestamp(
                    "archive timestamp", verdict.time(), verdict.authority(), Coverage.WHOLE_FILE, verdict.reason()));
        }
        timestamps.addAll(older(cms, judgement));
        timestamps.sort(Comparator.comparing(DocumentTimestamp::time));
        return new Found(known, timestamps, covered);
    }

    /**
     * Those of the versions before (TS 101 733 §6.4.1, EN 319 122-1 annex A.2.4): over bytes in an order that their readers never agreed
     * on. They are named, and prove nothing.
     */
    private static List<DocumentTimestamp> older(CmsSignature cms, Judgement judgement) {
        List<DocumentTimestamp> found = new ArrayList<>(0);
        int tried = 0;
        for (UnsignedAttributes.Value value : cms.signer().unsigned().all()) {
            String version = OLDER.get(value.type());
            if (version != null && tried++ < AT_MOST) {
                String fault = "version " + version + ", not judged (expected: version 3, EN 319 122-1 §5.5.3)";
                tell(judgement, fault);
                claimed(value)
                        .ifPresent(time -> found.add(new DocumentTimestamp(
                                "archive timestamp, version " + version + ", claimed",
                                time,
                                Optional.empty(),
                                Coverage.UNKNOWN,
                                Optional.of(SubIndication.SIG_CONSTRAINTS_FAILURE))));
            }
        }
        return found;
    }

    private static Optional<Instant> claimed(UnsignedAttributes.Value value) {
        try {
            return Optional.of(
                    CheckTimestamp.time(CmsSignature.read(value.value().encoded())));
        } catch (CmsException malformed) {
            return Optional.empty();
        }
    }

    /** The readable ones, newest first. */
    private static List<Token> read(CmsSignature cms, Judgement judgement) {
        List<Token> tokens = new ArrayList<>(0);
        int tried = 0;
        for (UnsignedAttributes.Value value : cms.signer().unsigned().all()) {
            if (value.type().equals(ArchiveIndex.TIMESTAMP) && tried++ < AT_MOST) {
                try {
                    CmsSignature token = CmsSignature.read(value.value().encoded());
                    tokens.add(new Token(value, token, CheckTimestamp.time(token)));
                } catch (CmsException malformed) {
                    tell(judgement, String.valueOf(malformed.getMessage()));
                }
            }
        }
        tokens.sort(Comparator.comparing(Token::time).reversed());
        return tokens;
    }

    private Optional<ArchiveIndex> index(Token token, CmsSignature cms, Judgement judgement) {
        try {
            ArchiveIndex index = ArchiveIndex.in(token.cms());
            Optional<String> fault = policy.digests().contains(index.digest())
                    ? index.missing(cms)
                    : Optional.of("ats-hash-index-v3: digest " + index.digest() + " (expected: one of "
                            + policy.digests() + ")");
            fault.ifPresent(text -> tell(judgement, text));
            return fault.isEmpty() ? Optional.of(index) : Optional.empty();
        } catch (CmsException malformed) {
            tell(judgement, String.valueOf(malformed.getMessage()));
            return Optional.empty();
        }
    }

    private TimestampVerdict judge(
            Token token, CmsSignature cms, ContentDigest content, ArchiveIndex index, Proofs proofs) {
        try {
            return tokens.judge(token.cms(), ArchiveIndex.imprint(cms, content, index.encoded()), proofs);
        } catch (CmsException malformed) {
            return TimestampVerdict.unreadable(token.time(), String.valueOf(malformed.getMessage()));
        }
    }

    private static void tell(Judgement judgement, String text) {
        judgement.weigh(
                Level.WARN,
                SubIndication.SIG_CONSTRAINTS_FAILURE,
                ErrorCode.SIGNATURE_TIMESTAMP_UNPROVEN,
                "archive timestamp: " + text);
    }
}
