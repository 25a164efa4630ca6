package vn.lienthong.gateway.delivery;

import java.time.Clock;

/**
 * This process among others on the same database.
 *
 * @param clock the database's time
 */
public record Node(String name, Clock clock) {}
