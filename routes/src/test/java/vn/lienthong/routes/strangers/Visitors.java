package vn.lienthong.routes.strangers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import vn.lienthong.gateway.access.AccessTokens;
import vn.lienthong.gateway.access.CallerKind;
import vn.lienthong.gateway.access.Credentials;
import vn.lienthong.gateway.access.ReceivingSystem;
import vn.lienthong.gateway.access.Right;
import vn.lienthong.gateway.access.Systems;

/** Registers the systems that come, and says what each of them shows. Who is not let in would have every right for the victim. */
final class Visitors {

    private static final String SECRET = "khoa bi mat cua ";
    private static final Right[] ALL = {Right.SEND, Right.COLLECT, Right.STATUS};

    private final House house;
    private final Instant since;
    private final String renewedToken;
    private final String disabledToken;

    Visitors(House house) throws Exception {
        this.house = house;
        this.since = house.now().minusSeconds(3_600);
        agency("sys-victim", House.VICTIM);
        agency("sys-partner", House.PARTNER);
        agency("sys-other", House.OTHER);
        agency("sys-superior", House.SUPERIOR);
        agency("sys-below", House.BELOW);
        house.save(house.system("sys-peer", CallerKind.PEER), SECRET + "sys-peer");
        house.grant("sys-peer", House.BEHIND_PEER, since, Optional.empty(), Right.TRANSIT);
        saved("sys-ended");
        house.grant("sys-ended", House.VICTIM, since, Optional.of(house.now().minusSeconds(1)), ALL);
        saved("sys-coming");
        house.grant("sys-coming", House.VICTIM, house.now().plusSeconds(3_600), Optional.empty(), ALL);
        saved("sys-nothing");
        for (Right right : ALL) {
            String systemId = "sys-only-" + right;
            saved(systemId);
            house.grant(systemId, House.VICTIM, since, Optional.empty(), right);
        }
        rightful(house.bound("sys-bound", true));
        rightful(house.bound("sys-elsewhere", false));
        rightful(house.system("sys-disabled", CallerKind.AGENCY));
        disabledToken = token("sys-disabled");
        rightful(house.system("sys-disabled", CallerKind.AGENCY).withEnabled(false));
        rightful(house.system("sys-renewed", CallerKind.AGENCY));
        renewedToken = token("sys-renewed");
        house.save(house.system("sys-renewed", CallerKind.AGENCY), "another");
    }

    private void agency(String systemId, String code) {
        saved(systemId);
        house.grant(systemId, code, since, Optional.empty(), ALL);
    }

    private void saved(String systemId) {
        house.save(house.system(systemId, CallerKind.AGENCY), SECRET + systemId);
    }

    private void rightful(ReceivingSystem system) {
        house.save(system, SECRET + system.systemId());
        house.grant(system.systemId(), House.VICTIM, since, Optional.empty(), ALL);
    }

    /** The victim's own system. */
    Shown victim() {
        return own("sys-victim");
    }

    Shown partner() {
        return own("sys-partner");
    }

    private Shown own(String systemId) {
        return Shown.nothing(house.plain()).with(systemId, SECRET + systemId, token(systemId));
    }

    private String token(String systemId) {
        return house.part(AccessTokens.class)
                .issue(house.part(Systems.class).credentials(systemId).orElseThrow());
    }

    Shown shown(Stranger stranger) {
        Shown nothing = Shown.nothing(house.plain());
        return switch (stranger) {
            case NOTHING_SHOWN -> nothing;
            case UNREGISTERED -> nothing.with("sys-nowhere", SECRET, forged("sys-nowhere", "x", ownKey(), 0));
            case WRONG_SECRET -> nothing.with("sys-victim", "sai", forged("sys-victim", "sai", ownKey(), 0));
            case DISABLED -> nothing.with("sys-disabled", SECRET + "sys-disabled", disabledToken);
            case OUT_OF_TIME ->
                victim().token(forged("sys-victim", SECRET + "sys-victim", ownKey(), 1))
                        .aged(Duration.ofHours(25));
            case TAMPERED -> own("sys-other").token(renamed(token("sys-other"))).claiming("sys-victim");
            case NO_ALGORITHM -> nothing.with("sys-victim", "khong", unsigned(token("sys-victim")));
            case OF_ANOTHER_GATEWAY ->
                nothing.with(
                        "sys-victim",
                        "khoa cua cong khac",
                        forged("sys-victim", SECRET + "sys-victim", "another gateway's master key", 0));
            case SECRET_OF_BEFORE -> nothing.with("sys-renewed", SECRET + "sys-renewed", renewedToken);
            case FROM_ELSEWHERE -> own("sys-elsewhere");
            case WITHOUT_ITS_CERTIFICATE -> own("sys-bound");
            case WITH_ANOTHER_CERTIFICATE -> own("sys-bound").by(house.withAnother());
            case NOBODYS_CERTIFICATE -> nothing.by(house.withAnother());
            case BROWSER_OF_ANOTHER_SITE -> nothing.by(house.withBound()).header("Sec-Fetch-Site", "cross-site");
            case OTHER -> own("sys-other");
            case SUPERIOR -> own("sys-superior");
            case BELOW -> own("sys-below");
            case PEER -> own("sys-peer");
            case ENDED -> own("sys-ended");
            case COMING -> own("sys-coming");
            case NOTHING_MANDATED -> own("sys-nothing");
            case ONLY_SEND -> own("sys-only-" + Right.SEND);
            case ONLY_COLLECT -> own("sys-only-" + Right.COLLECT);
            case ONLY_STATUS -> own("sys-only-" + Right.STATUS);
        };
    }

    private String ownKey() {
        try {
            return Files.readString(house.data().resolve("secrets").resolve("master.key"))
                    .strip();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As who knows how tokens are made would make one. */
    private String forged(String systemId, String secret, String masterKey, int lifetimesAgo) {
        Duration lifetime = house.part(AccessTokens.class).lifetime();
        Clock then = Clock.offset(house.part(Clock.class), lifetime.multipliedBy(-lifetimesAgo));
        return new AccessTokens(masterKey.getBytes(StandardCharsets.US_ASCII), lifetime, then)
                .issue(new Credentials(
                        house.system(systemId, CallerKind.AGENCY), secret.getBytes(StandardCharsets.UTF_8), List.of()));
    }

    private static String renamed(String token) {
        String[] parts = token.split("\\.", -1);
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        return parts[0] + "." + base64(claims.replace("sys-other", "sys-victim")) + "." + parts[2];
    }

    private static String unsigned(String token) {
        return base64("{\"alg\":\"none\",\"typ\":\"at+jwt\"}") + "." + token.split("\\.", -1)[1] + ".";
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
