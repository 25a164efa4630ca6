package vn.lienthong.routes.door.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import vn.lienthong.gateway.access.Caller;
import vn.lienthong.gateway.access.CallerKind;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.MessageKind;
import vn.lienthong.gateway.dossier.Repeats;
import vn.lienthong.gateway.dossier.WritePacket;
import vn.lienthong.gateway.finding.ErrorCode;
import vn.lienthong.gateway.packet.AgencyBlock;
import vn.lienthong.gateway.packet.Business;
import vn.lienthong.gateway.packet.DocumentHeader;
import vn.lienthong.gateway.packet.EnvelopeNotSigned;
import vn.lienthong.gateway.packet.Packet;
import vn.lienthong.gateway.packet.TraceHop;
import vn.lienthong.gateway.signature.key.SigningException;
import vn.lienthong.routes.DiscardingVault;
import vn.lienthong.routes.door.SpoolBody;
import vn.lienthong.routes.door.UploadLimits;

/** A key that is away takes nothing in, and says that it may be handed in again. */
class HandInTest {

    private static final Instant NOW = Instant.parse("2026-11-26T03:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    @Test
    void aKeyThatIsAwayIsNoFaultOfTheCall() throws IOException {
        WritePacket signing = new WritePacket(new DiscardingVault(), (skeleton, identifiers, parts) -> {
            throw new EnvelopeNotSigned("envelope: no answer", new SigningException("key: no answer", null));
        });
        HandIn handing = new HandIn(
                new SpoolBody(new DiscardingVault(), UploadLimits.defaults()),
                signing,
                submission -> {
                    throw new AssertionError("nothing is handed in");
                },
                new AnswerOnce(new NoKeys(), CLOCK, Duration.ofHours(24), Duration.ofMinutes(6)),
                CLOCK);
        Packet packet = Packet.toSend(
                DocumentHeader.builder().from(AgencyBlock.of("G22", "Bộ")).build(),
                TraceHop.at("G22", NOW),
                Business.ABSENT,
                List.of());
        RestAnswer answer = handing.message(
                new Caller("sys", CallerKind.AGENCY, List.of()),
                new MockHttpServletRequest("POST", "/api/v1/documents"),
                MessageKind.EDOC,
                new Sha256("a".repeat(64)),
                begun -> packet);
        assertThat(answer).isInstanceOfSatisfying(RestAnswer.Refused.class, refused -> assertThat(
                        refused.findings().getFirst().code())
                .isEqualTo(ErrorCode.BUSY));
    }

    /** The call brings no key. */
    private static final class NoKeys implements Repeats {
        @Override
        public Known begin(String systemId, String key, Sha256 request, Instant now, Instant forgetBefore) {
            throw new AssertionError("no key");
        }

        @Override
        public Known beginAlone(
                String systemId, String key, Sha256 request, Instant now, Instant until, Instant forgetBefore) {
            throw new AssertionError("no key");
        }

        @Override
        public void letGo(String systemId, String key, Instant until) {
            throw new AssertionError("no key");
        }

        @Override
        public void answer(String systemId, String key, Answer answer) {
            throw new AssertionError("no key");
        }
    }
}
