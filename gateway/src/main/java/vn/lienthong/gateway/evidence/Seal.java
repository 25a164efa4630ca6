package vn.lienthong.gateway.evidence;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.Facts;

/**
 * The gateway's word for a batch of entries. It names the seal before it, so a timestamp over the newest one vouches for all
 * that came before.
 *
 * @param format 1 named the root of the seal before it; 2 names the digest of its whole content
 * @param at to the microsecond, as the store keeps it
 * @param entries how many
 * @param root of the {@link MerkleTree} over their hashes
 * @param previous what the seal before is called ({@link #name}); {@link Entry#FIRST} for the first seal
 * @param signature CMS SignedData that holds the content
 */
public record Seal(int format, Instant at, int entries, Sha256 root, Sha256 previous, byte[] signature) {

    private static final int FORMAT = 2;

    /** Signs for the entries that follow those of the last seal. */
    static Seal over(List<Sha256> hashes, Optional<Seal> last, Instant at, EvidenceSigner signer) {
        Sha256 previous = last.map(Seal::name).orElse(Entry.FIRST);
        Seal unsigned = new Seal(FORMAT, at, hashes.size(), MerkleTree.root(hashes), previous, new byte[0]);
        return unsigned.signed(signer.sign(unsigned.content(), at));
    }

    Seal signed(byte[] cms) {
        return new Seal(format, at, entries, root, previous, cms);
    }

    /** What is signed, byte for byte. */
    public byte[] content() {
        return Facts.with("format", "lienthong-seal-" + format)
                .and("at", at)
                .and("entries", entries)
                .and("root", root.hex())
                .and("previous", previous.hex())
                .json()
                .getBytes(StandardCharsets.UTF_8);
    }

    /** What the seal after this one calls it: its format is known from its successor's, which is never older. */
    Sha256 nameIn(int successor) {
        return successor == 1 ? root : Sha256.of(content());
    }

    private Sha256 name() {
        return nameIn(FORMAT);
    }
}
