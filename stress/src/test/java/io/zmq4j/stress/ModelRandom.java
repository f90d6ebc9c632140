package io.zmq4j.stress;

import java.util.SplittableRandom;

/** Stands for {@code ThreadLocalRandom}: what is by chance follows from the trial's seed. */
public final class ModelRandom {
    private final SplittableRandom random;

    private ModelRandom(SplittableRandom random) {
        this.random = random;
    }

    public static ModelRandom current() {
        return new ModelRandom(Trial.current().random());
    }

    public int nextInt() {
        return random.nextInt();
    }

    public long nextLong() {
        return random.nextLong();
    }

    public double nextDouble() {
        return random.nextDouble();
    }
}
