package vn.lienthong.gateway.evidence.record;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.tsp.ArchiveTimeStamp;
import org.bouncycastle.asn1.tsp.ArchiveTimeStampChain;
import org.bouncycastle.asn1.tsp.ArchiveTimeStampSequence;
import org.bouncycastle.asn1.tsp.EvidenceRecord;
import org.bouncycastle.asn1.tsp.PartialHashtree;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.tsp.TimeStampTokenInfo;
import org.jspecify.annotations.Nullable;

/** Writes and reads evidence records (RFC 4998 §3.1), DER. */
public final class EvidenceRecords {

    /** Renewed each year it would last for centuries: more is somebody's attempt to keep us busy. */
    private static final int LARGEST_BYTES = 4 << 20;

    private static final int MOST_STAMPS = 200;

    /** No day gets more timestamps: long before its records could not be read any more, a person has to see why. */
    static final int MOST_WRITTEN = 150;

    private EvidenceRecords() {}

    /** The record of a file: chains in the order they were begun. */
    public static byte[] write(List<ArchiveChain> chains) throws EvidenceRecordException {
        try {
            AlgorithmIdentifier[] hashes = chains.stream()
                    .map(ArchiveChain::hash)
                    .distinct()
                    .map(ArchiveHash::identifier)
                    .toArray(AlgorithmIdentifier[]::new);
            return new EvidenceRecord(hashes, null, null, sequence(chains)).getEncoded(ASN1Encoding.DER);
        } catch (IOException | IllegalArgumentException malformed) {
            throw new EvidenceRecordException("evidence record: " + malformed.getMessage() + " (expected: RFC 4998)");
        }
    }

    /** What the first timestamp of a further chain vouches for besides the file itself (§5.3 step 4): all chains before it. */
    static byte[] before(List<ArchiveChain> earlier) throws EvidenceRecordException {
        try {
            return sequence(earlier).getEncoded(ASN1Encoding.DER);
        } catch (IOException | IllegalArgumentException malformed) {
            throw new EvidenceRecordException("chains: " + malformed.getMessage() + " (expected: RFC 4998)");
        }
    }

    /** What a timestamp that renews another one is over (§5.2): the content of its field {@code timeStamp}. */
    public static byte[] renewed(byte[] token) throws EvidenceRecordException {
        try {
            return ContentInfo.getInstance(ASN1Primitive.fromByteArray(token)).getEncoded(ASN1Encoding.DER);
        } catch (IOException | IllegalArgumentException | ClassCastException malformed) {
            throw new EvidenceRecordException("timestamp token: malformed (expected: RFC 3161)");
        }
    }

    /** What a timestamp is over (RFC 3161 §2.4.1). */
    static byte[] imprint(byte[] token) throws EvidenceRecordException {
        return info(token).getMessageImprintDigest();
    }

    /** When a timestamp was made, as it says. */
    static Instant time(byte[] token) throws EvidenceRecordException {
        return info(token).getGenTime().toInstant();
    }

    private static TimeStampTokenInfo info(byte[] token) throws EvidenceRecordException {
        try {
            return new TimeStampToken(ContentInfo.getInstance(ASN1Primitive.fromByteArray(token))).getTimeStampInfo();
        } catch (IOException | TSPException | RuntimeException malformed) {
            // Bouncy Castle casts and indexes before it looks: a wrong tag comes out as any unchecked exception.
            throw new EvidenceRecordException("timestamp token: malformed (expected: RFC 3161)");
        }
    }

    private static ArchiveTimeStampSequence sequence(List<ArchiveChain> chains) throws IOException {
        List<ArchiveTimeStampChain> all = new ArrayList<>();
        for (ArchiveChain chain : chains) {
            List<ArchiveTimeStamp> stamps = new ArrayList<>();
            for (byte[] token : chain.tokens()) {
                ContentInfo content = ContentInfo.getInstance(ASN1Primitive.fromByteArray(token));
                PartialHashtree[] tree = stamps.isEmpty() ? tree(chain) : null;
                stamps.add(new ArchiveTimeStamp(chain.hash().identifier(), tree, content));
            }
            all.add(new ArchiveTimeStampChain(stamps.toArray(ArchiveTimeStamp[]::new)));
        }
        return new ArchiveTimeStampSequence(all.toArray(ArchiveTimeStampChain[]::new));
    }

    private static PartialHashtree @Nullable [] tree(ArchiveChain chain) {
        return chain.reduced().isEmpty()
                ? null
                : chain.reduced().stream()
                        .map(list -> new PartialHashtree(list.toArray(byte[][]::new)))
                        .toArray(PartialHashtree[]::new);
    }

    /**
     * Reads a record, bounded.
     *
     * @throws EvidenceRecordException when it is none, or of a kind we do not follow
     */
    public static List<ArchiveChain> read(byte[] record) throws EvidenceRecordException {
        if (record.length > LARGEST_BYTES) {
            throw new EvidenceRecordException(
                    "evidence record: " + record.length + " bytes (expected: at most " + LARGEST_BYTES + ")");
        }
        try {
            ASN1Encodable value = ASN1Primitive.fromByteArray(record);
            List<ArchiveChain> chains = new ArrayList<>();
            int stamps = 0;
            for (ArchiveTimeStampChain chain : EvidenceRecord.getInstance(value)
                    .getArchiveTimeStampSequence()
                    .getArchiveTimeStampChains()) {
                stamps += chain.getArchiveTimestamps().length;
                if (stamps > MOST_STAMPS) {
                    throw new EvidenceRecordException("timestamps: more than " + MOST_STAMPS + " (expected: fewer)");
                }
                chains.add(chain(chain));
            }
            return chains;
        } catch (IOException | RuntimeException malformed) {
            // Bouncy Castle casts and indexes before it looks: a wrong tag comes out as any unchecked exception.
            throw new EvidenceRecordException("evidence record: malformed (expected: RFC 4998)");
        }
    }

    private static ArchiveChain chain(ArchiveTimeStampChain chain) throws IOException, EvidenceRecordException {
        ArchiveTimeStamp[] stamps = chain.getArchiveTimestamps();
        Optional<ArchiveHash> hash = ArchiveHash.of(stamps[0].getDigestAlgorithmIdentifier());
        List<byte[]> tokens = new ArrayList<>();
        for (ArchiveTimeStamp stamp : stamps) {
            if (!ArchiveHash.of(stamp.getDigestAlgorithmIdentifier()).equals(hash)) {
                throw new EvidenceRecordException("digests of a chain: differ (expected: one, RFC 4998 §5.1)");
            }
            if (!tokens.isEmpty() && stamp.getReducedHashTree() != null) {
                throw new EvidenceRecordException("renewal over a tree of several timestamps (expected: over one)");
            }
            tokens.add(stamp.getTimeStamp().getEncoded(ASN1Encoding.DER));
        }
        return new ArchiveChain(
                hash.orElseThrow(() -> new EvidenceRecordException("digest: "
                        + stamps[0].getDigestAlgorithmIdentifier().getAlgorithm() + " (expected: SHA-256 or SHA-512)")),
                lists(stamps[0].getReducedHashTree()),
                tokens);
    }

    private static List<List<byte[]>> lists(PartialHashtree @Nullable [] tree) {
        List<List<byte[]>> lists = new ArrayList<>();
        if (tree != null) {
            for (PartialHashtree list : tree) {
                lists.add(List.of(list.getValues()));
            }
        }
        return lists;
    }
}
