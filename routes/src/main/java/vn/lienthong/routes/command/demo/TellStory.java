package vn.lienthong.routes.command.demo;

import java.io.IOException;
import java.util.List;
import vn.lienthong.routes.platform.CatchAll;

/** Plays the scenes of a story one after another, and says of each whether it really happened. */
final class TellStory {
    private TellStory() {}

    /** Whether all of them happened. */
    static <S> boolean tell(List<Scene<S>> scenes, S stage, Screen screen) throws InterruptedException {
        boolean all = true;
        int number = 0;
        for (Scene<S> scene : scenes) {
            number++;
            all &= happens(number, scene, stage, screen);
        }
        return all;
    }

    @CatchAll("a step that breaks in any way is a step that failed; the story goes on and says so")
    private static <S> boolean happens(int number, Scene<S> scene, S stage, Screen screen) throws InterruptedException {
        try {
            scene.act().play(stage);
            screen.happened(number, scene);
            return true;
        } catch (StepFailed e) {
            screen.failed(number, scene, String.valueOf(e.getMessage()));
        } catch (IOException | RuntimeException e) {
            screen.failed(number, scene, e.toString());
        }
        return false;
    }
}
