/**
 * What a clerk of an agency without a document system of its own works with: the in-tray, what may be answered to a
 * document, drafts and the packets made of them.
 */
@NullMarked
package vn.lienthong.gateway.tray;

import org.jspecify.annotations.NullMarked;
