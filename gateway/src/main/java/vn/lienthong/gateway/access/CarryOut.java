package vn.lienthong.gateway.access;

import java.util.List;

/** Does what was proposed, and says before what it would do. */
public interface CarryOut {

    /**
     * What an act would do at this moment.
     *
     * @param lines for people, one a thing that changes
     * @param problems any of them stops the act
     * @param seen what the preview is based on; the act is done on nothing else
     */
    record Preview(List<String> lines, List<String> problems, long seen) {
        public Preview {
            lines = List.copyOf(lines);
            problems = List.copyOf(problems);
        }
    }

    Preview preview(ProposedAct act);

    /**
     * Does it.
     *
     * @param seen of the preview that was looked at
     * @param actors who stands for it, for the record
     * @param besides run in the transaction of the act: both are done or neither, and what it throws undoes the act
     * @return what was done, in lines for people
     * @throws CannotCarryOut when it cannot be done as it was shown
     */
    List<String> carryOut(ProposedAct act, long seen, String actors, String reason, Runnable besides);

    /** Nothing was done, for a reason that its reader can act on. */
    final class CannotCarryOut extends RuntimeException {
        private static final long serialVersionUID = 1;

        public CannotCarryOut(String why) {
            super(why);
        }

        public CannotCarryOut(String why, Throwable cause) {
            super(why, cause);
        }
    }
}
