/**
 * Files that somebody wants judged, none of them a document on its way: whole packets with what is attached, receipts, and
 * every form of signed file. One answer for the command line, the REST door and the console. Nothing is kept.
 */
@NullMarked
package vn.lienthong.gateway.verification;

import org.jspecify.annotations.NullMarked;
