package vn.lienthong.gateway.signature.secondopinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

class AnswerInTimeTest {
    private static final Instant AT = Instant.parse("2026-11-22T02:00:00Z");
    private static final Opinion NOTHING = new Opinion(List.of());

    @Test
    void answersWhatTheEngineSays() throws NoOpinion {
        try (AnswerInTime engine = new AnswerInTime((file, beside, at) -> NOTHING, 1, Duration.ofSeconds(20))) {
            assertThat(engine.about("a", new byte[0], AT)).isSameAs(NOTHING);
        }
    }

    @Test
    void whateverItThrowsIsNoOpinion() {
        SecondOpinion overflowing = (file, beside, at) -> {
            throw new StackOverflowError("deep");
        };
        try (AnswerInTime engine = new AnswerInTime(overflowing, 1, Duration.ofSeconds(20))) {
            assertThatThrownBy(() -> engine.about("a", new byte[0], AT))
                    .isInstanceOf(NoOpinion.class)
                    .hasMessageContaining("deep");
        }
    }

    @Test
    void oneThatDoesNotEndIsNotWaitedForAndTakesItsThreadAlone() throws InterruptedException, NoOpinion {
        Semaphore end = new Semaphore(0);
        SecondOpinion stuck = (file, beside, at) -> {
            if (file.name().equals("stuck")) {
                // An engine does not listen to interrupts.
                end.acquireUninterruptibly();
            }
            return NOTHING;
        };
        try (AnswerInTime engine = new AnswerInTime(stuck, 1, Duration.ofMillis(50))) {
            assertThatThrownBy(() -> engine.about("stuck", new byte[0], AT))
                    .isInstanceOf(NoOpinion.class)
                    .hasMessageContaining("none after")
                    .satisfies(none -> assertThat(((NoOpinion) none).asked()).isTrue());
            assertThatThrownBy(() -> engine.about("next", new byte[0], AT))
                    .isInstanceOf(NoOpinion.class)
                    .hasMessageContaining("busy")
                    .satisfies(none -> assertThat(((NoOpinion) none).asked()).isFalse());
            end.release();
            assertThat(eventually(engine)).isSameAs(NOTHING);
        }
    }

    @Test
    void whoHasAnAnswerFindsRoomForTheNextFile() throws NoOpinion {
        try (AnswerInTime engine = new AnswerInTime((file, beside, at) -> NOTHING, 1, Duration.ofSeconds(20))) {
            for (int file = 0; file < 200; file++) {
                assertThat(engine.about("file" + file, new byte[0], AT)).isSameAs(NOTHING);
            }
        }
    }

    @Test
    void whatAStoppingGatewayGivesUpWasNotAsked() throws InterruptedException {
        Semaphore begun = new Semaphore(0);
        AnswerInTime engine = new AnswerInTime(
                (file, beside, at) -> {
                    begun.release();
                    try {
                        new Semaphore(0).acquire();
                    } catch (InterruptedException stopped) {
                        throw new IllegalStateException(stopped);
                    }
                    return NOTHING;
                },
                1,
                Duration.ofSeconds(20));
        Thread closing = new Thread(() -> {
            begun.acquireUninterruptibly();
            engine.close();
        });
        closing.start();
        for (String file : List.of("under way", "after")) {
            assertThatThrownBy(() -> engine.about(file, new byte[0], AT))
                    .isInstanceOf(NoOpinion.class)
                    .hasMessageContaining("stops")
                    .satisfies(none -> assertThat(((NoOpinion) none).asked()).isFalse());
        }
        closing.join();
    }

    private static Opinion eventually(AnswerInTime engine) throws InterruptedException, NoOpinion {
        for (int tries = 0; tries < 200; tries++) {
            try {
                return engine.about("next", new byte[0], AT);
            } catch (NoOpinion busy) {
                Thread.sleep(10);
            }
        }
        return engine.about("last", new byte[0], AT);
    }
}
