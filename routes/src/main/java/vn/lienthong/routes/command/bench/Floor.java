package vn.lienthong.routes.command.bench;

import java.util.List;

/**
 * What one document costs at least: the bare operations that nobody can spare it, each timed by itself.
 *
 * @param steps in the order of a document's way
 */
record Floor(List<Step> steps) {
    Floor {
        steps = List.copyOf(steps);
    }

    /** What an operation belongs to. */
    enum Part {
        TRANSPORT,
        SIGNATURES,
        RECORD
    }

    /**
     * An operation.
     *
     * @param count how often a document needs it
     * @param each what it costs once
     */
    record Step(Part part, String name, int count, Cost each) {
        Cost cost() {
            return each.times(count);
        }
    }

    Cost sum() {
        return steps.stream().map(Step::cost).reduce(Cost.NONE, Cost::plus);
    }
}
