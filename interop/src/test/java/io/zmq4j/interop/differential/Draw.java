package io.zmq4j.interop.differential;

import java.util.List;
import java.util.SplittableRandom;

/** Random choices. */
final class Draw {
    private Draw() {}

    static <T> T one(SplittableRandom random, List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    static boolean oneIn(SplittableRandom random, int times) {
        return random.nextInt(times) == 0;
    }
}
