/**
 * Signatures that people see on the page: an agency's seal, an officer's signature, the forms of copies and annexes, the
 * incoming stamp (Decree 30/2020/NĐ-CP, Annex I and IV). What is drawn is signed with the rest.
 */
@NullMarked
package vn.lienthong.gateway.signature.form;

import org.jspecify.annotations.NullMarked;
