package vn.lienthong.gateway.signature.path;

import java.time.Instant;
import java.util.Optional;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.signature.RevocationWord;

/** What is known about a certificate's revocation, without asking anybody. */
public sealed interface RevocationAnswer {

    /**
     * Not revoked when the source was issued.
     *
     * @param evidence the answer's bytes, where they are kept under their digest
     * @param word the list or answer that says so
     */
    record Good(
            String source,
            Instant thisUpdate,
            Instant nextUpdate,
            Optional<Sha256> evidence,
            Optional<RevocationWord> word)
            implements RevocationAnswer {

        public Good(String source, Instant thisUpdate, Instant nextUpdate) {
            this(source, thisUpdate, nextUpdate, Optional.empty(), Optional.empty());
        }
    }

    /**
     * Revoked, or on hold.
     *
     * @param at from when on
     * @param reason the word of RFC 5280 §5.3.1, {@code NOT_GIVEN} where none is given
     * @param invalidFrom since when the key is known or suspected to be in other hands (RFC 5280 §5.3.2)
     * @param evidence as for {@link Good}
     * @param word as for {@link Good}
     */
    record Revoked(
            Instant at,
            String reason,
            Optional<Instant> invalidFrom,
            String source,
            Instant thisUpdate,
            Optional<Sha256> evidence,
            Optional<RevocationWord> word)
            implements RevocationAnswer {

        public Revoked(Instant at, String reason, String source, Instant thisUpdate) {
            this(at, reason, Optional.empty(), source, thisUpdate, Optional.empty(), Optional.empty());
        }

        /** From when on nothing by its key is to be relied on, revoked yet or not. */
        Instant unsafeFrom() {
            return invalidFrom.filter(from -> from.isBefore(at)).orElse(at);
        }
    }

    /** Nothing at hand, or out of date. */
    record Unknown(String reason) implements RevocationAnswer {}
}
