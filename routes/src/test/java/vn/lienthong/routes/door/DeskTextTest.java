package vn.lienthong.routes.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.gateway.desk.DeskPurpose;
import vn.lienthong.gateway.desk.DeskRefusal;
import vn.lienthong.gateway.desk.HandOff;
import vn.lienthong.gateway.desk.HandOffId;
import vn.lienthong.gateway.desk.HandOffState;
import vn.lienthong.gateway.digest.Sha256;
import vn.lienthong.gateway.dossier.StoredBytes;

/** Each way in which a hand-off ends has a text that names the way out of it. */
class DeskTextTest {

    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("console.messages", Locale.of("vi"));

    private static HandOff refused(DeskPurpose purpose, DeskRefusal why, String detail) {
        Instant now = Instant.parse("2026-11-26T03:00:00Z");
        Sha256 digest = Sha256.of(new byte[] {1});
        return new HandOff(
                new HandOffId(new UUID(1, 1)),
                purpose,
                "",
                "USER:an",
                new StoredBytes(digest, 1),
                "a.pdf",
                Set.of(digest),
                now,
                now,
                HandOffState.REFUSED,
                Optional.of(why),
                detail);
    }

    private static String key(DeskPurpose purpose, DeskRefusal why, String detail) {
        return DeskText.of(refused(purpose, why, detail), HandOffState.REFUSED);
    }

    @ParameterizedTest
    @EnumSource
    void everyRefusalHasAText(DeskRefusal why) {
        for (DeskPurpose purpose : DeskPurpose.values()) {
            assertThat(TEXTS.containsKey(key(purpose, why, "")))
                    .as(purpose + " " + why)
                    .isTrue();
        }
    }

    @Test
    void whatWasReceivedIsNeverToBeEdited() {
        assertThat(key(DeskPurpose.DRAFT_SEAL, DeskRefusal.CHANGED_CONTENT, "page 1"))
                .isEqualTo("desk.refused.CHANGED_CONTENT");
        String own = key(DeskPurpose.INCOMING_STAMP, DeskRefusal.CHANGED_CONTENT, "page 1");
        assertThat(TEXTS.getString(own)).contains("không được sửa").doesNotContain("điền những điều đó vào tệp");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Taken", "Entered", "AskFirst", "AskFar"})
    void aStampTellsWhatHinderedIt(String outcome) {
        HandOff stamp = refused(DeskPurpose.INCOMING_STAMP, DeskRefusal.TARGET_CHANGED, outcome);
        assertThat(DeskText.of(stamp, HandOffState.REFUSED)).isEqualTo("desk.stamp." + outcome);
        assertThat(TEXTS.containsKey("desk.stamp." + outcome)).isTrue();
        assertThat(DeskText.saysAll(stamp)).isTrue();
    }

    @Test
    void whatIsNoWordOfAStampIsShownBeside() {
        HandOff other = refused(DeskPurpose.INCOMING_STAMP, DeskRefusal.TARGET_CHANGED, "");
        assertThat(DeskText.of(other, HandOffState.REFUSED)).isEqualTo("desk.refused.TARGET_CHANGED");
        assertThat(DeskText.saysAll(refused(DeskPurpose.DRAFT_SEAL, DeskRefusal.TARGET_CHANGED, "Taken")))
                .isFalse();
    }
}
