package vn.lienthong.gateway.webhook;

import java.util.List;

/** Where news wait for the relay, committed with what they tell of. Where there is no webhook at all, nothing is kept. */
public interface News {

    void add(List<Happening> happenings);
}
