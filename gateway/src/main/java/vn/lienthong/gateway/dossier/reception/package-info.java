/** The steps of a document's cycle from reading to recording, one class with one verb each; routes only put them in order. */
@NullMarked
package vn.lienthong.gateway.dossier.reception;

import org.jspecify.annotations.NullMarked;
