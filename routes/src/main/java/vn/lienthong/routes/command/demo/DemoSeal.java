package vn.lienthong.routes.command.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import vn.lienthong.certsdev.DevelopmentPki;
import vn.lienthong.certsdev.Fate;
import vn.lienthong.gateway.agency.Agencies;
import vn.lienthong.gateway.agency.AgencyCode;
import vn.lienthong.gateway.agency.AgencyId;
import vn.lienthong.gateway.seal.AddSeal;
import vn.lienthong.gateway.seal.AgencySeals;
import vn.lienthong.gateway.seal.KeyPlace;
import vn.lienthong.routes.platform.RunningGateway;

/** The seal of the clerk's agency, so that a document can be sealed and stamped at once. Its key is made here, DEV ONLY. */
final class DemoSeal {
    private static final String SECRET = "seal";

    private final RunningGateway gateway;
    private final DemoFolder folder;

    DemoSeal(RunningGateway gateway, DemoFolder folder) {
        this.gateway = gateway;
        this.folder = folder;
    }

    void make(DevelopmentPki pki) throws IOException {
        Instant now = gateway.part(Clock.class).instant();
        String code = DemoDesk.CLERKS_AGENCY.organId();
        AgencyId agency = gateway.part(Agencies.class)
                .current()
                .holderOf(new AgencyCode(code), now)
                .orElseThrow(() -> new StepFailed("mã " + code + " không có trong danh mục"));
        if (gateway.part(AgencySeals.class).of(agency, now).isPresent()) {
            return;
        }
        String secret = folder.secret(SECRET);
        Path file = folder.own().resolve(SECRET + "-" + code + ".p12");
        Files.write(
                file,
                pki.sealOf(code, DemoDesk.CLERKS_AGENCY.organName(), Fate.GOOD).pkcs12(secret.toCharArray()));
        AddSeal.Outcome outcome = gateway.part(AddSeal.class)
                .add(new AddSeal.Wanted(
                        agency,
                        now,
                        new KeyPlace.File(file.toString()),
                        Optional.of(folder.secretFile(SECRET).toString()),
                        secret.getBytes(StandardCharsets.UTF_8),
                        Optional.empty(),
                        "CLI:demo"));
        if (outcome instanceof AddSeal.Outcome.Refused refused) {
            throw new StepFailed("con dấu của " + code + ": " + refused.why());
        }
    }
}
