/** The SOAP door: described by a WSDL, known from headers, its engine started by the first call. */
@NullMarked
package vn.lienthong.routes.door.soap;

import org.jspecify.annotations.NullMarked;
