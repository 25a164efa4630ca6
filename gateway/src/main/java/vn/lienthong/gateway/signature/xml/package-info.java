/**
 * The signature of a packet's envelope: a strict screen before any library sees it, verification of what passes the screen,
 * and signing. What most senders write there is decorative, and is named so.
 */
@NullMarked
package vn.lienthong.gateway.signature.xml;

import org.jspecify.annotations.NullMarked;
