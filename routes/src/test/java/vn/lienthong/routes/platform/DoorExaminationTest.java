package vn.lienthong.routes.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.gateway.access.ExchangeFolder;
import vn.lienthong.gateway.delivery.FolderLooks;
import vn.lienthong.gateway.webhook.Webhook;
import vn.lienthong.gateway.webhook.WebhookId;
import vn.lienthong.routes.door.folder.FolderPlace;

/** What the doctor says of exchange folders and webhooks. */
final class DoorExaminationTest {

    private static final Instant NOW = Instant.parse("2026-11-26T03:00:00Z");

    @TempDir
    private Path folder;

    private final DoorExamination doors = new DoorExamination(Clock.fixed(NOW, ZoneOffset.UTC));
    private Optional<FolderLooks.Progress> looks = Optional.empty();

    private Path made() throws IOException {
        Path root = folder.resolve("a");
        new FolderPlace(root, "dau").make();
        return root;
    }

    private Diagnosis examined() {
        ExchangeFolder one = new ExchangeFolder("he-thong", folder.resolve("a").toString(), "dau");
        List<Diagnosis> all = doors.folders(List.of(one), id -> looks);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private static void leave(Path file, Duration ago) throws IOException {
        Files.writeString(file, "x");
        Files.setLastModifiedTime(file, FileTime.from(NOW.minus(ago)));
    }

    @Test
    void aFolderThatWorksIsWell() throws IOException {
        Path root = made();
        leave(root.resolve("out/new.edxml"), Duration.ofMinutes(10));
        leave(root.resolve("out/.dang-doc-0123456789abcdef-a.edxml"), Duration.ofMinutes(10));
        leave(root.resolve("in/waits-for-the-system.edxml"), Duration.ofDays(9));
        assertThat(examined().state()).isEqualTo(Diagnosis.State.GOOD);
    }

    @Test
    void oneThatIsNotThereOrNotTheOneIsWrong() throws IOException {
        assertThat(examined())
                .matches(one ->
                        one.state() == Diagnosis.State.WRONG && one.found().contains("không phải thư mục đã nối"));
        Path root = made();
        Files.delete(root.resolve("sent"));
        assertThat(examined().state()).isEqualTo(Diagnosis.State.WRONG);
    }

    @Test
    void whatLiesUnansweredOrWasLeftBehindIsTold() throws IOException {
        Path root = made();
        leave(root.resolve("in/.dang-ghi-0123"), Duration.ofHours(3));
        assertThat(examined())
                .matches(one ->
                        one.state() == Diagnosis.State.DOUBTFUL && one.found().contains("1 tệp dở"));
        leave(root.resolve("status/out/tt.json"), Duration.ofHours(2));
        assertThat(examined().found()).contains("2026-11-26T01:00:00Z");
        looks = Optional.of(new FolderLooks.Progress(Optional.empty(), 4, Optional.of(NOW), "Read-only file system"));
        assertThat(examined().found()).contains("4 lần liền: Read-only file system");
    }

    @Test
    void webhooksThatArePausedOrFailAreTold() {
        Webhook well = Webhook.fresh(
                new WebhookId(new UUID(0, 1)), "he-thong", URI.create("https://x.example/"), Set.of(), Set.of(), NOW);
        assertThat(doors.webhooks(List.of())).isEmpty();
        assertThat(doors.webhooks(List.of(well))).singleElement().matches(one -> one.state() == Diagnosis.State.GOOD);
        Webhook failing = new Webhook(
                well.id(),
                "khac",
                well.address(),
                Set.of(),
                Set.of(),
                Optional.empty(),
                new Webhook.Standing(NOW, 3, Optional.of(NOW), NOW, 9, 0));
        assertThat(doors.webhooks(List.of(well, well.paused("bên nhận trả lời 410"), failing)))
                .extracting(one -> one.state() + " " + one.what())
                .containsExactly("DOUBTFUL webhook của he-thong", "DOUBTFUL webhook của khac");
    }
}
