package vn.lienthong.gateway.approval;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import vn.lienthong.gateway.access.AccessAct;
import vn.lienthong.gateway.access.AccessEvent;
import vn.lienthong.gateway.access.AccessEvents;
import vn.lienthong.gateway.access.Account;
import vn.lienthong.gateway.access.Right;
import vn.lienthong.gateway.seal.AgencySeal;
import vn.lienthong.gateway.seal.CheckSeal;
import vn.lienthong.gateway.seal.KeyPlace;
import vn.lienthong.gateway.seal.OpenKeys;
import vn.lienthong.gateway.signature.form.Picture;
import vn.lienthong.gateway.signature.form.UnusablePicture;
import vn.lienthong.gateway.signature.key.SigningException;
import vn.lienthong.gateway.signature.key.SigningKey;
import vn.lienthong.gateway.signature.path.SealCertificate;
import vn.lienthong.gateway.signature.path.SealTrust;

/** Makes a key an officer's own, once it was opened and looked at. */
public final class AddSigner {

    private final SignerKeys signers;
    private final SealTrust trust;
    private final OpenKeys keys;
    private final AccessEvents events;
    private final Supplier<UUID> ids;
    private final Clock clock;

    public AddSigner(
            SignerKeys signers, SealTrust trust, OpenKeys keys, AccessEvents events, Supplier<UUID> ids, Clock clock) {
        this.signers = signers;
        this.trust = trust;
        this.keys = keys;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What is to be an officer's key, from now on.
     *
     * @param secretFile where the secret is read from ever after; empty where it is to be kept
     * @param secret password or PIN, UTF-8
     * @param picture of the signature made by hand, PNG; empty for a key at a desk alone
     * @param actor who says so, as evidence names people
     */
    public record Wanted(
            Account officer,
            KeyPlace place,
            Optional<String> secretFile,
            byte[] secret,
            Optional<byte[]> picture,
            String actor) {

        /** Without the secret: records are printed in messages. */
        @Override
        public String toString() {
            return "Wanted[" + officer.username() + ", " + place + "]";
        }
    }

    /** What came of it. */
    public sealed interface Outcome {

        /**
         * It is the officer's key from now on.
         *
         * @param warnings for an administrator to think over
         * @param before the key that ends now
         */
        record Added(SignerKey key, List<String> warnings, Optional<SignerKey> before) implements Outcome {
            public Added {
                warnings = List.copyOf(warnings);
            }
        }

        /** Nothing was done. */
        record Refused(String why) implements Outcome {}
    }

    public Outcome add(Wanted wanted) {
        Optional<Outcome> not = notOfficer(wanted);
        if (not.isPresent()) {
            return not.get();
        }
        if (wanted.picture().isEmpty()) {
            return new Outcome.Refused("--picture: thiếu (expected: hình chữ ký tay, PNG)");
        }
        try {
            Picture.png(wanted.picture().get());
            SigningKey key = keys.proven(wanted.place(), wanted.secret());
            return add(wanted, SealCertificate.of(key), CheckSeal.path(trust, key, clock.instant()));
        } catch (UnusablePicture unusable) {
            return new Outcome.Refused("--picture: " + unusable.getMessage());
        } catch (SigningException | IllegalArgumentException unusable) {
            return new Outcome.Refused(wanted.place() + ": " + unusable.getMessage());
        }
    }

    /**
     * Makes the key at the officer's desk that belongs to a certificate the officer's own. That the officer has it shows when the
     * first file comes back.
     *
     * @param wanted without secret and picture, and at a {@link KeyPlace.Desk}
     */
    public Outcome add(Wanted wanted, SealCertificate certificate) {
        if (!(wanted.place() instanceof KeyPlace.Desk)) {
            throw new IllegalArgumentException("signer: " + wanted.place() + " (expected: at a desk)");
        }
        if (wanted.picture().isPresent()) {
            return new Outcome.Refused(
                    "--picture: không dùng với --desk (expected: không có; chương trình ký ở máy vẽ hình chữ ký)");
        }
        return notOfficer(wanted)
                .orElseGet(() -> add(wanted, certificate, CheckSeal.path(trust, certificate, clock.instant())));
    }

    private static Optional<Outcome> notOfficer(Wanted wanted) {
        return Right.SIGN.isFor(wanted.officer().role())
                ? Optional.empty()
                : Optional.of(
                        new Outcome.Refused("--user: " + wanted.officer().username() + " (expected: vai trò officer)"));
    }

    private Outcome add(Wanted wanted, SealCertificate certificate, List<CheckSeal.Doubt> ofPath) {
        Instant now = clock.instant();
        List<CheckSeal.Doubt> doubts = new ArrayList<>(CheckSeal.certificate(certificate, now));
        named(certificate, wanted.officer()).ifPresent(doubts::add);
        doubts.addAll(ofPath);
        doubts.addAll(CheckSeal.files(AgencySeal.files(wanted.place(), wanted.secretFile())));
        Optional<CheckSeal.Doubt> stop =
                doubts.stream().filter(CheckSeal.Doubt::stops).findFirst();
        if (stop.isPresent()) {
            return new Outcome.Refused(stop.get().text());
        }
        SignerKey signer = new SignerKey(
                new SignerId(ids.get()),
                wanted.officer().username(),
                now,
                Optional.empty(),
                wanted.place(),
                wanted.secretFile(),
                certificate,
                wanted.actor());
        return kept(wanted, signer, doubts.stream().map(CheckSeal.Doubt::text).toList());
    }

    private Outcome kept(Wanted wanted, SignerKey signer, List<String> warnings) {
        Optional<SignerKey> before = signers.of(signer.username(), signer.from());
        boolean keeps = wanted.secretFile().isEmpty() && !signer.isAtDesk();
        Optional<byte[]> secret = keeps ? Optional.of(wanted.secret()) : Optional.empty();
        boolean added = events.together(() -> {
            boolean done = signers.add(signer, new SignerKeys.Extras(secret, wanted.picture()));
            if (done) {
                events.add(new AccessEvent(
                        signer.from(),
                        wanted.actor(),
                        AccessAct.SIGNER_ADDED,
                        signer.username(),
                        signer.id() + ", " + signer.certificate().names() + ", SHA-256 "
                                + signer.certificate().facts().certificate() + ", " + signer.place()));
            }
            return done;
        });
        return added
                ? new Outcome.Added(signer, warnings, before)
                : new Outcome.Refused("cán bộ này vừa được thêm một khóa khác (xem admin signer list)");
    }

    /** Receivers read the name in the certificate, not the account's. */
    private static Optional<CheckSeal.Doubt> named(SealCertificate certificate, Account officer) {
        String name = certificate.facts().commonName();
        return name.strip().equalsIgnoreCase(officer.fullName().strip())
                ? Optional.empty()
                : Optional.of(new CheckSeal.Doubt(
                        false,
                        "chứng thư mang tên " + name + " (expected: " + officer.fullName()
                                + ", như tên của tài khoản): nơi nhận thấy tên trong chứng thư"));
    }
}
