/**
 * Signatures that we made get their timestamps, and last (EN 319 142-1 levels T, LT and LTA): a queue of its own behind signing,
 * since authorities for time may take minutes or be away.
 */
@NullMarked
package vn.lienthong.gateway.lasting;

import org.jspecify.annotations.NullMarked;
