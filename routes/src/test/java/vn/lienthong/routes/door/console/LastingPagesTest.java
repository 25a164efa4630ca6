package vn.lienthong.routes.door.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.certsdev.DevPkiServices;
import vn.lienthong.certsdev.DevelopmentPki;
import vn.lienthong.certsdev.KeyAlgorithm;
import vn.lienthong.gateway.access.Role;
import vn.lienthong.gateway.approval.RequestState;
import vn.lienthong.gateway.approval.SigningRequest;
import vn.lienthong.gateway.approval.SigningRequests;
import vn.lienthong.gateway.dossier.Dossier;
import vn.lienthong.gateway.lasting.LastingFile;
import vn.lienthong.gateway.lasting.LastingFiles;
import vn.lienthong.gateway.lasting.LastingLevel;
import vn.lienthong.gateway.tray.DraftFile;

/** A seal gets its timestamp from the second authority, since the first is away, before the document may be sent. */
@Tag("ci")
class LastingPagesTest {

    @Test
    void aDocumentWaitsForTheTimestampOfItsSealAndIsSentWithIt(@TempDir Path folder) throws Exception {
        Clock clock = Clock.systemUTC();
        try (DevPkiServices services = DevPkiServices.start(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                        base -> DevelopmentPki.create(
                                new DevelopmentPki.Settings(
                                        clock.instant().minusSeconds(60), base, KeyAlgorithm.EC_P256),
                                clock));
                SealFixture seals = new SealFixture(
                        folder.resolve("data"),
                        services.pki(),
                        Map.of(
                                "timestamp.url",
                                        "http://127.0.0.1:9/tsa,"
                                                + services.pki().timestampAddress(),
                                "signing.level", "LTA",
                                "signing.at-once-within", "1m",
                                "signing.fresh-within", "0s",
                                "signing.waits", "true"))) {
            TrayFixture trays = seals.trays;
            PlainBrowser clerk = trays.browser(TrayFixture.CLERK);
            SendByHand hand = new SendByHand(trays, clerk);
            String path = hand.begin();
            clerk.get(path);
            clerk.postBytes(path + "/files?name=cong-van.pdf", trays.pdf("901"));
            hand.fill(path, "901", "H26");
            officerSigns(seals, folder, hand, clerk, path);
            clerk.get(path);
            clerk.post(
                    path + "/files/0/seal",
                    Map.of("revision", Integer.toString(hand.draft(path).revision())));
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> hand.draft(path).files().getFirst().timestamp() == DraftFile.Awaited.NONE);

            hand.press(path);
            Dossier sent = trays.sentBy(TrayFixture.WARD).getFirst();
            assertThat(sent.verificationJson().split("\"timestampProven\":true", -1))
                    .as("the officer's signature and the seal")
                    .hasSize(3);
            LastingFiles files = trays.console.part(LastingFiles.class);
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> files.newest(1).getFirst().level() == LastingLevel.LTA);
            LastingFile file = files.newest(1).getFirst();
            assertThat(file.signed())
                    .as("what was sent is not the archived copy")
                    .isNotEqualTo(file.bytes().digest());
            String page = PlainBrowser.loggedIn(trays.console.address(), Role.OPERATOR)
                    .get("/signatures")
                    .body();
            assertThat(page)
                    .contains("Không có tệp nào đang chờ", "cong-van.pdf", "LTA")
                    .doesNotContain("??");
        }
    }

    /** The authority answers at once: the signature has its timestamp from the beginning. */
    private static void officerSigns(SealFixture seals, Path folder, SendByHand hand, PlainBrowser clerk, String path) {
        new SigningFixture(seals, folder);
        PlainBrowser officer = seals.trays.browser(SigningFixture.OFFICER);
        clerk.get(path + "/signing");
        String revision = Integer.toString(hand.draft(path).revision());
        clerk.post(
                path + "/signing",
                Map.of("revision", revision, "officer", SigningFixture.OFFICER, "note", "", "due", ""));
        SigningRequests requests = seals.trays.console.part(SigningRequests.class);
        SigningRequest asked = requests.of(hand.draft(path).id()).getFirst();
        officer.get("/approvals");
        officer.postForm("/approvals/sign", "code=&shown=" + asked.id() + "%3A" + asked.asked());
        await().atMost(Duration.ofMinutes(1))
                .until(() -> requests.find(asked.id()).orElseThrow().state() == RequestState.SIGNED);
    }
}
