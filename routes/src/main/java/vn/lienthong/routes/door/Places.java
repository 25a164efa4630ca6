package vn.lienthong.routes.door;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** So many at one time and no more, of which one caller has its share and no more. */
public final class Places {

    private final int most;
    private final int mostOfOne;
    private final Map<String, Integer> taken = new HashMap<>();
    private int inUse;

    /**
     * All free.
     *
     * @param most in all
     * @param mostOfOne of one caller
     */
    public Places(int most, int mostOfOne) {
        this.most = most;
        this.mostOfOne = mostOfOne;
    }

    /** What became of asking for a place. */
    public enum Taking {
        TAKEN,
        /** There is none, whoever asks. */
        FULL,
        /** The caller has its share. */
        ENOUGH
    }

    /**
     * Takes a place, which is to be given back.
     *
     * @param caller who has a share; empty for what is not sent by a caller, as what is fetched
     */
    public synchronized Taking take(Optional<String> caller) {
        if (inUse >= most) {
            return Taking.FULL;
        }
        if (caller.isPresent() && taken.getOrDefault(caller.get(), 0) >= mostOfOne) {
            return Taking.ENOUGH;
        }
        inUse++;
        caller.ifPresent(name -> taken.merge(name, 1, Integer::sum));
        return Taking.TAKEN;
    }

    public synchronized void giveBack(Optional<String> caller) {
        inUse--;
        caller.ifPresent(one -> taken.computeIfPresent(one, (name, own) -> own == 1 ? null : own - 1));
    }

    public int mostOfOne() {
        return mostOfOne;
    }
}
