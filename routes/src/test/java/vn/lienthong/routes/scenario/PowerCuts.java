package vn.lienthong.routes.scenario;

import java.io.IOException;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Which scenarios with a power cut come through which door. What fails in them lies behind the doors, so each comes through one, and through
 * the next door with the next seed: four builds in a row see every scenario through every door. {@code -Dlienthong.power-cuts=all} takes all
 * doors at once, a number repeats what was taken with that seed.
 */
record PowerCuts(String wanted) {

    static final String SETTING = "lienthong.power-cuts";
    static final String ALL = "all";
    static final List<World.Doorway> DOORS =
            List.of(World.Doorway.AXIS, World.Doorway.REST, World.Doorway.SOAP, World.Doorway.PROVINCIAL);

    /** One for the whole build, also where midnight passes in it. */
    private static final PowerCuts OF_THIS_BUILD = new PowerCuts(setting());

    private static String setting() {
        String set = System.getProperty(SETTING, "");
        return set.isBlank() ? String.valueOf(LocalDate.now(Clock.systemUTC()).toEpochDay()) : set;
    }

    /** The share of the world's door, in the order of the files. */
    static Stream<DynamicTest> through(World world) throws IOException, URISyntaxException {
        System.out.println("power cuts through " + world.doorway() + ": seed " + OF_THIS_BUILD.wanted() + " (-D"
                + SETTING + "=" + OF_THIS_BUILD.wanted() + " repeats it)");
        return OF_THIS_BUILD.share(Play.files("power-cuts", world).toList(), world.doorway());
    }

    <T> Stream<T> share(List<T> scenarios, World.Doorway door) {
        return scenarios.stream().filter(scenario -> takes(scenarios.indexOf(scenario), door));
    }

    private boolean takes(int scenario, World.Doorway door) {
        return wanted.equals(ALL)
                || DOORS.indexOf(door) == Math.floorMod(scenario + Long.parseLong(wanted), DOORS.size());
    }
}
