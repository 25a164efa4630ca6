package vn.lienthong.gateway.access;

import java.util.List;

/** The journal of access; what stands in it is never changed. */
public interface AccessEvents {

    void add(AccessEvent event);

    /** The newest first. */
    List<AccessEvent> latest(int limit);
}
