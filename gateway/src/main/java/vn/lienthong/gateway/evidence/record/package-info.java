/** Evidence records (RFC 4998): one timestamp a day vouches for everything that was received that day, file by file. */
@NullMarked
package vn.lienthong.gateway.evidence.record;

import org.jspecify.annotations.NullMarked;
