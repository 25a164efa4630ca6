/** What another engine says about the signatures of a document that is on record already, and what follows from it. */
@NullMarked
package vn.lienthong.gateway.dossier.opinion;

import org.jspecify.annotations.NullMarked;
