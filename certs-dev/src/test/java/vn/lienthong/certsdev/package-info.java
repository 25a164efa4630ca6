/** Whether the development PKI is what it says, by the JDK's eyes and by openssl's. */
@NullMarked
package vn.lienthong.certsdev;

import org.jspecify.annotations.NullMarked;
