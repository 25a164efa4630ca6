package vn.lienthong.routes.door.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A name is given only where it is free. */
final class PutBackTest {

    @TempDir
    private Path folder;

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    @Test
    void aFreeNameIsTakenAndTheOtherOneIsGone() throws IOException {
        Path ours = file("ours", "cũ");
        assertThat(PutBack.to(folder.resolve("van-ban.pdf"), ours)).isTrue();
        assertThat(folder.resolve("van-ban.pdf")).hasContent("cũ");
        assertThat(ours).doesNotExist();
    }

    @Test
    void whatLiesThereStays() throws IOException {
        Path ours = file("ours", "cũ");
        Path theirs = file("van-ban.pdf", "mới");
        assertThat(PutBack.to(theirs, ours)).isFalse();
        assertThat(theirs).hasContent("mới");
        assertThat(ours).hasContent("cũ");
    }

    @Test
    void aLinkThatLeadsToOursIsSomethingElse() throws IOException {
        Path ours = file("ours", "cũ");
        Path theirs = Files.createSymbolicLink(folder.resolve("van-ban.pdf"), ours);
        assertThat(PutBack.to(theirs, ours)).isFalse();
        assertThat(ours).hasContent("cũ");
    }

    @Test
    void whatAPowerCutLeftUnderBothNamesLosesOurs() throws IOException {
        Path ours = file("ours", "cũ");
        Path theirs = Files.createLink(folder.resolve("van-ban.pdf"), ours);
        assertThat(PutBack.to(theirs, ours)).isTrue();
        assertThat(theirs).hasContent("cũ");
        assertThat(ours).doesNotExist();
    }

    @Test
    void whatIsGoneIsSaidSo() {
        assertThatThrownBy(() -> PutBack.to(folder.resolve("van-ban.pdf"), folder.resolve("ours")))
                .isInstanceOf(NoSuchFileException.class);
    }

    /** Each time both reach for the name at nearly the same moment; whoever has made a file there finds it there. */
    @Test
    void whatIsPutThereAtTheSameMomentIsNotReplaced() throws Exception {
        AtomicInteger round = new AtomicInteger();
        Random late = new Random(4);
        try (ExecutorService system = Executors.newSingleThreadExecutor()) {
            for (int i = 1; i <= 1_000; i++) {
                int turn = i;
                int spins = late.nextInt(400);
                Path name = folder.resolve("van-ban-" + i);
                Path ours = file("ours-" + i, "cũ");
                CountDownLatch ready = new CountDownLatch(1);
                Future<Boolean> made = system.submit(() -> {
                    ready.countDown();
                    spinUntil(() -> round.get() == turn);
                    for (int spin = 0; spin < spins; spin++) {
                        Thread.onSpinWait();
                    }
                    return make(name);
                });
                ready.await();
                round.set(turn);
                boolean back = PutBack.to(name, ours);
                assertThat(back).as("one of the two").isNotEqualTo(made.get());
                assertThat(Files.size(name)).isEqualTo(back ? "cũ".getBytes(StandardCharsets.UTF_8).length : 0);
            }
        }
    }

    private static void spinUntil(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    private static boolean make(Path name) throws IOException {
        try {
            Files.newByteChannel(name, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)
                    .close();
            return true;
        } catch (FileAlreadyExistsException taken) {
            return false;
        }
    }
}
