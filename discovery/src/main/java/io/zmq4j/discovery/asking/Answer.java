package io.zmq4j.discovery.asking;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is there.
 *
 * @param nobody if there is nobody, the reason in words where that is likely to be a mistake; null where it is as good an answer as any
 * @param validFor how long the answer is good; null if it does not say
 */
public record Answer(
        List<String> endpoints,
        @Nullable String nobody,
        @Nullable Duration validFor) {}
