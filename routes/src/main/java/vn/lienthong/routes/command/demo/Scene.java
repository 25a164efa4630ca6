package vn.lienthong.routes.command.demo;

import java.io.IOException;

/**
 * One step of the story.
 *
 * @param text what happens, in Vietnamese, one line
 * @param gloss the same in a few English words
 * @param <S> what the scenes play with
 */
record Scene<S>(String text, String gloss, Act<S> act) {

    /** Does it and reads back that it really happened; fails with a {@link StepFailed} where it did not. */
    @FunctionalInterface
    interface Act<S> {
        void play(S stage) throws IOException, InterruptedException;
    }
}
