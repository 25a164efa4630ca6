/**
 * XML signatures, of files and of a packet's envelope: a strict screen before anything is computed, verification of what
 * passes the screen, signing and what is laid beside a signature later. What most senders write into an envelope is decorative,
 * and is named so.
 */
@NullMarked
package vn.lienthong.gateway.signature.xml;

import org.jspecify.annotations.NullMarked;
