package io.zmq4j.notice;

import org.jspecify.annotations.Nullable;

/** Where a notice goes. */
@FunctionalInterface
interface Speaker {
    /** The log. A text is no pattern: nothing in it is replaced. */
    Speaker LOG = (theme, level, text, cause) -> theme.logger().log(level, text, cause);

    void say(Theme theme, System.Logger.Level level, String text, @Nullable Throwable cause);
}
