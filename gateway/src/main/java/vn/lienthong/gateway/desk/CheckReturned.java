package vn.lienthong.gateway.desk;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.StoredBytes;
import vn.lienthong.gateway.dossier.Vault;
import vn.lienthong.gateway.finding.Finding;
import vn.lienthong.gateway.signature.SignatureReport;
import vn.lienthong.gateway.signature.SignatureVerdict;
import vn.lienthong.gateway.signature.SubIndication;
import vn.lienthong.gateway.signature.form.CheckSigned;
import vn.lienthong.gateway.signature.form.NotAsAsked;

/**
 * Whether what came back is the file that was handed out with exactly one signature more, by a certificate that was expected; and
 * what a receiver will say to that signature, by our own trust and what is known of revocation here. What is not known yet is no
 * reason to refuse: the signature is no better for it, and is looked at again wherever it goes.
 */
public final class CheckReturned {

    /** The signature is there already, and is not lost for a queue. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Vault vault;
    private final CheckSigned checking;
    private final VerifySigned verifier;
    private final Semaphore places;

    /** @param atOnce files that are looked at at the same time, each in memory twice: as it was, and as it came */
    public CheckReturned(Vault vault, CheckSigned checking, VerifySigned verifier, int atOnce) {
        this.vault = vault;
        this.checking = checking;
        this.verifier = verifier;
        this.places = new Semaphore(atOnce, true);
    }

    /** What was found. */
    sealed interface Look {

        /** As asked. */
        record Fits(Sha256 signer) implements Look {}

        record Objection(DeskRefusal why, String detail) implements Look {}
    }

    Look check(HandOff handOff, StoredBytes returned, Instant at) throws IOException {
        try {
            if (!places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return new Look.Objection(DeskRefusal.BUSY, "");
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Look.Objection(DeskRefusal.BUSY, "");
        }
        try {
            byte[] after = read(returned);
            Sha256 signer = checking.checkReturned(read(handOff.pdf()), after, handOff.certificates(), at);
            return objection(handOff.name(), after, at).orElseGet(() -> new Look.Fits(signer));
        } catch (NotAsAsked other) {
            return new Look.Objection(DeskRefusal.of(other.fault()), String.valueOf(other.getMessage()));
        } finally {
            places.release();
        }
    }

    private byte[] read(StoredBytes bytes) throws IOException {
        try (InputStream in = vault.read(bytes.digest())) {
            return in.readAllBytes();
        }
    }

    private Optional<Look> objection(String name, byte[] pdf, Instant at) {
        SignatureReport report = verifier.verify(name, pdf, at);
        if (report.verdicts().isEmpty()) {
            return Optional.of(new Look.Objection(DeskRefusal.NOT_SOUND, report.presence() + " " + report.findings()));
        }
        SignatureVerdict newest = report.verdicts().getLast();
        return newest.subIndication()
                .flatMap(reason -> refusal(reason).map(why -> new Look.Objection(why, reason + ": " + texts(newest))));
    }

    private static Optional<DeskRefusal> refusal(SubIndication reason) {
        return switch (reason) {
            case TRY_LATER -> Optional.empty();
            case REVOKED, REVOKED_NO_POE, REVOKED_CA_NO_POE -> Optional.of(DeskRefusal.REVOKED);
            case EXPIRED, NOT_YET_VALID, OUT_OF_BOUNDS_NO_POE -> Optional.of(DeskRefusal.OUT_OF_VALIDITY);
            case FORMAT_FAILURE, HASH_FAILURE, SIG_CRYPTO_FAILURE, SIGNED_DATA_NOT_FOUND ->
                Optional.of(DeskRefusal.NOT_SOUND);
            case SIG_CONSTRAINTS_FAILURE,
                    CRYPTO_CONSTRAINTS_FAILURE,
                    CHAIN_CONSTRAINTS_FAILURE,
                    CERTIFICATE_CHAIN_GENERAL_FAILURE,
                    NO_SIGNING_CERTIFICATE_FOUND,
                    NO_CERTIFICATE_CHAIN_FOUND -> Optional.of(DeskRefusal.NOT_TRUSTED);
        };
    }

    private static String texts(SignatureVerdict verdict) {
        return verdict.findings().stream().map(Finding::text).collect(Collectors.joining("; "));
    }
}
