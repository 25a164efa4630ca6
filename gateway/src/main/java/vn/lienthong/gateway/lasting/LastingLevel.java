package vn.lienthong.gateway.lasting;

/** How long a signature can be checked (EN 319 142-1 §6): each holds the one before it. */
public enum LastingLevel {
    /** As long as its certificate lasts. */
    B,
    /** A third party vouches for when it existed. */
    T,
    /** All that a check needs lies in the file. */
    LT,
    /** A timestamp over all that, renewed before it can be checked no more. */
    LTA;

    public boolean reaches(LastingLevel goal) {
        return compareTo(goal) >= 0;
    }
}
