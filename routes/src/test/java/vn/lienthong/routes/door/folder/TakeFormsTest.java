package vn.lienthong.routes.door.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.gateway.access.Caller;
import vn.lienthong.gateway.access.CallerKind;
import vn.lienthong.gateway.dossier.DossierId;
import vn.lienthong.gateway.dossier.DossierState;
import vn.lienthong.gateway.dossier.FileVault;
import vn.lienthong.gateway.dossier.MessageKind;
import vn.lienthong.gateway.dossier.Refusals;
import vn.lienthong.gateway.dossier.Submission;
import vn.lienthong.gateway.dossier.WritePacket;
import vn.lienthong.gateway.dossier.reception.ReceptionAnswer;
import vn.lienthong.routes.NoAgencies;
import vn.lienthong.routes.door.AgencyBlocks;
import vn.lienthong.routes.door.CallLimits;
import vn.lienthong.routes.door.ComposePacket;
import vn.lienthong.routes.door.ComposeStatus;
import vn.lienthong.routes.door.DoorRefusals;
import vn.lienthong.routes.door.SpoolBody;
import vn.lienthong.routes.door.Unwritten;
import vn.lienthong.routes.door.UploadLimits;

/** Descriptions in JSON with their files, with power cuts between the steps; the disk is a real one. */
class TakeFormsTest {

    private static final FolderBounds BOUNDS =
            new FolderBounds(Duration.ofSeconds(5), Duration.ofSeconds(10), 5, 5, 10_000, Duration.ofMinutes(10), 3);
    private static final String JSON = "{\"from\":\"G22\",\"to\":[\"H01\"],\"number\":\"%s\",\"notation\":\"TT-VP\","
            + "\"date\":\"2026-11-26\",\"typeName\":\"Công văn\",\"subject\":\"Về việc thử\","
            + "\"signer\":{\"fullName\":\"Nguyễn Văn Thử\"}}";

    @TempDir
    private Path folder;

    private final SetClock clock = new SetClock();
    private final List<Submission> received = new ArrayList<>();
    private final List<Refusals.Refusal> refused = new ArrayList<>();
    private Function<Submission, ReceptionAnswer> reception = submission ->
            new ReceptionAnswer.Taken(new DossierId(new UUID(0, 1)), "doc-1", DossierState.ACCEPTED, false, List.of());

    private FolderPlace place;
    private FileVault vault;
    private TakeFiles taking;

    @BeforeEach
    void connect() throws IOException {
        place = new FolderPlace(folder.resolve("G22"), "dau hieu");
        place.make();
        vault = new FileVault(folder.resolve("vault"), Runnable::run);
        taking = restarted();
    }

    static TakeForms forms(FileVault vault, Path scratch, Clock clock) {
        AgencyBlocks blocks = new AgencyBlocks(new NoAgencies());
        return new TakeForms(
                new ComposePacket(blocks),
                new ComposeStatus(blocks),
                new WritePacket(vault),
                new TakeForms.Limits(scratch, 3, 2_000, 10_000),
                clock);
    }

    private TakeFiles restarted() {
        return new TakeFiles(
                new SpoolBody(vault, UploadLimits.defaults()),
                submission -> {
                    received.add(submission);
                    return reception.apply(submission);
                },
                new DoorRefusals(new KeptRefusals(refused), new CallLimits(60, 60, 60, 60), new Unwritten(), clock),
                new FileAnswers(clock),
                forms(vault, folder.resolve("scratch"), clock),
                BOUNDS,
                clock);
    }

    private Path leave(String name, String content) throws IOException {
        return Files.writeString(place.out(MessageKind.EDOC).resolve(name), content);
    }

    private static String listing(String number, String... files) {
        String names = Stream.of(files).map(name -> '"' + name + '"').collect(Collectors.joining(","));
        return JSON.formatted(number).replaceFirst("\\{", "{\"files\":[" + names + "],");
    }

    private String failed(String name) throws IOException {
        return Files.readString(place.failed().resolve(name + ".loi.txt"));
    }

    private void look() throws IOException {
        look(MessageKind.EDOC);
    }

    private void look(MessageKind kind) throws IOException {
        taking.take(place, kind, new Caller("sys-G22", CallerKind.AGENCY, List.of()), () -> {});
    }

    private void lookTwice() throws IOException {
        look();
        clock.now = clock.now.plusSeconds(10);
        look();
    }

    private static List<String> names(Path in) throws IOException {
        try (Stream<Path> files = Files.list(in)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private List<String> left() throws IOException {
        return names(place.out(MessageKind.EDOC));
    }

    private String packet(Submission submission) throws IOException {
        try (InputStream in = vault.read(submission.bytes().digest())) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void aDescriptionAndItsFilesAreOneDocument() throws IOException {
        leave("cv-12.pdf", "%PDF-1.7 công văn");
        leave("cv-12.phu-luc.xlsx", "bảng");
        leave("cv-12.json", listing("12", "cv-12.pdf", "cv-12.phu-luc.xlsx"));
        lookTwice();
        assertThat(left()).isEmpty();
        assertThat(names(place.sent())).containsExactly("cv-12", "cv-12.bien-nhan.json");
        assertThat(names(place.sent().resolve("cv-12")))
                .containsExactly("cv-12.json", "cv-12.pdf", "cv-12.phu-luc.xlsx");
        assertThat(Files.readString(place.sent().resolve("cv-12.bien-nhan.json")))
                .contains("\"docId\" : \"doc-1\"", "\"file\" : \"cv-12\"");
        assertThat(received).hasSize(1);
        assertThat(packet(received.getFirst()))
                .contains("<edXML:OrganId>G22<", "12", "Về việc thử", "cv-12.pdf", "cv-12.phu-luc.xlsx");
        assertThat(names(folder.resolve("scratch"))).isEmpty();
    }

    @Test
    void whatIsWrongWithADescriptionIsToldBesideIt() throws IOException {
        leave("cv.pdf", "x");
        leave("cv.json", "{\"from\":\"G22\",\"subjekt\":\"x\"}");
        lookTwice();
        assertThat(names(place.failed())).containsExactly("cv", "cv.loi.json", "cv.loi.txt");
        assertThat(names(place.failed().resolve("cv"))).containsExactly("cv.json", "cv.pdf");
        assertThat(Files.readString(place.failed().resolve("cv.loi.json")))
                .contains("PARAMETER_MALFORMED", "json.subjekt");
        assertThat(refused).hasSize(1);
        assertThat(received).isEmpty();
    }

    @Test
    void eachHalfWaitsForTheOther() throws IOException {
        leave("cv.pdf", "x");
        lookTwice();
        assertThat(left()).containsExactly("cv.pdf");
        leave("cv.json", JSON.formatted("1"));
        lookTwice();
        assertThat(left()).isEmpty();
        assertThat(received).hasSize(1);

        leave("lone.json", JSON.formatted("2"));
        leave("undescribed.pdf", "x");
        lookTwice();
        clock.now = clock.now.plus(Duration.ofMinutes(9));
        look();
        assertThat(left()).containsExactly("lone.json", "undescribed.pdf");
        clock.now = clock.now.plus(Duration.ofMinutes(1));
        look();
        assertThat(left()).isEmpty();
        assertThat(received).hasSize(1);
        assertThat(Files.readString(place.failed().resolve("undescribed.pdf.loi.txt")))
                .contains("không có tệp mô tả (expected: undescribed.json");
        assertThat(Files.readString(place.failed().resolve("lone.loi.txt"))).contains("expected: lone.pdf");
    }

    @Test
    void aFileThatIsStillWrittenKeepsItsDescriptionWaiting() throws IOException {
        Path file = leave("cv.pdf", "x");
        leave("cv.json", JSON.formatted("1"));
        look();
        clock.now = clock.now.plusSeconds(10);
        Files.writeString(file, "xx");
        look();
        assertThat(left()).containsExactly("cv.json", "cv.pdf");
        clock.now = clock.now.plusSeconds(10);
        look();
        assertThat(left()).isEmpty();
    }

    @Test
    void aFileBelongsToTheDescriptionWithTheLongestName() throws IOException {
        for (String stem : List.of("a", "a.b")) {
            leave(stem + ".pdf", "file of " + stem);
            leave(stem + ".json", JSON.formatted("9"));
        }
        leave("packet.edxml", "<edXML/>");
        lookTwice();
        assertThat(names(place.sent().resolve("a"))).containsExactly("a.json", "a.pdf");
        assertThat(names(place.sent().resolve("a.b"))).containsExactly("a.b.json", "a.b.pdf");
        assertThat(place.sent().resolve("packet.edxml")).isRegularFile();
    }

    @Test
    void aPowerCutBehindTheCommitGivesTheSameDocumentAndTheNextOneIsAnother() throws IOException {
        leave("cv.pdf", "x");
        leave("cv.json", JSON.formatted("1"));
        Function<Submission, ReceptionAnswer> usual = reception;
        reception = submission -> {
            throw new IllegalStateException("the power fails behind the commit");
        };
        assertThatThrownBy(this::lookTwice).isInstanceOf(IOException.class).hasMessageContaining("cv");
        assertThat(left()).hasSize(1).allMatch(name -> name.startsWith(".dang-doc-") && name.endsWith("-cv"));
        leave("cv.pdf", "y");
        leave("cv.json", JSON.formatted("2"));
        reception = usual;
        taking = restarted();
        clock.now = clock.now.plus(Duration.ofMinutes(3));
        lookTwice();
        assertThat(left()).isEmpty();
        assertThat(received).hasSize(3);
        assertThat(received.get(1).bytes()).isEqualTo(received.get(0).bytes());
        assertThat(names(place.sent())).containsExactly("cv", "cv-2", "cv-2.bien-nhan.json", "cv.bien-nhan.json");
        assertThat(place.sent().resolve("cv").resolve("cv.pdf")).hasContent("x");
        assertThat(place.sent().resolve("cv-2").resolve("cv.pdf")).hasContent("y");
    }

    @Test
    void whatWasBroughtInByHalfIsGivenBack() throws IOException {
        Path ours = Files.createDirectory(place.out(MessageKind.EDOC).resolve(".dang-doc-0123456789abcdef-cv"));
        Files.writeString(ours.resolve("cv.pdf"), "x");
        leave("cv.json", JSON.formatted("1"));
        Files.setLastModifiedTime(ours, FileTime.from(clock.now.minusSeconds(60)));
        lookTwice();
        assertThat(received).as("another node may be at it").isEmpty();
        Files.setLastModifiedTime(ours, FileTime.from(clock.now.minus(Duration.ofHours(2))));
        lookTwice();
        lookTwice();
        assertThat(left()).isEmpty();
        assertThat(packet(received.getFirst())).contains("cv.pdf");
    }

    @Test
    void noLinkIsFollowedNeitherToAFileNorToAFolder() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "of another");
        Files.createSymbolicLink(place.out(MessageKind.EDOC).resolve("cv.pdf"), secret);
        leave("cv.json", JSON.formatted("1"));
        lookTwice();
        assertThat(received).isEmpty();
        assertThat(names(place.failed())).contains("cv.loi.txt");

        Path others = Files.createDirectory(folder.resolve("others"));
        Files.writeString(others.resolve("a.json"), JSON.formatted("2"));
        Files.writeString(others.resolve("a.pdf"), "of another");
        Files.createSymbolicLink(place.out(MessageKind.EDOC).resolve(".dang-doc-0123456789abcdef-a"), others);
        lookTwice();
        assertThat(received).isEmpty();
        assertThat(others.resolve("a.json")).exists();
    }

    @Test
    void boundsHold() throws IOException {
        leave("many.json", listing("1", "many.1.pdf", "many.2.pdf", "many.3.pdf", "many.4.pdf"));
        for (int number = 1; number <= 4; number++) {
            leave("many." + number + ".pdf", "x");
        }
        leave("large.json", listing("1", "large.1.pdf", "large.2.pdf"));
        leave("large.1.pdf", "x".repeat(6_000));
        leave("large.2.pdf", "x".repeat(6_000));
        leave("endless.json", " ".repeat(2_001));
        leave("endless.pdf", "x");
        lookTwice();
        assertThat(received).isEmpty();
        assertThat(Files.readString(place.failed().resolve("many.loi.txt"))).contains("hơn 3 (expected");
        assertThat(Files.readString(place.failed().resolve("large.loi.txt"))).contains("hơn 10000 byte");
        assertThat(Files.readString(place.failed().resolve("endless.loi.txt"))).contains("hơn 2000 byte");
    }

    private static final String STATUS =
            "{\"from\":\"H01\",\"to\":\"G22\",\"documentId\":\"G22,2026/11/26,12/TT-VP\",\"code\":\"03\","
                    + "\"date\":\"2026-11-26\",\"symbol\":\"12/TT-VP\"}";

    /** The commit, and then a disk on which nothing can be moved to {@code sent}. */
    private ReceptionAnswer committedBeforeTheDiskFails(Submission submission) {
        try {
            Files.delete(place.sent());
            Files.createFile(place.sent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ReceptionAnswer.StatusTaken("doc-1", false, false, List.of());
    }

    @Test
    void aStatusIsTheSameAtEachRepeatHoweverLateItIs() throws IOException {
        Files.writeString(place.out(MessageKind.STATUS).resolve("tt.json"), STATUS);
        reception = this::committedBeforeTheDiskFails;
        look(MessageKind.STATUS);
        clock.now = clock.now.plusSeconds(10);
        assertThatThrownBy(() -> look(MessageKind.STATUS)).isInstanceOf(IOException.class);
        reception = submission -> new ReceptionAnswer.StatusTaken("doc-1", false, false, List.of());
        Files.delete(place.sent());
        Files.createDirectory(place.sent());
        for (int repeat = 0; repeat < 2; repeat++) {
            clock.now = clock.now.plus(Duration.ofMinutes(7));
            taking = restarted();
            look(MessageKind.STATUS);
        }
        assertThat(received).hasSize(2);
        assertThat(received.get(1).bytes()).isEqualTo(received.get(0).bytes());
        assertThat(names(place.sent())).containsExactly("tt", "tt.bien-nhan.json");
    }

    @Test
    void aPacketIsAPacketWhateverLiesBesideIt() throws IOException {
        leave("cv.edxml", "<edXML/>");
        leave("cv.json", JSON.formatted("1"));
        leave("listed.json", listing("2", "other.edxml"));
        leave("other.edxml", "<edXML/>");
        lookTwice();
        assertThat(place.sent().resolve("cv.edxml")).isRegularFile();
        assertThat(place.sent().resolve("other.edxml")).isRegularFile();
        assertThat(received).hasSize(2);
        assertThat(left()).as("it waits for its file").containsExactly("cv.json");
        assertThat(failed("listed")).contains("files: other.edxml (expected");
    }

    @Test
    void aFileIsNotTakenForAnotherDocumentThatIsCalledAlike() throws IOException {
        leave("12.pdf", "x");
        leave("12.json", JSON.formatted("12"));
        leave("12.2026.pdf", "of another");
        lookTwice();
        assertThat(names(place.sent().resolve("12"))).containsExactly("12.json", "12.pdf");
        assertThat(left()).containsExactly("12.2026.pdf");
        leave("12.2026.json", JSON.formatted("2026"));
        lookTwice();
        assertThat(names(place.sent().resolve("12.2026"))).containsExactly("12.2026.json", "12.2026.pdf");
    }

    @Test
    void whatIsStillWrittenUnderItsNameKeepsADescriptionWaiting() throws IOException {
        leave("cv.pdf", "x");
        leave("cv.xlsx.part", "half");
        leave("cv.json", JSON.formatted("1"));
        lookTwice();
        assertThat(received).isEmpty();
        Files.move(
                place.out(MessageKind.EDOC).resolve("cv.xlsx.part"),
                place.out(MessageKind.EDOC).resolve("cv.xlsx"));
        lookTwice();
        assertThat(names(place.sent().resolve("cv"))).containsExactly("cv.json", "cv.pdf", "cv.xlsx");
    }

    @Test
    void exactlyTheListedFilesAreAwaitedAndTaken() throws IOException {
        leave("cv.pdf", "x");
        leave("cv.json", listing("1", "van-ban.pdf", "bang.xlsx"));
        leave("van-ban.pdf", "y");
        lookTwice();
        assertThat(received).isEmpty();
        leave("bang.xlsx", "z");
        lookTwice();
        assertThat(names(place.sent().resolve("cv"))).containsExactly("bang.xlsx", "cv.json", "van-ban.pdf");
        assertThat(packet(received.getFirst())).containsSubsequence("van-ban.pdf", "bang.xlsx");
        assertThat(left()).containsExactly("cv.pdf");

        leave("other.json", listing("2", "gone.pdf"));
        lookTwice();
        clock.now = clock.now.plus(Duration.ofMinutes(10));
        look();
        assertThat(failed("other")).contains("thiếu gone.pdf");
    }

    @Test
    void noNameLeadsOutOfTheFolder() throws IOException {
        Files.writeString(folder.resolve("secret.pdf"), "of another");
        leave("a.json", listing("1", "../../secret.pdf"));
        leave("b.json", listing("1", "b.pdf", "b.pdf"));
        leave("b.pdf", "x");
        leave("c.json", JSON.formatted("1").replaceFirst("\\{", "{\"files\":\"c.pdf\","));
        leave("c.pdf", "x");
        lookTwice();
        clock.now = clock.now.plus(Duration.ofMinutes(10));
        look();
        assertThat(received).isEmpty();
        assertThat(failed("a")).contains("files: ../../secret.pdf (expected");
        assertThat(failed("b")).contains("files: b.pdf (expected");
        assertThat(failed("c")).contains("json.files");
        assertThat(folder.resolve("secret.pdf")).exists();
    }

    @Test
    void aRecallAnUpdateAndWhatSaysThatItHasNoFileWaitForNone() throws IOException {
        leave("recall.json", JSON.formatted("1").replaceFirst("\\{", "{\"action\":\"recall\",\"target\":\"x\","));
        leave("update.json", JSON.formatted("2").replaceFirst("\\{", "{\"action\":\"update\",\"target\":\"x\","));
        leave("none.json", listing("3"));
        lookTwice();
        assertThat(received).hasSize(3);
        assertThat(left()).isEmpty();
    }

    @Test
    void theMainFileIsTheFirst() throws IOException {
        leave("cv.docx", "d");
        leave("cv.pdf", "p");
        leave("cv.json", JSON.formatted("1"));
        lookTwice();
        assertThat(packet(received.getFirst())).containsSubsequence("cv.pdf", "cv.docx");
    }

    @Test
    void whatACutListingLeavesOutIsAskedForByItsName() throws IOException {
        Path out = place.out(MessageKind.EDOC);
        leave("cv.json", JSON.formatted("1"));
        leave("cv.pdf", "x");
        leave("cv.xlsx", "x");
        leave("list.json", listing("2", "annex.zip"));
        leave("annex.zip", "x");
        for (String seen : List.of("cv.json", "cv.pdf", "list.json")) {
            SortLeft sorting = new SortLeft(out, MessageKind.EDOC, new ReadDescriptions(2_000)::read);
            Left left = sorting.sort(List.of(FoundFile.at(out.resolve(seen)).orElseThrow()))
                    .getFirst();
            assertThat(left).as(seen).isInstanceOfSatisfying(Left.Form.class, form -> {
                assertThat(form.incomplete()).isFalse();
                assertThat(completed(sorting, form)).hasSize(seen.equals("list.json") ? 2 : 3);
            });
        }
    }

    private static List<FoundFile> completed(SortLeft sorting, Left.Form form) {
        try {
            return sorting.completed(form).files();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whatCannotBeMovedLeavesAllOfItWhereItWas() throws IOException {
        Path out = place.out(MessageKind.EDOC);
        FoundFile first = FoundFile.at(leave("cv.pdf", "x")).orElseThrow();
        FoundFile form = FoundFile.at(leave("cv.json", JSON.formatted("1"))).orElseThrow();
        FoundFile unmovable = new FoundFile(out.resolve("x".repeat(300)), first.attributes());
        assertThatThrownBy(() -> FormFolder.of(
                        place, out, new Left.Form("cv", form, List.of(first, unmovable), true, false), clock.now))
                .isInstanceOf(IOException.class);
        assertThat(left()).containsExactly("cv.json", "cv.pdf");
    }

    @Test
    void anOldHalfWhoseNameIsTakenDoesNotJoinTheNextDocument() throws IOException {
        Path ours = Files.createDirectory(place.out(MessageKind.EDOC).resolve(".dang-doc-0123456789abcdef-vanban"));
        Files.writeString(ours.resolve("vanban.pdf"), "old");
        leave("vanban.pdf", "new");
        Files.setLastModifiedTime(ours, FileTime.from(clock.now.minus(Duration.ofHours(2))));
        leave("vanban.json", JSON.formatted("1"));
        lookTwice();
        leave("vanban.json", JSON.formatted("2"));
        lookTwice();
        assertThat(received).hasSize(1);
        assertThat(left()).containsExactly("vanban.json");
        assertThat(place.failed().resolve("vanban").resolve("vanban.pdf")).hasContent("old");
        assertThat(failed("vanban")).contains("đã có tệp khác cùng tên");
    }

    @Test
    void ofALateAnnexItIsSaidWhereItsDocumentMayBe() throws IOException {
        leave("cv-12.phu-luc.xlsx", "x");
        lookTwice();
        clock.now = clock.now.plus(Duration.ofMinutes(10));
        look();
        assertThat(failed("cv-12.phu-luc.xlsx")).contains("văn bản đó có thể đã gửi: xem sent/cv-12");
    }

    @Test
    void aStatusNeedsNoFile() throws IOException {
        Path out = place.out(MessageKind.STATUS);
        Files.writeString(out.resolve("tt.json"), STATUS);
        look(MessageKind.STATUS);
        clock.now = clock.now.plusSeconds(10);
        look(MessageKind.STATUS);
        assertThat(names(out)).isEmpty();
        assertThat(received).singleElement().satisfies(taken -> assertThat(taken.kind())
                .isEqualTo(MessageKind.STATUS));
        assertThat(packet(received.getFirst())).contains("StatusCode>03<");
    }
}
