@NullMarked
package vn.lienthong.gateway.dossier.opinion;

import org.jspecify.annotations.NullMarked;
