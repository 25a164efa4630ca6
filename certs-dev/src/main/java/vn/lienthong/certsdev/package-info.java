/**
 * A development PKI that imitates the hierarchy of the Government Cipher Committee and is unfit for anything else.
 *
 * <p>Three branches, as in the field, with a root each: Government, Party, public. Under each root one issuing authority;
 * under that the seals of agencies and the certificates of officials, made for a {@linkplain vn.lienthong.certsdev.Fate
 * fate}: a test or a demo asks for an identity that is revoked, or expired, and gets one whose chain fails for that reason
 * and no other. A timestamp authority, OCSP and CRLs answer for all of them, in process or over loopback HTTP.
 *
 * <p>Keys are made at run time and never committed. Every subject says {@code DEV ONLY} and every certificate carries
 * {@link vn.lienthong.certsdev.DevPolicy#OID}, by which a production gateway refuses the chain. Start at
 * {@link vn.lienthong.certsdev.DevelopmentPki#create(DevelopmentPki.Settings)}.
 */
@NullMarked
package vn.lienthong.certsdev;

import org.jspecify.annotations.NullMarked;
