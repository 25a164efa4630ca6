/** What systems are told of without asking: news of the record, who may hear of them, and how they are brought to a receiver. */
@NullMarked
package vn.lienthong.gateway.webhook;

import org.jspecify.annotations.NullMarked;
