package zmq.util;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Marks what belongs to a draft of the protocol and may change. */
@Retention(RetentionPolicy.SOURCE)
public @interface Draft {}
