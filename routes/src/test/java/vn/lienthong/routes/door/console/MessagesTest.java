package vn.lienthong.routes.door.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.lienthong.gateway.access.AccessAct;
import vn.lienthong.gateway.access.Role;
import vn.lienthong.gateway.agency.AgencyKind;
import vn.lienthong.gateway.agency.CodeForm;
import vn.lienthong.gateway.dossier.Channel;
import vn.lienthong.gateway.dossier.DeliveryState;
import vn.lienthong.gateway.dossier.DossierState;
import vn.lienthong.gateway.dossier.Hold;
import vn.lienthong.gateway.dossier.Mark;
import vn.lienthong.gateway.dossier.opinion.ComparedSignature;
import vn.lienthong.gateway.dossier.opinion.OpinionOutcome;
import vn.lienthong.gateway.evidence.EvidenceEvent;
import vn.lienthong.gateway.finding.Severity;
import vn.lienthong.gateway.packet.BusinessAction;
import vn.lienthong.gateway.seal.KeyTrouble;
import vn.lienthong.gateway.signature.Change;
import vn.lienthong.gateway.signature.Coverage;
import vn.lienthong.gateway.signature.Indication;
import vn.lienthong.gateway.signature.Integrity;
import vn.lienthong.gateway.signature.PathStatus;
import vn.lienthong.gateway.signature.Presence;
import vn.lienthong.gateway.signature.RevocationFacts;
import vn.lienthong.gateway.signature.SignerAgency;
import vn.lienthong.gateway.signature.SubIndication;
import vn.lienthong.gateway.signature.path.TrustBranch;
import vn.lienthong.gateway.tray.ClerkAct;

/** Every word of the domain that a page can show has its text, in both languages. */
class MessagesTest {

    @Test
    void bothLanguagesSayTheSameThings() throws IOException {
        assertThat(read("en").stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(read("vi").stringPropertyNames());
    }

    @Test
    void everyTextCanBeFormatted() throws IOException {
        for (String language : List.of("vi", "en")) {
            read(language).forEach((key, text) -> assertThat(MessageFormat.format(text.toString(), "a", "b", "c"))
                    .as(key.toString())
                    .doesNotContain("{"));
        }
    }

    @Test
    void everyWordOfTheDomainHasAText() throws IOException {
        Properties vietnamese = read("vi");
        assertThat(Stream.of(
                                keys("role.", Role.values()),
                                keys("dossier.state.", DossierState.values()),
                                keys("copy.state.", DeliveryState.values()),
                                keys("fact.state.", DeliveryState.values()),
                                keys("overview.received.", DossierState.values()),
                                keys("mark.", Mark.values()),
                                keys("fact.marks.", Mark.values()),
                                keys("hold.", Hold.values()),
                                keys("fact.hold.", Hold.values()),
                                keys("next.held.", Hold.values()),
                                keys("channel.", Channel.values()),
                                keys("action.", BusinessAction.values()),
                                keys(
                                        "event.",
                                        Arrays.stream(EvidenceEvent.values())
                                                .filter(event -> event != EvidenceEvent.UNKNOWN)
                                                .toArray(EvidenceEvent[]::new)),
                                keys("seal.hindered.key.", KeyTrouble.values()),
                                keys("severity.", Severity.values()),
                                keys("agencies.form.", CodeForm.values()),
                                keys("kind.", AgencyKind.values()),
                                keys("presence.", Presence.values()),
                                keys("indication.", Indication.values()),
                                keys("sub.", SubIndication.values()),
                                keys("aspect.integrity.", Integrity.values()),
                                keys("aspect.coverage.", Coverage.values()),
                                keys("aspect.path.", PathStatus.values()),
                                keys("aspect.revocation.", RevocationFacts.Status.values()),
                                keys("aspect.agency.", SignerAgency.Relation.values()),
                                keys("aspect.changes.", Change.Kind.values()),
                                keys("branch.", TrustBranch.values()),
                                keys("do.", DossierAction.values()),
                                keys("will.", DossierAction.values()),
                                keys("confirm.", DossierAction.values()),
                                keys("told.done.", DossierAction.values()),
                                keys("do.", DeliveryAction.values()),
                                keys("confirm.", DeliveryAction.values()),
                                keys("told.done.", DeliveryAction.values()),
                                keys("in.tab.", TrayTab.values()),
                                keys("in.empty.", TrayTab.values()),
                                keys("trust.", TrustLine.values()),
                                keys("clerk.", ClerkAct.values()),
                                keys("clerk.will.", ClerkAct.values()),
                                keys("clerk.words.", ClerkAct.values()),
                                keys("told.said.", ClerkAct.values()),
                                keys("opinion.", OpinionOutcome.values()),
                                keys("standing.", ComparedSignature.Standing.values()),
                                keys("journal.", AccessAct.values()))
                        .flatMap(keys -> keys)
                        .filter(key -> !vietnamese.containsKey(key)))
                .isEmpty();
    }

    private static Stream<String> keys(String prefix, Enum<?>[] values) {
        return Stream.of(values).map(value -> prefix + value.name());
    }

    private static Properties read(String language) throws IOException {
        Properties properties = new Properties();
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(
                        MessagesTest.class.getResourceAsStream("/console/messages_" + language + ".properties")),
                StandardCharsets.UTF_8)) {
            properties.load(in);
        }
        return properties;
    }
}
